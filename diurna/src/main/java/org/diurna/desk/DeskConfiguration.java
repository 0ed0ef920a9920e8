package org.diurna.desk;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.diurna.counter.Counter;
import org.diurna.darkroom.Pictures;
import org.diurna.darkroom.Uploads;
import org.diurna.desk.api.Call;
import org.diurna.desk.api.Calls;
import org.diurna.edition.Directory;
import org.diurna.edition.Happenings;
import org.diurna.edition.Offices;
import org.diurna.edition.ReleaseTypes;
import org.diurna.edition.Releases;
import org.diurna.edition.Writing;
import org.diurna.gate.Originals;
import org.diurna.guest.Guests;
import org.diurna.house.Alarms;
import org.diurna.house.Jobs;
import org.diurna.house.Outbox;
import org.diurna.house.Settings;
import org.diurna.staff.ProofPages;
import org.diurna.staff.Staff;
import org.springframework.boot.tomcat.ConfigurableTomcatWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
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
            Clock clock) {
        Rights rights = gates.rights();
        Decisions decide = decisions(releases, rights, studio, clock);
        Answers answers = answers(releases, studio, clock);
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
    SchedulePages schedulePages(
            Releases releases,
            Views.PublicAddress addresses,
            Pages pages,
            Gates gates,
            Studio studio,
            SchedulePages.Patience patience,
            Clock clock) {
        Rights rights = gates.rights();
        SignOff signOff = new SignOff(releases, rights, studio.platemaker(), clock);
        Move move = new Move(releases, rights, signOff, clock);
        Publish publish = new Publish(releases, rights, studio.platemaker(), clock);
        return new SchedulePages(
                releases,
                new SchedulePages.Decide(signOff, move, new Cancel(releases, rights, clock)),
                new ScheduleViews(releases, signOff, move, publish, addresses, patience.late()),
                gates,
                pages);
    }

    @Bean
    TogetherPages togetherPages(
            Releases releases,
            Views.PublicAddress addresses,
            Pages pages,
            Gates gates,
            Studio studio,
            SchedulePages.Patience patience,
            Clock clock) {
        Rights rights = gates.rights();
        SignOff signOff = new SignOff(releases, rights, studio.platemaker(), clock);
        Publish publish = new Publish(releases, rights, studio.platemaker(), clock);
        Together together = new Together(releases, rights, signOff, publish, studio.platemaker(), clock);
        Bundle bundle = new Bundle(
                releases, rights, new Move(releases, rights, signOff, clock), new Cancel(releases, rights, clock));
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
        return new CopyPages(
                releases, guests, copies, studio, addresses, staff, gates.rights(), new Templates(), clock);
    }

    @Bean
    PlanningPages planningPages(Releases releases, Staff staff, Gates gates, Pages pages, Clock clock) {
        Planning planning = new Planning(releases, gates.rights(), staff.permissions(), clock);
        return new PlanningPages(releases, planning, staff.people(), gates, pages, clock);
    }

    @Bean
    CalendarPages calendarPages(Releases releases, Gates gates, Pages pages, Clock clock) {
        return new CalendarPages(new Appointments(releases, gates.rights()), releases, pages, clock);
    }

    @Bean
    DraftApi draftApi(Releases releases, Gates gates, Studio studio, Clock clock) {
        return new DraftApi(
                releases,
                gates.entrance(),
                new Save(releases, releases.revisions(), gates.rights(), clock),
                answers(releases, studio, clock),
                new Presence(clock));
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
    ManagementApi managementApi(
            Releases releases,
            Happenings happenings,
            ReleaseTypes types,
            Pictures pictures,
            PictureReach reach,
            TakePicture take,
            Gates gates,
            Staff staff,
            Studio studio,
            Mentions mentions,
            Uploads uploads,
            Clock clock) {
        Rights rights = gates.rights();
        SignOff signOff = new SignOff(releases, rights, studio.platemaker(), clock);
        List<Call> calls = new ArrayList<>();
        calls.addAll(new RecordCalls(staff, happenings, gates).all());
        calls.addAll(new PlaceCalls(
                        releases,
                        types,
                        gates,
                        new KeepSpeaker(releases.writing().directory(), rights, clock),
                        new ExplainNumber(releases.writing().numbers(), rights, clock))
                .all());
        calls.addAll(new ReleaseCalls(
                        releases,
                        gates,
                        new Begin(releases, types, rights, clock),
                        new AddLanguage(releases, rights, clock))
                .all());
        calls.addAll(new DraftCalls(
                        releases,
                        gates,
                        new Save(releases, releases.revisions(), rights, clock),
                        new Discuss(releases.writing().comments(), rights, mentions, clock),
                        new Checks(releases, studio.library(), clock),
                        staff.people())
                .all());
        calls.addAll(new DecisionCalls(releases, gates, decisions(releases, rights, studio, clock)).all());
        calls.addAll(new ScheduleCalls(
                        releases,
                        gates.entrance(),
                        new SchedulePages.Decide(
                                signOff,
                                new Move(releases, rights, signOff, clock),
                                new Cancel(releases, rights, clock)))
                .all());
        calls.addAll(
                new PictureCalls(pictures, reach, take, new DescribePicture(pictures, reach, rights, clock)).all());
        return new ManagementApi(
                new Calls(SelfCalls.with(calls)), staff.integrations().repeats(), uploads);
    }

    private static Decisions decisions(Releases releases, Rights rights, Studio studio, Clock clock) {
        Platemaker platemaker = studio.platemaker();
        return new Decisions(
                new Publish(releases, rights, platemaker, clock),
                new Correct(releases, rights, platemaker, clock),
                new Withdraw(releases, rights, clock),
                new Submit(releases, rights, clock),
                new Approve(releases, rights, clock),
                new Return(releases, rights, clock));
    }

    private static Answers answers(Releases releases, Studio studio, Clock clock) {
        return new Answers(
                new Checks(releases, studio.library(), clock),
                releases.writing().texts());
    }

    @Bean
    PictureApi pictureApi(Gates gates, Studio studio, Releases releases, Clock clock) {
        return new PictureApi(gates, studio, releases.plates(), clock);
    }

    @Bean
    PictureReach pictureReach(Pictures pictures, Offices offices) {
        return new PictureReach(pictures, offices);
    }

    @Bean
    TakePicture takePicture(
            Pictures pictures, Studio studio, Offices offices, PictureReach reach, Gates gates, Clock clock) {
        return new TakePicture(pictures, studio, offices, reach, gates.rights(), clock);
    }

    @Bean
    LibraryPages libraryPages(
            Pictures pictures,
            Studio studio,
            PictureReach reach,
            TakePicture take,
            Settings.Intake intake,
            Pages pages,
            Clock clock) {
        return new LibraryPages(pictures, studio, reach, take, intake, pages, clock);
    }

    @Bean
    PictureIntakeApi pictureIntakeApi(TakePicture take, Pages pages) {
        return new PictureIntakeApi(take, pages);
    }

    @Bean
    UploadApi uploadApi(Uploads uploads, TakePicture take, Settings.Intake intake, Pages pages) {
        return new UploadApi(uploads, take, intake, pages);
    }

    @Bean
    Mailed mailed(TakePicture take, Offices offices, Settings.Intake intake) {
        return new Mailed(intake.inbox().map(folder -> new PictureInbox(folder, offices, take).start()));
    }

    /** The folder through which pictures come in by themselves, where there is one. */
    record Mailed(Optional<PictureInbox> inbox) implements AutoCloseable {
        @Override
        public void close() {
            inbox.ifPresent(PictureInbox::close);
        }
    }

    @Bean
    BundlePages bundlePages(Pictures pictures, Studio studio, PictureReach reach, Rights rights) {
        return new BundlePages(pictures, studio, reach, rights);
    }

    @Bean
    PictureUses pictureUses(Releases releases, Gates gates, Clock clock) {
        return new PictureUses(releases, new RecallPicture(releases, gates.rights(), clock));
    }

    @Bean
    PicturePages picturePages(
            Pictures pictures,
            Studio studio,
            PictureReach reach,
            TakePicture take,
            PictureUses uses,
            Releases releases,
            Licences licences,
            Gates gates,
            Pages pages,
            Clock clock) {
        DescribePicture describe = new DescribePicture(pictures, reach, gates.rights(), clock);
        Successions successions = new Successions(pictures, reach, releases, gates.rights());
        return new PicturePages(
                studio, reach, take, describe, uses, releases.writing().directory(), licences, successions, pages);
    }

    @Bean
    ReplacementPages replacementPages(
            Pictures pictures,
            PictureReach reach,
            TakePicture take,
            Studio studio,
            Releases releases,
            Gates gates,
            Pages pages,
            Clock clock) {
        Rights rights = gates.rights();
        Save save = new Save(releases, releases.revisions(), rights, clock);
        return new ReplacementPages(
                pictures,
                reach,
                take,
                new ReplacementPages.Decisions(
                        new ReplacePicture(pictures, reach, rights, clock),
                        new ExchangePicture(pictures, reach, releases, save)),
                studio,
                pages);
    }

    @Bean
    RecallPages recallPages(Releases releases, PictureUses uses, Gates gates, Pages pages, Clock clock) {
        return new RecallPages(new RecallPicture(releases, gates.rights(), clock), uses, gates, pages);
    }

    @Bean
    CommentApi commentApi(
            Releases releases, Gates gates, Staff staff, Studio studio, Guests guests, Mentions mentions, Clock clock) {
        Writing writing = releases.writing();
        return new CommentApi(
                gates,
                writing,
                new Discuss(writing.comments(), gates.rights(), mentions, clock),
                answers(releases, studio, clock),
                staff.people(),
                guests);
    }

    @Bean
    SpeakerPages speakerPages(Releases releases, Pages pages, Gates gates, Clock clock) {
        Directory directory = releases.writing().directory();
        KeepSpeaker keep = new KeepSpeaker(directory, gates.rights(), clock);
        return new SpeakerPages(directory, releases.offices(), keep, pages, clock);
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
    NumberPages numberPages(Releases releases, Pages pages, Gates gates, Staff staff, Clock clock) {
        ExplainNumber explain = new ExplainNumber(releases.writing().numbers(), gates.rights(), clock);
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
    WritingPages writingPages(Releases releases, ReleaseTypes types, Pages pages, Gates gates, Clock clock) {
        return new WritingPages(
                releases,
                types,
                gates,
                new Begin(releases, types, gates.rights(), clock),
                new AddLanguage(releases, gates.rights(), clock),
                pages,
                clock);
    }

    @Bean
    IntakePages intakePages(
            Originals originals, Releases releases, ReleaseTypes types, Pages pages, Gates gates, Clock clock) {
        return new IntakePages(
                new TakeIn(originals, releases, types, gates.rights(), clock), releases.offices(), pages);
    }

    @Bean
    RevisionPages revisionPages(Releases releases, Pages pages, Gates gates, Staff staff, Clock clock) {
        return new RevisionPages(
                releases,
                releases.revisions(),
                gates,
                new Save(releases, releases.revisions(), gates.rights(), clock),
                staff.people(),
                pages);
    }

    @Bean
    EventPages eventPages(Releases releases, Pages pages, Gates gates, Clock clock) {
        return new EventPages(
                gates.entrance(),
                new Save(releases, releases.revisions(), gates.rights(), clock),
                gates.rights(),
                pages);
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
                offices, new ArrangeOffice(offices, gates.rights(), jobs, clock), homes, gates.proof(), pages);
    }
}
