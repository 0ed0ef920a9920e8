package org.diurna.desk;

import java.time.Clock;
import org.diurna.counter.Counter;
import org.diurna.edition.Happenings;
import org.diurna.edition.Offices;
import org.diurna.edition.ReleaseTypes;
import org.diurna.edition.Releases;
import org.diurna.gate.Originals;
import org.diurna.guest.Guests;
import org.diurna.house.Alarms;
import org.diurna.house.Jobs;
import org.diurna.staff.ProofPages;
import org.diurna.staff.Staff;
import org.springframework.boot.tomcat.ConfigurableTomcatWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** The desk's pages with the rooms that they need. */
@Configuration(proxyBeanMethods = false)
@Import({DecisionConfiguration.class, ApiConfiguration.class, PictureConfiguration.class, GuestConfiguration.class})
public class DeskConfiguration {
    @Bean
    Pages pages() {
        return new Pages(new Templates());
    }

    @Bean
    Gates gates(Releases releases, Rights rights, ProofPages proof) {
        return new Gates(new Entrance(releases, rights), rights, proof);
    }

    @Bean
    ReleasePages releasePages(
            Releases releases,
            Happenings happenings,
            ReleaseTypes types,
            Views.PublicAddress addresses,
            Preview.PressOf press,
            Pages pages,
            Gates gates,
            Staff staff,
            Studio studio,
            Decisions decide,
            Answers answers,
            Clock clock) {
        LineViews lines = new LineViews(releases.lines(), releases.offices(), types, staff.people());
        return new ReleasePages(
                decide,
                new Views(
                        releases,
                        happenings,
                        types,
                        decide.publish(),
                        addresses,
                        lines,
                        answers,
                        staff.people(),
                        clock),
                new Preview(press, types, studio),
                pages,
                gates);
    }

    @Bean
    DraftApi draftApi(Releases releases, Gates gates, Save save, Answers answers, Clock clock) {
        return new DraftApi(releases, gates.entrance(), save, answers, new Presence(clock));
    }

    @Bean
    StoryPages storyPages(Releases releases, Guests guests, Gates gates, Staff staff, Pages pages, Clock clock) {
        return new StoryPages(new Story(releases, staff.trail()), guests, gates, staff.people(), pages, clock);
    }

    /** What Tomcat itself refuses is told like everything else. */
    @Bean
    WebServerFactoryCustomizer<ConfigurableTomcatWebServerFactory> refusals() {
        return factory -> factory.addContextCustomizers(
                context -> context.getParent().getPipeline().addValve(new RefusalValve()));
    }

    @Bean
    CommentApi commentApi(
            Releases releases, Gates gates, Staff staff, Guests guests, Discuss discuss, Answers answers) {
        return new CommentApi(gates, releases.writing(), discuss, answers, staff.people(), guests);
    }

    @Bean
    SpeakerPages speakerPages(Releases releases, Pages pages, KeepSpeaker keep, Clock clock) {
        return new SpeakerPages(releases.writing().directory(), releases.offices(), keep, pages, clock);
    }

    @Bean
    TextPages textPages(Releases releases, Pages pages, Gates gates, Staff staff, Clock clock) {
        return new TextPages(
                releases.writing().texts(),
                releases.embargoTerms(),
                releases.offices(),
                gates.rights(),
                staff.people(),
                pages,
                clock);
    }

    @Bean
    NumberPages numberPages(Releases releases, Pages pages, Gates gates, Staff staff, ExplainNumber explain) {
        return new NumberPages(releases, gates, staff.people(), pages, explain);
    }

    @Bean
    ModelPages modelPages(Releases releases, Pages pages, Gates gates, Clock clock) {
        return new ModelPages(gates, releases.writing().models(), pages, clock);
    }

    @Bean
    PlacePages placePages(
            Releases releases,
            ReleaseTypes types,
            Counter counter,
            Pages pages,
            Gates gates,
            Staff staff,
            Alarms alarms) {
        LineViews views = new LineViews(releases.lines(), releases.offices(), types, staff.people());
        return new PlacePages(
                releases,
                gates.entrance(),
                new Appointments(releases, gates.rights()),
                views,
                staff.people(),
                types,
                alarms,
                new Requests(counter, gates.rights()),
                pages);
    }

    @Bean
    RequestPages requestPages(
            Counter counter, Releases releases, Studio studio, Staff staff, Pages pages, Gates gates, Clock clock) {
        Requests requests = new Requests(counter, gates.rights());
        return new RequestPages(
                requests,
                new RequestPages.Answers(
                        new GrantLicence(requests, releases.offices(), studio.platemaker(), clock),
                        new AnswerRequest(requests)),
                releases.offices(),
                staff.people(),
                pages);
    }

    @Bean
    PersonPages personPages(Counter counter, Pages pages, Gates gates) {
        return new PersonPages(
                counter, new ForgetPerson(counter, gates.rights()), gates.rights(), gates.proof(), pages);
    }

    @Bean
    WritingPages writingPages(
            Releases releases,
            ReleaseTypes types,
            Pages pages,
            Gates gates,
            Begin begin,
            AddLanguage add,
            Clock clock) {
        return new WritingPages(releases, types, gates, begin, add, pages, clock);
    }

    @Bean
    IntakePages intakePages(
            Originals originals, Releases releases, ReleaseTypes types, Pages pages, Gates gates, Clock clock) {
        return new IntakePages(
                new TakeIn(originals, releases, types, gates.rights(), clock), releases.offices(), pages);
    }

    @Bean
    RevisionPages revisionPages(Releases releases, Pages pages, Gates gates, Staff staff, Save save) {
        return new RevisionPages(releases, releases.revisions(), gates, save, staff.people(), pages);
    }

    @Bean
    EventPages eventPages(Pages pages, Gates gates, Save save) {
        return new EventPages(gates.entrance(), save, gates.rights(), pages);
    }

    @Bean
    RestrictionPages restrictionPages(Gates gates, Staff staff, Pages pages, Clock clock) {
        return new RestrictionPages(gates.entrance(), gates.rights(), staff.people(), pages, clock);
    }

    @Bean
    TonguePages tonguePages() {
        return new TonguePages();
    }

    @Bean
    FilePages filePages(Offices offices, Preview.PressOf press, ReleaseTypes types, Studio studio) {
        return new FilePages(offices, new Preview(press, types, studio));
    }

    @Bean
    ErrorPages errorPages(Pages pages, Clock clock) {
        return new ErrorPages(pages, clock);
    }

    @Bean
    OfficePages officePages(
            Releases releases, Gates gates, Jobs jobs, OfficePages.Homes homes, Pages pages, Clock clock) {
        Offices offices = releases.offices();
        return new OfficePages(
                offices,
                new ArrangeOffice(offices, gates.rights(), jobs, homes.others(), clock),
                homes,
                gates.proof(),
                pages);
    }
}
