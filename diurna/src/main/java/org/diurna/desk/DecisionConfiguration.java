package org.diurna.desk;

import java.time.Clock;
import org.diurna.darkroom.Pictures;
import org.diurna.edition.ReleaseTypes;
import org.diurna.edition.Releases;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What is decided at the desk, each by the one class that pages and calls of the API ask. */
@Configuration(proxyBeanMethods = false)
class DecisionConfiguration {
    @Bean
    Publish publish(Releases releases, Rights rights, Studio studio, Clock clock) {
        return new Publish(releases, rights, studio.platemaker(), clock);
    }

    @Bean
    Decisions decisions(Publish publish, Releases releases, Rights rights, Studio studio, Clock clock) {
        return new Decisions(
                publish,
                new Correct(releases, rights, studio.platemaker(), clock),
                new Withdraw(releases, rights, clock),
                new Submit(releases, rights, clock),
                new Approve(releases, rights, clock),
                new Return(releases, rights, clock));
    }

    @Bean
    SignOff signOff(Releases releases, Rights rights, Studio studio, Clock clock) {
        return new SignOff(releases, rights, studio.platemaker(), clock);
    }

    @Bean
    Move move(Releases releases, Rights rights, SignOff signOff, Clock clock) {
        return new Move(releases, rights, signOff, clock);
    }

    @Bean
    Cancel cancel(Releases releases, Rights rights, Clock clock) {
        return new Cancel(releases, rights, clock);
    }

    @Bean
    Save save(Releases releases, Rights rights, Clock clock) {
        return new Save(releases, releases.revisions(), rights, clock);
    }

    @Bean
    Begin begin(Releases releases, ReleaseTypes types, Rights rights, Clock clock) {
        return new Begin(releases, types, rights, clock);
    }

    @Bean
    AddLanguage addLanguage(Releases releases, Rights rights, Clock clock) {
        return new AddLanguage(releases, rights, clock);
    }

    @Bean
    Discuss discuss(Releases releases, Rights rights, Mentions mentions, Clock clock) {
        return new Discuss(releases.writing().comments(), rights, mentions, clock);
    }

    @Bean
    Checks checks(Releases releases, Studio studio, Clock clock) {
        return new Checks(releases, studio.library(), clock);
    }

    @Bean
    Answers answers(Checks checks, Releases releases) {
        return new Answers(checks, releases.writing().texts());
    }

    @Bean
    KeepSpeaker keepSpeaker(Releases releases, Rights rights, Clock clock) {
        return new KeepSpeaker(releases.writing().directory(), rights, clock);
    }

    @Bean
    ExplainNumber explainNumber(Releases releases, Rights rights, Clock clock) {
        return new ExplainNumber(releases.writing().numbers(), rights, clock);
    }

    @Bean
    DescribePicture describePicture(Pictures pictures, PictureReach reach, Rights rights, Clock clock) {
        return new DescribePicture(pictures, reach, rights, clock);
    }

    @Bean
    RecallPicture recallPicture(Releases releases, Rights rights, Clock clock) {
        return new RecallPicture(releases, rights, clock);
    }
}
