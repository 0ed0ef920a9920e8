package org.diurna.desk;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.diurna.edition.NumberTaken;
import org.diurna.edition.Office;
import org.diurna.edition.ReleaseId;
import org.diurna.edition.ReleaseNumber;
import org.diurna.edition.ReleaseType;
import org.diurna.edition.ReleaseTypes;
import org.diurna.edition.Releases;
import org.diurna.edition.Standing;
import org.diurna.edition.Wording;
import org.diurna.gate.Found;
import org.diurna.gate.FoundDate;
import org.diurna.gate.Gate;
import org.diurna.gate.Originals;
import org.diurna.gate.Outcome.Read;
import org.diurna.gate.Outcome.Refused;
import org.diurna.house.Language;
import org.diurna.staff.Doer;

/** The decision to make a draft of a page or file from elsewhere. What could not be decided is noted on the draft. */
public final class TakeIn {
    private final Gate gate = new Gate();
    private final Originals originals;
    private final Releases releases;
    private final ReleaseTypes types;
    private final Rights rights;
    private final Clock clock;

    public TakeIn(Originals originals, Releases releases, ReleaseTypes types, Rights rights, Clock clock) {
        this.originals = originals;
        this.releases = releases;
        this.rights = rights;
        this.types = types;
        this.clock = clock;
    }

    /** What became of it. */
    public sealed interface Outcome {
        /** There is a draft. */
        record Taken(ReleaseId release, Language language, Found found) implements Outcome {}

        /** Nothing was made; the sentence says why and what to do. */
        record NotTaken(String sentence) implements Outcome {}

        /** The doer's duties do not carry a release of that office, type and language. */
        record NotAllowed() implements Outcome {}
    }

    /**
     * Reads a page or document and begins a release with it.
     *
     * @param by  who may begin releases like it
     * @param day where the page's own date is wrong, missing or ambiguous
     */
    public Outcome run(Doer by, byte[] bytes, String fileName, Office office, Optional<LocalDate> day) {
        return switch (gate.read(bytes, fileName)) {
            case Refused refused -> new Outcome.NotTaken(refused.sentence());
            case Read(var found, var digest) -> {
                if (!rights.begins(by, office.code(), type(found), language(office, found.language()))) {
                    yield new Outcome.NotAllowed();
                }
                originals.keep(digest, bytes);
                yield begin(by, fileName, office, found, digest, day);
            }
        };
    }

    private Outcome begin(
            Doer by, String fileName, Office office, Found found, String digest, Optional<LocalDate> day) {
        Language language = language(office, found.language());
        List<String> reports = new ArrayList<>(
                found.reports().stream().map(Found.Report::sentence).toList());
        Optional<ReleaseNumber> number = found.number().flatMap(reference -> number(reference, reports));
        Wording wording = new Wording(
                found.headline(),
                found.decks().stream().limit(Wording.DECKS_MAX).toList(),
                found.place(),
                day.or(() -> day(found.date())),
                found.body());
        try {
            ReleaseId id = releases.begin(
                    new Releases.Beginning(
                            office.code(), type(found), number, language, Standing.ORIGINAL, wording, digest, reports),
                    by.id(),
                    clock.instant());
            return new Outcome.Taken(id, language, found);
        } catch (NumberTaken e) {
            return new Outcome.NotTaken(
                    fileName + " was not imported. " + e.getMessage() + " It may have been imported before.");
        }
    }

    private static Optional<LocalDate> day(FoundDate date) {
        return switch (date) {
            case FoundDate.Certain certain -> Optional.of(certain.day());
            case FoundDate.Ambiguous _, FoundDate.NotFound _ -> Optional.empty();
        };
    }

    /** The office's own tag for the language: zh for zh-Hans, where that is what the office writes. */
    private static Language language(Office office, Language found) {
        String wide = found.tag().replaceFirst("-.*", "");
        return office.languages().stream()
                .filter(language -> language.equals(found))
                .findFirst()
                .or(() -> office.languages().stream()
                        .filter(language -> language.tag().equals(wide))
                        .findFirst())
                .orElse(found);
    }

    private String type(Found found) {
        ReleaseType.Core core = found.label().map(Found.Label::core).orElse(ReleaseType.Core.RELEASE);
        return types.all().stream()
                .filter(type -> type.core() == core)
                .findFirst()
                .orElse(types.all().getFirst())
                .code();
    }

    private static Optional<ReleaseNumber> number(Found.Reference reference, List<String> reports) {
        if (reference.serial() < 1 || reference.year() < 1000 || reference.year() > 9999) {
            reports.add("The page bears the number \"" + reference.printed()
                    + "\", of which serial and year cannot be told; enter them if the release is to bear it.");
            return Optional.empty();
        }
        return Optional.of(
                new ReleaseNumber(reference.series(), reference.serial(), reference.year(), reference.printed()));
    }
}
