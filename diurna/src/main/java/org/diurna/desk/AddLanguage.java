package org.diurna.desk;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.diurna.edition.Banner;
import org.diurna.edition.Draft;
import org.diurna.edition.Release;
import org.diurna.edition.ReleaseId;
import org.diurna.edition.Releases;
import org.diurna.edition.Standing;
import org.diurna.edition.Wording;
import org.diurna.house.Language;
import org.diurna.staff.Doer;

/** The decision to say a release in one more language. */
final class AddLanguage {
    private final Releases releases;
    private final Rights rights;
    private final Clock clock;

    public AddLanguage(Releases releases, Rights rights, Clock clock) {
        this.releases = releases;
        this.rights = rights;
        this.clock = clock;
    }

    /** What the new version begins with. */
    public enum Start {
        /** The text that it is to be translated from, block by block under the same ids. */
        TEXT,
        /** Nothing but place and date. */
        EMPTY
    }

    /** What became of it. */
    public sealed interface Outcome {
        /** There is a draft in that language now; one that had been thrown away is back with its words. */
        record Added(Language language) implements Outcome {}

        /** Not as long as there are these objections. */
        record NotReady(List<Objection> objections) implements Outcome {}

        /** There is no such release. */
        record NotFound() implements Outcome {}

        /** The doer's duties do not carry it. */
        record NotAllowed() implements Outcome {}
    }

    public Outcome run(Doer by, ReleaseId id, Language from, String wanted, Standing standing, Start start) {
        Optional<Release> release = releases.find(id);
        Optional<Draft> source = releases.draft(id, from);
        if (release.isEmpty() || source.isEmpty() || !rights.sees(by, release.get())) {
            return new Outcome.NotFound();
        }
        Optional<Language> language = release.get().office().languages().stream()
                .filter(each -> each.tag().equals(wanted))
                .findFirst();
        if (language.isEmpty()) {
            return new Outcome.NotReady(List.of(Objection.to("language", "language-choose")));
        }
        // what was thrown away comes back as what it was
        Standing real = releases.discards().standing(id, language.get()).orElse(standing);
        if (!rights.writes(by, release.get(), language.get(), real)) {
            return new Outcome.NotAllowed();
        }
        if (releases.draft(id, language.get()).isPresent()
                || releases.discards().recover(id, language.get())) {
            return new Outcome.Added(language.get());
        }
        Wording text = source.get().wording();
        String place = release.get().office().places().getOrDefault(language.get(), text.place());
        Wording wording = start == Start.TEXT
                ? new Wording(
                        text.headline(), text.decks(), place, text.date(), text.body(), text.banner(), text.events())
                : new Wording(
                        "",
                        List.of(),
                        place,
                        text.date(),
                        List.of(),
                        text.banner().map(AddLanguage::untold),
                        text.events());
        releases.addLanguage(
                id,
                new Releases.Beginning(
                        release.get().office().code(),
                        release.get().type(),
                        release.get().number(),
                        language.get(),
                        standing,
                        wording,
                        "",
                        List.of()),
                by.id(),
                clock.instant());
        return new Outcome.Added(language.get());
    }

    /** The same picture, to be described in the new language. */
    private static Banner untold(Banner banner) {
        return new Banner(banner.picture(), banner.use(), "", "");
    }
}
