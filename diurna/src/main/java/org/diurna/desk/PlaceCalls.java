package org.diurna.desk;

import static org.diurna.desk.api.Shape.BY_LANGUAGE;
import static org.diurna.desk.api.Shape.COUNT;
import static org.diurna.desk.api.Shape.DAY;
import static org.diurna.desk.api.Shape.Field.maybe;
import static org.diurna.desk.api.Shape.Field.needed;
import static org.diurna.desk.api.Shape.LANGUAGE;
import static org.diurna.desk.api.Shape.LINE;
import static org.diurna.desk.api.Shape.rows;
import static org.diurna.desk.api.Shape.text;
import static org.diurna.desk.api.Shape.thing;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Stream;
import org.diurna.desk.api.Answer;
import org.diurna.desk.api.Asked;
import org.diurna.desk.api.Call;
import org.diurna.desk.api.Calls;
import org.diurna.desk.api.Fault;
import org.diurna.desk.api.Shape;
import org.diurna.desk.api.Trouble;
import org.diurna.edition.Directory;
import org.diurna.edition.Numbers;
import org.diurna.edition.Office;
import org.diurna.edition.OfficeJson;
import org.diurna.edition.ReleaseId;
import org.diurna.edition.ReleaseTypes;
import org.diurna.edition.Releases;
import org.diurna.edition.Speaker;
import org.diurna.house.Language;
import org.diurna.staff.Act;
import org.diurna.staff.Permissions;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Calls of the API about what all releases share: offices, types, numbers and speakers. */
final class PlaceCalls {
    private static final Shape.Thing OFFICE = thing(
            "Office",
            "A unit that issues releases.",
            needed("office", Told.CODE, "its code"),
            needed("names", BY_LANGUAGE, "how it is called"),
            needed("hosts", rows(LINE, 100), "where its releases are public"),
            needed("languages", rows(LANGUAGE, 100), "that it publishes in, the first one first"),
            needed("zone", LINE, "its time zone"));

    private static final Shape.Thing TYPE = thing(
            "Type",
            "A type of releases.",
            needed("type", Told.CODE, "its code"),
            needed("core", LINE, "what it is in the small common list"),
            needed("names", BY_LANGUAGE, "how readers see it"));

    private static final Shape.Thing HELD = thing(
            "HeldOffice",
            "An office that somebody held.",
            maybe("from", DAY, "the first day"),
            maybe("until", DAY, "the last day; missing while it is held"),
            needed("titles", BY_LANGUAGE, "what it is called"));

    private static final Shape.Thing SPEAKER = thing(
            "Speaker",
            "Somebody whom releases quote.",
            needed("speaker", Told.ID, "the id"),
            needed("version", COUNT, "of what stands here; the entity tag says the same"),
            needed("names", BY_LANGUAGE, "the form of the name in each language and script"),
            needed("offices", rows(HELD, Speaker.OFFICES_MAX), "held, the newest first"));

    private static final Shape.Thing KEEP = thing(
            "KeepSpeaker",
            "What is to stand in the directory.",
            needed("names", BY_LANGUAGE, "at least one"),
            maybe("offices", rows(HELD, Speaker.OFFICES_MAX), "in any order"));

    private static final Shape.Thing SERIES = thing(
            "Series",
            "Numbers of an office in a year.",
            needed("office", Told.CODE, "code of the office"),
            needed("series", text(40), "its letters; empty for the plain one"),
            needed("year", COUNT, "its year"));

    private static final Shape.Thing NUMBER = thing(
            "Number",
            "A number that a release bears.",
            needed("serial", COUNT, "in its series"),
            needed("number", LINE, "as it is printed"),
            maybe("release", Shape.RELEASE, "that bears it, where the program may know it"),
            needed("published", Shape.FLAG, "whether readers ever saw it"),
            needed("discarded", Shape.FLAG, "whether its release was thrown away"),
            maybe("why", text(ExplainNumber.WORDS_MAX), "why it is missing"));

    private final Releases releases;
    private final ReleaseTypes types;
    private final Gates gates;
    private final KeepSpeaker keep;
    private final ExplainNumber explain;
    private final Directory directory;
    private final java.util.random.RandomGenerator random = new java.security.SecureRandom();

    PlaceCalls(Releases releases, ReleaseTypes types, Gates gates, KeepSpeaker keep, ExplainNumber explain) {
        this.releases = releases;
        this.types = types;
        this.gates = gates;
        this.keep = keep;
        this.explain = explain;
        this.directory = releases.writing().directory();
    }

    List<Call> all() {
        return Stream.of(offices(), speakers(), numbers()).flatMap(List::stream).toList();
    }

    private List<Call> offices() {
        return List.of(
                Call.get("/offices", "listOffices", "offices", "Lists the offices that the program works for.")
                        .answering(200, list("OfficeList", "offices", OFFICE), "the offices")
                        .doing(asked -> all(
                                "offices",
                                seen(asked).stream().map(PlaceCalls::json).toList())),
                Call.get("/offices/{office}", "readOffice", "offices", "Reads an office.")
                        .answering(200, OFFICE, "the office")
                        .doing(asked -> seen(asked).stream()
                                .filter(office -> office.code().equals(asked.part("office")))
                                .findFirst()
                                .map(office -> Answer.ok(json(office)))
                                .orElseGet(() -> asked.problem(Trouble.NOT_FOUND))),
                Call.get("/types", "listTypes", "offices", "Lists the types of releases.")
                        .answering(200, list("TypeList", "types", TYPE), "the types")
                        .doing(_ -> all(
                                "types",
                                types.all().stream().map(PlaceCalls::json).toList())));
    }

    private List<Call> speakers() {
        return List.of(
                Call.get("/speakers", "listSpeakers", "speakers", "Lists everybody whom releases quote.")
                        .answering(200, list("SpeakerList", "speakers", SPEAKER), "the speakers")
                        .doing(_ -> all(
                                "speakers",
                                directory.all().stream().map(PlaceCalls::json).toList())),
                Call.post("/speakers", "addSpeaker", "speakers", "Writes somebody into the directory.")
                        .sending(KEEP)
                        .answering(201, SPEAKER, "it stands there")
                        .doing(asked -> keep(ReleaseId.random(random).value(), 0, asked)),
                Call.get("/speakers/{speaker}", "readSpeaker", "speakers", "Reads somebody in the directory.")
                        .answering(200, SPEAKER, "the speaker")
                        .doing(asked -> directory
                                .find(asked.part("speaker"))
                                .map(PlaceCalls::answer)
                                .orElseGet(() -> asked.problem(Trouble.NOT_FOUND))),
                Call.put("/speakers/{speaker}", "keepSpeaker", "speakers", "Changes what stands about somebody.")
                        .seen()
                        .sending(KEEP)
                        .answering(200, SPEAKER, "the speaker as it stands now")
                        .doing(this::change));
    }

    private List<Call> numbers() {
        Shape.Field[] series = {
            needed("office", Told.CODE, "code of the office"),
            maybe("series", text(40), "its letters; empty for the plain one"),
            needed("year", new Shape.Whole(0, 9999), "its year")
        };
        return List.of(
                Call.get("/numbers/series", "listSeries", "numbers", "Lists the series of numbers that were used.")
                        .answering(200, list("SeriesList", "series", SERIES), "the series")
                        .doing(asked -> all(
                                "series",
                                seen(asked).stream()
                                        .flatMap(office -> releases.writing().numbers().series(office.code()).stream())
                                        .map(each -> Told.node()
                                                .put("office", each.office())
                                                .put("series", each.series())
                                                .put("year", each.year()))
                                        .toList())),
                Call.get("/numbers", "listNumbers", "numbers", "Lists the numbers of a series that releases bear.")
                        .asking(series)
                        .answering(200, list("NumberList", "numbers", NUMBER), "the numbers, in their order")
                        .doing(this::numbers),
                Call.post("/numbers", "explainNumber", "numbers", "Says why a number is missing.")
                        .sending(thing(
                                "ExplainNumber",
                                "A number and what is said about it.",
                                series[0],
                                series[1],
                                series[2],
                                needed("serial", new Shape.Whole(1, 999_999), "the number"),
                                needed("words", text(ExplainNumber.WORDS_MAX), "why readers do not see it")))
                        .answering(200, list("NumberList", "numbers", NUMBER), "the numbers, in their order")
                        .doing(this::explain));
    }

    private static Shape.Thing list(String name, String rows, Shape.Thing each) {
        return thing(name, "All of them.", needed(rows, rows(each, 100_000), "the rows"));
    }

    private static Answer all(String name, List<ObjectNode> rows) {
        ObjectNode answer = Told.node();
        ArrayNode array = answer.putArray(name);
        rows.forEach(array::add);
        return Answer.ok(answer);
    }

    private List<Office> seen(Asked asked) {
        Optional<Set<String>> codes = Permissions.offices(asked.by(), Act.SEE);
        return releases.offices().all().stream()
                .filter(office ->
                        codes.map(some -> some.contains(office.code())).orElse(true))
                .toList();
    }

    private static ObjectNode json(Office office) {
        ObjectNode node = Told.node().put("office", office.code());
        words(node.putObject("names"), office.names());
        ArrayNode hosts = node.putArray("hosts");
        office.hosts().forEach(hosts::add);
        ArrayNode languages = node.putArray("languages");
        office.languages().forEach(language -> languages.add(language.tag()));
        return node.put("zone", office.zone().getId());
    }

    private static ObjectNode json(org.diurna.edition.ReleaseType type) {
        ObjectNode node =
                Told.node().put("type", type.code()).put("core", type.core().word());
        words(node.putObject("names"), type.labels());
        return node;
    }

    private static ObjectNode json(Speaker speaker) {
        ObjectNode node = Told.node().put("speaker", speaker.id()).put("version", speaker.version());
        words(node.putObject("names"), speaker.names());
        ArrayNode offices = node.putArray("offices");
        for (Speaker.Held held : speaker.offices()) {
            ObjectNode one = offices.addObject();
            held.from().ifPresent(day -> one.put("from", day.toString()));
            held.until().ifPresent(day -> one.put("until", day.toString()));
            words(one.putObject("titles"), held.titles());
        }
        return node;
    }

    private static Answer answer(Speaker speaker) {
        return Answer.ok(json(speaker)).with("ETag", Asked.tag(speaker.version()));
    }

    private static void words(ObjectNode node, Map<Language, String> words) {
        words.keySet().stream().sorted().forEach(language -> node.put(language.tag(), words.get(language)));
    }

    private Answer change(Asked asked) {
        Optional<Speaker> old = directory.find(asked.part("speaker"));
        if (old.isEmpty()) {
            return asked.problem(Trouble.NOT_FOUND);
        }
        if (!Rights.keepsSpeakers(asked.by())) {
            return asked.problem(Trouble.NOT_ALLOWED);
        }
        OptionalInt seen = asked.seen(old.get().version());
        return seen.isEmpty()
                ? asked.problem(Trouble.OVERTAKEN)
                        .with("ETag", Asked.tag(old.get().version()))
                : keep(old.get().id(), seen.getAsInt(), asked);
    }

    private Answer keep(String id, int seen, Asked asked) {
        Speaker speaker;
        try {
            List<Speaker.Held> held = new ArrayList<>();
            for (JsonNode one : asked.body().path("offices")) {
                held.add(new Speaker.Held(day(one, "from"), day(one, "until"), OfficeJson.words(one.path("titles"))));
            }
            speaker = new Speaker(id, seen, OfficeJson.words(asked.body().path("names")), held);
        } catch (IllegalArgumentException | DateTimeException e) {
            Fault fault = new Fault("body", "names", "", "speaker", String.valueOf(e.getMessage()));
            return Answer.problem(Trouble.WRONG_FIELDS, asked.reader(), List.of(fault), "");
        }
        return switch (keep.run(asked.by(), speaker)) {
            case KEPT -> {
                Speaker now = directory.find(id).orElse(speaker);
                yield seen > 0
                        ? answer(now)
                        : Answer.created(Calls.ROOT + "/speakers/" + id, json(now))
                                .with("ETag", Asked.tag(now.version()));
            }
            case OVERTAKEN -> asked.problem(Trouble.OVERTAKEN);
            case NOT_ALLOWED -> asked.problem(Trouble.NOT_ALLOWED);
        };
    }

    private static Optional<LocalDate> day(JsonNode node, String name) {
        return Optional.of(node.path(name).asString(""))
                .filter(day -> !day.isEmpty())
                .map(LocalDate::parse);
    }

    private Answer numbers(Asked asked) {
        return numbers(
                new Numbers.Series(
                        asked.word("office").orElse(""), asked.word("series").orElse(""), asked.number("year", 0)),
                asked);
    }

    private Answer numbers(Numbers.Series series, Asked asked) {
        if (seen(asked).stream().noneMatch(office -> office.code().equals(series.office()))) {
            return asked.problem(Trouble.NOT_FOUND);
        }
        Numbers numbers = releases.writing().numbers();
        Map<Integer, String> why = new HashMap<>();
        numbers.explained(series).forEach(each -> why.put(each.serial(), each.words()));
        List<Numbers.Borne> borne = numbers.borne(series);
        Map<String, String> typesOf = new HashMap<>();
        borne.forEach(each -> typesOf.put(each.release().value(), each.type()));
        Set<String> seen = gates.rights().seen(asked.by(), series.office(), typesOf);
        List<ObjectNode> rows = new ArrayList<>();
        for (Numbers.Borne each : borne) {
            ObjectNode row = Told.node().put("serial", each.serial()).put("number", each.printed());
            if (seen.contains(each.release().value())) {
                row.put("release", each.release().value());
            }
            row.put("published", each.published()).put("discarded", each.discarded());
            Optional.ofNullable(why.get(each.serial())).ifPresent(words -> row.put("why", words));
            rows.add(row);
        }
        return all("numbers", rows);
    }

    private Answer explain(Asked asked) {
        Numbers.Series series = new Numbers.Series(
                asked.text("office"),
                asked.text("series"),
                asked.body().path("year").asInt());
        if (seen(asked).stream().noneMatch(office -> office.code().equals(series.office()))) {
            return asked.problem(Trouble.NOT_FOUND);
        }
        return switch (explain.run(
                asked.by(), series, asked.body().path("serial").asInt(), asked.text("words"))) {
            case EXPLAINED -> numbers(series, asked);
            case NOT_READY -> Told.notReady(List.of(Objection.to("serial", "number-words")), asked);
            case NOT_ALLOWED -> asked.problem(Trouble.NOT_ALLOWED);
        };
    }
}
