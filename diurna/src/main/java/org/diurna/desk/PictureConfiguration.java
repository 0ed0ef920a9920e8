package org.diurna.desk;

import java.time.Clock;
import java.util.Optional;
import org.diurna.darkroom.Pictures;
import org.diurna.darkroom.Uploads;
import org.diurna.edition.Offices;
import org.diurna.edition.Releases;
import org.diurna.house.Settings;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The pages of the pictures, and the ways on which pictures come in. */
@Configuration(proxyBeanMethods = false)
class PictureConfiguration {
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
    PictureUses pictureUses(Releases releases, RecallPicture recall) {
        return new PictureUses(releases, recall);
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
            DescribePicture describe) {
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
            Rights rights,
            Pages pages,
            Save save,
            Clock clock) {
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
    RecallPages recallPages(RecallPicture recall, PictureUses uses, Gates gates, Pages pages) {
        return new RecallPages(recall, uses, gates, pages);
    }
}
