package org.diurna.desk;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.diurna.edition.NumberTaken;
import org.diurna.edition.Office;
import org.diurna.edition.ReleaseId;
import org.diurna.edition.ReleaseNumber;
import org.diurna.edition.ReleaseTypes;
import org.diurna.edition.Releases;
import org.diurna.edition.Standing;
import org.diurna.edition.Wording;
import org.diurna.house.Language;
import org.diurna.staff.Doer;

/** The decision to begin a release. */
final class Begin {
    private static final Pattern NUMBER =
            Pattern.compile("(?:(\\p{L}[\\p{L}-]*?)[- ]?)?(0*[1-9]\\d{0,5})(?:/([1-9]\\d{3}))?");

    private final Releases releases;
    private final ReleaseTypes types;
    private final Rights rights;
    private final Clock clock;

    public Begin(Releases releases, ReleaseTypes types, Rights rights, Clock clock) {
        this.releases = releases;
        this.rights = rights;
        this.types = types;
        this.clock = clock;
    }

    /** What became of it. */
    public sealed interface Outcome {
        /** There is a draft now. */
        record Begun(ReleaseId release, Language language) implements Outcome {}

        /** Not as long as there are these objections. */
        record NotReady(List<Objection> objections) implements Outcome {}

        /** The doer's duties do not carry it. */
        record NotAllowed() implements Outcome {}
    }

    /**
     * What somebody wants to begin, as it was typed.
     *
     * @param number may be empty: {@code 12}, {@code 012/2026}, {@code SC-33}
     */
    public record Wish(String office, String type, String language, String number) {}

    public Outcome run(Doer by, Wish wish) {
        List<Objection> objections = new ArrayList<>();
        Optional<Office> office = releases.offices().find(wish.office());
        Optional<Language> language = office.flatMap(found -> found.languages().stream()
                .filter(each -> each.tag().equals(wish.language()))
                .findFirst());
        if (office.isEmpty()) {
            objections.add(Objection.to("office", "office-missing"));
        } else if (language.isEmpty()) {
            objections.add(Objection.to("language", "language-choose"));
        }
        if (types.find(wish.type()).isEmpty()) {
            objections.add(Objection.to("type", "type-missing"));
        }
        Matcher number = NUMBER.matcher(wish.number().strip());
        if (!wish.number().isBlank() && !number.matches()) {
            objections.add(Objection.to("number", "number-wrong"));
        }
        if (!objections.isEmpty()) {
            return new Outcome.NotReady(objections);
        }
        LocalDate today =
                LocalDate.ofInstant(clock.instant(), office.orElseThrow().zone());
        Optional<ReleaseNumber> given =
                wish.number().isBlank() ? Optional.empty() : Optional.of(number(number, today.getYear()));
        Wording wording = new Wording(
                "",
                List.of(),
                office.get().places().getOrDefault(language.orElseThrow(), ""),
                Optional.of(today),
                List.of());
        return begin(by, office.get(), wish.type(), given, language.get(), wording);
    }

    private static ReleaseNumber number(Matcher number, int thisYear) {
        String series = Optional.ofNullable(number.group(1)).orElse("");
        int serial = Integer.parseInt(number.group(2));
        int year = Optional.ofNullable(number.group(3)).map(Integer::parseInt).orElse(thisYear);
        return ReleaseNumber.of(series, serial, year);
    }

    /** The next free number of an office, as it is printed. */
    String nextNumber(Office office) {
        int year = LocalDate.ofInstant(clock.instant(), office.zone()).getYear();
        int serial = releases.nextSerial(office.code(), "", year);
        return ReleaseNumber.of("", serial, year).printed();
    }

    /** A release with the words of another, dated today; the new one has no number yet. */
    Outcome copy(Doer by, Office office, String type, Language language, Wording of) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), office.zone());
        Wording wording =
                new Wording(of.headline(), of.decks(), of.place(), Optional.of(today), of.body(), of.banner());
        return begin(by, office, type, Optional.empty(), language, wording);
    }

    private Outcome begin(
            Doer by, Office office, String type, Optional<ReleaseNumber> number, Language language, Wording wording) {
        if (!rights.begins(by, office.code(), type, language)) {
            return new Outcome.NotAllowed();
        }
        try {
            ReleaseId id = releases.begin(
                    new Releases.Beginning(
                            office.code(), type, number, language, Standing.ORIGINAL, wording, "", List.of()),
                    by.id(),
                    clock.instant());
            return new Outcome.Begun(id, language);
        } catch (NumberTaken e) {
            String next = nextNumber(office);
            return new Outcome.NotReady(List.of(new Objection("number", "", "number-taken", Map.of("next", next))));
        }
    }
}
