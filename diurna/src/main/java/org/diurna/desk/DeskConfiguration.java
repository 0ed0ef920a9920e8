package org.diurna.desk;

import java.time.Clock;
import org.diurna.edition.Happenings;
import org.diurna.edition.Offices;
import org.diurna.edition.ReleaseTypes;
import org.diurna.edition.Releases;
import org.diurna.staff.ProofPages;
import org.diurna.staff.Staff;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

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
            Rights rights,
            Staff staff,
            ProofPages proof,
            Clock clock) {
        Publish publish = new Publish(releases, rights, clock);
        return new ReleasePages(
                new Decisions(publish, new Correct(releases, rights, clock), new Withdraw(releases, rights, clock)),
                new Views(releases, happenings, types, publish, addresses, staff.people()),
                new Preview(press, types),
                pages,
                new Gates(new Entrance(releases, rights), rights, proof),
                clock);
    }

    @Bean
    RestrictionPages restrictionPages(Releases releases, Rights rights, Staff staff, Pages pages, Clock clock) {
        return new RestrictionPages(new Entrance(releases, rights), rights, staff.people(), pages, clock);
    }

    @Bean
    FilePages filePages(Offices offices, Preview.PressOf press, ReleaseTypes types) {
        return new FilePages(offices, new Preview(press, types));
    }

    @Bean
    ErrorPages errorPages(Pages pages, Clock clock) {
        return new ErrorPages(pages, clock);
    }
}
