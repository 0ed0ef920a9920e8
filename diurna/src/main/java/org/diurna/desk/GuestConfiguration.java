package org.diurna.desk;

import java.time.Clock;
import org.diurna.edition.Releases;
import org.diurna.guest.Guests;
import org.diurna.house.Outbox;
import org.diurna.staff.Staff;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What is planned: sign-offs, bundles and the calendar, and the guests who read before it is public. */
@Configuration(proxyBeanMethods = false)
class GuestConfiguration {
    @Bean
    SchedulePages schedulePages(
            Releases releases,
            Views.PublicAddress addresses,
            Pages pages,
            Gates gates,
            SignOff signOff,
            Move move,
            Cancel cancel,
            Publish publish,
            SchedulePages.Patience patience) {
        return new SchedulePages(
                releases,
                new SchedulePages.Decide(signOff, move, cancel),
                new ScheduleViews(releases, signOff, move, publish, addresses, patience.late()),
                gates,
                pages);
    }

    @Bean
    Together together(Releases releases, Rights rights, SignOff signOff, Publish publish, Studio studio, Clock clock) {
        return new Together(releases, rights, signOff, publish, studio.platemaker(), clock);
    }

    @Bean
    Bundle bundle(Releases releases, Rights rights, Move move, Cancel cancel) {
        return new Bundle(releases, rights, move, cancel);
    }

    @Bean
    TogetherPages togetherPages(
            Together together,
            Bundle bundle,
            Releases releases,
            Views.PublicAddress addresses,
            Pages pages,
            Gates gates,
            SchedulePages.Patience patience) {
        return new TogetherPages(
                together,
                bundle,
                new TogetherViews(releases, together, bundle, gates, addresses, patience.late()),
                gates,
                pages);
    }

    @Bean
    GuestCopies guestCopies(Releases releases, Studio studio) {
        return new GuestCopies(releases, studio);
    }

    @Bean
    GuestPages guestPages(
            Releases releases,
            Guests guests,
            Outbox outbox,
            GuestCopies copies,
            Staff staff,
            Gates gates,
            Pages pages,
            Clock clock) {
        Invite invite = new Invite(releases, gates.rights(), guests, new GuestLetters(outbox, releases), clock);
        return new GuestPages(releases, guests, invite, copies, staff.people(), gates, pages, clock, staff.address());
    }

    @Bean
    CopyPages copyPages(
            Releases releases,
            Guests guests,
            GuestCopies copies,
            Studio studio,
            Views.PublicAddress addresses,
            Staff staff,
            Gates gates,
            Clock clock) {
        GuestComments comments = new GuestComments(releases, copies, gates.rights(), clock);
        return new CopyPages(
                releases, guests, copies, comments, studio, addresses, staff, gates.rights(), new Templates(), clock);
    }

    @Bean
    PlanningPages planningPages(Releases releases, Staff staff, Gates gates, Pages pages, Clock clock) {
        Planning planning = new Planning(releases, gates.rights(), staff.permissions(), clock);
        return new PlanningPages(
                releases, planning, new PlanningViews(releases, staff.people(), gates, clock), gates, pages);
    }

    @Bean
    CalendarPages calendarPages(Releases releases, Gates gates, Pages pages, Clock clock) {
        return new CalendarPages(new Appointments(releases, gates.rights()), releases, pages, clock);
    }
}
