package org.diurna.main;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.diurna.desk.Correct;
import org.diurna.desk.Publish;
import org.diurna.desk.Refusal;
import org.diurna.desk.Withdraw;
import org.diurna.edition.Office;
import org.diurna.edition.OfficeJson;
import org.diurna.edition.ReleaseId;
import org.diurna.edition.ReleaseNumber;
import org.diurna.edition.Releases;
import org.diurna.edition.Standing;
import org.diurna.edition.WithdrawnText;
import org.diurna.edition.Wording;
import org.diurna.edition.WordingJson;
import org.diurna.house.Language;
import org.diurna.run.PressRun;
import org.diurna.staff.Doer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The demo organisation, put into an empty house through the same decisions that people take. */
final class DemoOrganisation {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String DOER = "demo";
    private static final Doer BY = new Doer.Operator(DOER);

    /** Writes the demo's settings where there are none. */
    void writeSettings(Path file) {
        if (Files.exists(file)) {
            return;
        }
        StringBuilder yaml =
                new StringBuilder("# The demo's settings; docs/reference/settings.md describes them all.\n");
        yaml.append("organisation:\n");
        read("organisation.json")
                .path("names")
                .properties()
                .forEach(name -> yaml.append("  ")
                        .append(name.getKey())
                        .append(": ")
                        .append(JSON.writeValueAsString(name.getValue().asString()))
                        .append('\n'));
        yaml.append("authority: mfa.lomara.example\nsince: 2024-12-01\n");
        try {
            Files.writeString(file, yaml);
        } catch (IOException e) {
            throw new Unusable(ExitCodes.PLACE, "The settings " + file + " cannot be written: " + e + ".");
        }
    }

    /** Adds the offices and publishes the releases, where there are none yet. */
    void furnish(House house, House.Publishing publishing) {
        if (!house.offices().all().isEmpty()) {
            return;
        }
        read("organisation.json")
                .path("offices")
                .forEach(office -> house.offices().put(OfficeJson.read(office)));
        Office first = house.offices().all().getFirst();
        DemoPictures pictures = new DemoPictures(
                read("pictures.json"), house, publishing.sites().site().address(first, "/"));
        List<Step> steps = new ArrayList<>();
        for (JsonNode name : read("releases.json")) {
            String file = name.asString();
            Illustrator illustrator =
                    (language, wording) -> pictures.illustrated(file.replace(".json", ""), language, wording);
            steps.addAll(steps(house, read("releases/" + file), illustrator));
        }
        steps.sort(Comparator.comparing(Step::at));
        steps.forEach(step -> step.take().accept(publishing.run().pressRun()));
    }

    /** Something that was done on a day of the past. */
    private record Step(Instant at, Consumer<PressRun> take) {}

    /** Adds the pictures that a release has in a language. */
    private interface Illustrator {
        Wording illustrated(Language language, Wording wording);
    }

    private static List<Step> steps(House house, JsonNode release, Illustrator illustrator) {
        Instant issued = Instant.parse(release.path("issued").asString());
        ReleaseId id = begin(house.releases(), release, issued, illustrator);
        List<Step> steps = new ArrayList<>();
        // originals first: a translation names the edition that it was made from
        List<JsonNode> versions = new ArrayList<>();
        release.path("versions").forEach(versions::add);
        versions.sort(Comparator.comparing(version -> standing(version)));
        versions.forEach(version -> steps.add(new Step(issued, _ -> publish(house, id, language(version), issued))));
        release.path("corrections").forEach(correction -> {
            Instant at = Instant.parse(correction.path("at").asString());
            steps.add(new Step(at, press -> {
                press.run();
                correct(house, id, correction, at, illustrator);
            }));
        });
        JsonNode withdrawn = release.path("withdrawn");
        if (withdrawn.isObject()) {
            Instant at = Instant.parse(withdrawn.path("at").asString());
            withdrawn
                    .path("reason")
                    .properties()
                    .forEach(reason -> steps.add(new Step(at, press -> {
                        press.run();
                        withdraw(
                                house,
                                id,
                                Language.of(reason.getKey()),
                                reason.getValue().asString(),
                                at);
                    })));
        }
        return steps;
    }

    private static ReleaseId begin(Releases releases, JsonNode release, Instant at, Illustrator illustrator) {
        ReleaseId id = null;
        for (JsonNode version : release.path("versions")) {
            Releases.Beginning beginning = new Releases.Beginning(
                    release.path("office").asString(),
                    release.path("type").asString(),
                    number(release.path("number")),
                    language(version),
                    standing(version),
                    illustrator.illustrated(language(version), wording(version)),
                    "",
                    List.of());
            if (id == null) {
                id = releases.begin(beginning, DOER, at);
            } else {
                releases.addLanguage(id, beginning, DOER, at);
            }
        }
        if (id == null) {
            throw new IllegalStateException("A demo release has no language version.");
        }
        return id;
    }

    private static Optional<ReleaseNumber> number(JsonNode number) {
        return number.isObject()
                ? Optional.of(new ReleaseNumber(
                        number.path("series").asString(),
                        number.path("serial").asInt(),
                        number.path("year").asInt(),
                        number.path("printed").asString()))
                : Optional.empty();
    }

    private static Language language(JsonNode version) {
        return Language.of(version.path("lang").asString());
    }

    private static Standing standing(JsonNode version) {
        return Standing.of(version.path("standing").asString());
    }

    private static Wording wording(JsonNode version) {
        return WordingJson.read(version);
    }

    private static void publish(House house, ReleaseId id, Language language, Instant at) {
        int seen = house.releases().draft(id, language).orElseThrow().revision();
        switch (new Publish(house.releases(), house.rights(), house.studio().platemaker(), on(at))
                .run(BY, id, language, seen)) {
            case Publish.Outcome.Published _ -> {}
            case Refusal.NotReady(var objections) -> throw refused(id, language, objections.toString());
            case Refusal.Overtaken _, Refusal.NotFound _, Refusal.NotAllowed _, Refusal.ProveFirst _ ->
                throw refused(id, language, "it is gone");
        }
    }

    private static void correct(House house, ReleaseId id, JsonNode correction, Instant at, Illustrator illustrator) {
        Language language = language(correction);
        // the corrected text is the draft, and the edition before it must stand in public
        int seen = house.releases().draft(id, language).orElseThrow().revision();
        house.releases()
                .save(
                        id,
                        language,
                        seen,
                        illustrator.illustrated(language, wording(correction.path("wording"))),
                        DOER,
                        at);
        Correct.Reason reason =
                Correct.Reason.valueOf(correction.path("kind").asString().toUpperCase(java.util.Locale.ROOT));
        String note = correction.path("note").asString();
        switch (new Correct(house.releases(), house.rights(), house.studio().platemaker(), on(at))
                .run(BY, id, language, seen + 1, reason, note)) {
            case Correct.Outcome.Corrected _ -> {}
            case Refusal.NotReady(var objections) -> throw refused(id, language, objections.toString());
            case Refusal.Overtaken _, Refusal.NotFound _, Refusal.NotAllowed _, Refusal.ProveFirst _ ->
                throw refused(id, language, "it is gone");
        }
    }

    private static void withdraw(House house, ReleaseId id, Language language, String reason, Instant at) {
        switch (new Withdraw(house.releases(), house.rights(), on(at))
                .run(BY, id, language, WithdrawnText.KEPT, reason)) {
            case Withdraw.Outcome.Withdrawn _ -> {}
            case Refusal.NotReady(var objections) -> throw refused(id, language, objections.toString());
            case Refusal.Overtaken _, Refusal.NotFound _, Refusal.NotAllowed _, Refusal.ProveFirst _ ->
                throw refused(id, language, "it is gone");
        }
    }

    private static Clock on(Instant at) {
        return Clock.fixed(at, ZoneOffset.UTC);
    }

    private static IllegalStateException refused(ReleaseId id, Language language, String why) {
        return new IllegalStateException("The demo release " + id + " in " + language + " was refused: " + why + ".");
    }

    private static JsonNode read(String name) {
        try (InputStream in = DemoOrganisation.class.getResourceAsStream("/demo/" + name)) {
            if (in == null) {
                throw new IllegalStateException("The program lacks its demo file " + name + ".");
            }
            return JSON.readTree(in);
        } catch (IOException e) {
            throw new UncheckedIOException("The demo file " + name + " cannot be read.", e);
        }
    }
}
