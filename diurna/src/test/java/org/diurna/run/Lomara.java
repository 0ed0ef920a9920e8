package org.diurna.run;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.diurna.desk.Correct;
import org.diurna.desk.Publish;
import org.diurna.desk.RecallPicture;
import org.diurna.desk.Refusal;
import org.diurna.desk.Rights;
import org.diurna.desk.SignOff;
import org.diurna.desk.Withdraw;
import org.diurna.edition.Block;
import org.diurna.edition.Edition;
import org.diurna.edition.Inline;
import org.diurna.edition.Office;
import org.diurna.edition.ReleaseId;
import org.diurna.edition.Releases;
import org.diurna.edition.Schedule;
import org.diurna.edition.Standing;
import org.diurna.edition.WallTime;
import org.diurna.edition.WithdrawnText;
import org.diurna.edition.Wording;
import org.diurna.house.Language;
import org.diurna.staff.Doer;
import org.diurna.staff.Members;

/** An office of a small imaginary republic, and short ways to what its press officers do. */
final class Lomara {
    static final String HOST = "127.0.0.1";
    static final Language EN = Language.of("en");
    static final Language FR = Language.of("fr");
    static final List<Language> SIX = Stream.of("en", "fr", "ar", "ja", "sr-Latn", "sr-Cyrl")
            .map(Language::of)
            .toList();
    static final String OFFICER = "Ilena Marwick";

    private final Installation house;
    private final Optional<Gallery> gallery;

    Lomara(Installation house) {
        this.house = house;
        this.gallery = Optional.empty();
    }

    /** An office that has pictures. */
    Lomara(Installation house, Gallery gallery) {
        this.house = house;
        this.gallery = Optional.of(gallery);
    }

    static Office ministry(String host) {
        Map<Language, String> names = new java.util.HashMap<>();
        SIX.forEach(language -> names.put(language, "Ministry of Lomara (" + language + ")"));
        return new Office(
                "ministry",
                names,
                List.of(host),
                SIX,
                ZoneId.of("Europe/Lisbon"),
                Office.Brand.PLAIN,
                List.of(new Office.Contact(Map.of(EN, "Press office"), "", "press@mfa.lomara.example", "")),
                Map.of(EN, "Port Halden"),
                Optional.empty(),
                Optional.empty());
    }

    static Wording wording(String headline, String text) {
        return wording(headline, text, LocalDate.of(2026, 3, 4));
    }

    static Wording wording(String headline, String text, LocalDate day) {
        return new Wording(
                headline,
                List.of(),
                "Port Halden",
                Optional.of(day),
                List.of(new Block.Paragraph("p1", Optional.empty(), List.of(Inline.Text.plain(text)))));
    }

    /** A draft in English, and in further languages as official translations. */
    ReleaseId draft(Wording wording, Language... others) {
        Releases.Beginning beginning = new Releases.Beginning(
                "ministry", "press-release", Optional.empty(), EN, Standing.ORIGINAL, wording, "", List.of());
        ReleaseId id = house.releases.begin(beginning, OFFICER, house.clock.instant());
        for (Language other : others) {
            Wording translated = new Wording(
                    wording.headline() + " " + other, wording.decks(), wording.place(), wording.date(), wording.body());
            house.releases.addLanguage(
                    id,
                    new Releases.Beginning(
                            "ministry",
                            "press-release",
                            Optional.empty(),
                            other,
                            Standing.OFFICIAL,
                            translated,
                            "",
                            List.of()),
                    OFFICER,
                    house.clock.instant());
        }
        return id;
    }

    Edition publish(ReleaseId id, Language language) {
        int seen = house.releases.draft(id, language).orElseThrow().revision();
        return switch (decide().run(new Doer.Operator(OFFICER), id, language, seen)) {
            case Publish.Outcome.Published(var edition) -> edition;
            case Refusal.NotReady(var objections) -> throw new AssertionError("refused: " + objections);
            case Refusal.Overtaken _, Refusal.NotFound _, Refusal.NotAllowed _, Refusal.ProveFirst _ ->
                throw new AssertionError("not there");
        };
    }

    /** Signs versions off for a time of the office. */
    Schedule signOff(ReleaseId id, LocalDateTime local, Language... languages) {
        SignOff decide = gallery.map(
                        pictures -> new SignOff(house.releases, rights(), pictures.platemaker(), house.clock))
                .orElseGet(() -> new SignOff(house.releases, rights(), house.clock));
        List<SignOff.Seen> seen = Stream.of(languages)
                .map(language -> new SignOff.Seen(
                        language,
                        house.releases.draft(id, language).orElseThrow().revision()))
                .toList();
        WallTime when = new WallTime(local, ZoneId.of("Europe/Lisbon"), WallTime.Shift.ONLY);
        return switch (decide.run(new Doer.Operator(OFFICER), id, seen, when, Publish.Numbering.AS_IT_IS)) {
            case SignOff.Outcome.SignedOff(var schedule) -> schedule;
            case SignOff.Outcome.NoSuchTime _, SignOff.Outcome.TwoSuchTimes _, Refusal _ ->
                throw new AssertionError("refused");
        };
    }

    /** Drafts, publishes and runs the press. */
    ReleaseId release(String headline, String text) {
        ReleaseId id = draft(wording(headline, text));
        publish(id, EN);
        house.pressRun.run();
        return id;
    }

    Edition correct(ReleaseId id, Language language, Correct.Reason reason, Wording wording) {
        int seen = house.releases.draft(id, language).orElseThrow().revision();
        house.releases.save(id, language, seen, wording, OFFICER, house.clock.instant());
        Correct correct = gallery.map(
                        pictures -> new Correct(house.releases, rights(), pictures.platemaker(), house.clock))
                .orElseGet(() -> new Correct(house.releases, rights(), house.clock));
        return switch (correct.run(new Doer.Operator(OFFICER), id, language, seen + 1, reason, "A figure was wrong.")) {
            case Correct.Outcome.Corrected(var edition) -> edition;
            case Refusal.NotReady(var objections) -> throw new AssertionError("refused: " + objections);
            case Refusal.Overtaken _, Refusal.NotFound _, Refusal.NotAllowed _, Refusal.ProveFirst _ ->
                throw new AssertionError("not there");
        };
    }

    Publish decide() {
        return gallery.map(pictures -> new Publish(house.releases, rights(), pictures.platemaker(), house.clock))
                .orElseGet(() -> new Publish(house.releases, rights(), house.clock));
    }

    /** What the decision objects to. */
    List<String> objections(ReleaseId id) {
        var draft = house.releases.draft(id, EN).orElseThrow();
        return decide().objections(house.releases.find(id).orElseThrow(), draft).stream()
                .map(objection -> objection.key())
                .toList();
    }

    void recall(String picture) {
        RecallPicture.Outcome outcome = new RecallPicture(house.releases, rights(), house.clock)
                .run(new Doer.Operator(OFFICER), picture, "The photographer took the licence back.");
        if (!(outcome instanceof RecallPicture.Outcome.Recalled)) {
            throw new AssertionError("refused: " + outcome);
        }
    }

    private Rights rights() {
        return new Rights(Members.staff(house.database, house.clock));
    }

    void withdraw(ReleaseId id, Language language, WithdrawnText text) {
        Withdraw.Outcome outcome = new Withdraw(house.releases, rights(), house.clock)
                .run(new Doer.Operator(OFFICER), id, language, text, "It was issued by mistake.");
        if (!(outcome instanceof Withdraw.Outcome.Withdrawn)) {
            throw new AssertionError("refused: " + outcome);
        }
    }

    /** So many short releases, published in one run. */
    List<ReleaseId> many(int count, LocalDate day) {
        List<ReleaseId> ids = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            ReleaseId id = draft(wording("Notice " + i, "The harbour of Halden is open.", day));
            publish(id, EN);
            ids.add(id);
        }
        house.pressRun.run();
        return ids;
    }
}
