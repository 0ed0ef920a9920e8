package org.diurna.desk;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import org.diurna.edition.Happenings;
import org.diurna.edition.Offices;
import org.diurna.edition.ReleaseTypes;
import org.diurna.edition.Releases;
import org.diurna.staff.SignInPages;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;

/** The desk's pages with the rooms that they need. */
@Configuration(proxyBeanMethods = false)
public class DeskConfiguration {
    @Bean
    Pages pages() {
        return new Pages(new Templates());
    }

    @Bean
    ReleasePages releasePages(
            Releases releases,
            Happenings happenings,
            ReleaseTypes types,
            Views.PublicAddress addresses,
            Preview.PressOf press,
            Pages pages,
            Clock clock) {
        Publish publish = new Publish(releases, clock);
        Answers answers = new Answers(new Checks(releases, clock));
        LineViews lines = new LineViews(releases.lines(), releases.offices(), types);
        return new ReleasePages(
                releases,
                publish,
                new Correct(releases, clock),
                new Withdraw(releases, clock),
                new Views(releases, happenings, types, publish, addresses, lines, answers),
                new Preview(press, types),
                pages);
    }

    @Bean
    DraftApi draftApi(Releases releases, Clock clock) {
        return new DraftApi(
                releases,
                new Drafts(releases),
                new Save(releases, releases.revisions(), clock),
                new Answers(new Checks(releases, clock)),
                new Presence(clock));
    }

    @Bean
    PlacePages placePages(Releases releases, Offices offices, ReleaseTypes types, Pages pages) {
        LineViews views = new LineViews(releases.lines(), offices, types);
        return new PlacePages(releases.lines(), views, offices, types, pages);
    }

    @Bean
    WritingPages writingPages(Releases releases, ReleaseTypes types, Pages pages, Clock clock) {
        return new WritingPages(
                releases,
                types,
                new Drafts(releases),
                new Begin(releases, types, clock),
                new AddLanguage(releases, clock),
                pages,
                clock);
    }

    @Bean
    RevisionPages revisionPages(Releases releases, Pages pages, Clock clock) {
        return new RevisionPages(
                releases,
                releases.revisions(),
                new Drafts(releases),
                new Save(releases, releases.revisions(), clock),
                pages);
    }

    @Bean
    TonguePages tonguePages() {
        return new TonguePages();
    }

    @Bean
    FilePages filePages(Offices offices, Preview.PressOf press, ReleaseTypes types) {
        return new FilePages(offices, new Preview(press, types));
    }

    @Bean
    ErrorPages errorPages(Pages pages, Clock clock) {
        return new ErrorPages(pages, clock);
    }

    @Bean
    SignInPages.Forms signInForms(Pages pages) {
        return new SignInPages.Forms() {
            @Override
            public ResponseEntity<String> signIn(HttpServletRequest request, String action) {
                return pages.page(request, "signin", java.util.Map.of("action", action));
            }

            @Override
            public ResponseEntity<String> dead(HttpServletRequest request) {
                return pages.message(request, "desk.sign-in", "desk.sign-in-dead", HttpStatus.FORBIDDEN);
            }
        };
    }
}
