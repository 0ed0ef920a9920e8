package org.diurna.desk;

import java.util.List;
import java.util.stream.Stream;
import org.diurna.darkroom.Pictures;
import org.diurna.darkroom.Uploads;
import org.diurna.desk.api.Call;
import org.diurna.desk.api.Calls;
import org.diurna.edition.Happenings;
import org.diurna.edition.ReleaseTypes;
import org.diurna.edition.Releases;
import org.diurna.staff.Staff;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The management API: its calls, group by group. */
@Configuration(proxyBeanMethods = false)
class ApiConfiguration {
    @Bean
    ManagementApi managementApi(
            RecordCalls records,
            PlaceCalls places,
            ReleaseCalls releases,
            DraftCalls drafts,
            DecisionCalls decisions,
            ScheduleCalls schedules,
            PictureCalls pictures,
            Staff staff,
            Uploads uploads) {
        List<Call> calls = Stream.of(
                        records.all(),
                        places.all(),
                        releases.all(),
                        drafts.all(),
                        decisions.all(),
                        schedules.all(),
                        pictures.all())
                .flatMap(List::stream)
                .toList();
        return new ManagementApi(
                new Calls(SelfCalls.with(calls)), staff.integrations().repeats(), uploads);
    }

    @Bean
    RecordCalls recordCalls(Staff staff, Happenings happenings, Gates gates) {
        return new RecordCalls(staff, happenings, gates);
    }

    @Bean
    PlaceCalls placeCalls(Releases releases, ReleaseTypes types, Gates gates, KeepSpeaker keep, ExplainNumber explain) {
        return new PlaceCalls(releases, types, gates, keep, explain);
    }

    @Bean
    ReleaseCalls releaseCalls(Releases releases, Gates gates, Begin begin, AddLanguage add) {
        return new ReleaseCalls(releases, gates, begin, add);
    }

    @Bean
    DraftCalls draftCalls(Releases releases, Gates gates, Save save, Discuss discuss, Checks checks, Staff staff) {
        return new DraftCalls(releases, gates, save, discuss, checks, staff.people());
    }

    @Bean
    DecisionCalls decisionCalls(Releases releases, Gates gates, Decisions decide) {
        return new DecisionCalls(releases, gates, decide);
    }

    @Bean
    ScheduleCalls scheduleCalls(Releases releases, Gates gates, SignOff signOff, Move move, Cancel cancel) {
        return new ScheduleCalls(releases, gates.entrance(), new SchedulePages.Decide(signOff, move, cancel));
    }

    @Bean
    PictureCalls pictureCalls(Pictures pictures, PictureReach reach, TakePicture take, DescribePicture describe) {
        return new PictureCalls(pictures, reach, take, describe);
    }
}
