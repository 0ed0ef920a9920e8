package org.diurna.desk;

import static org.diurna.desk.api.Shape.COUNT;
import static org.diurna.desk.api.Shape.Field.maybe;
import static org.diurna.desk.api.Shape.Field.needed;
import static org.diurna.desk.api.Shape.INSTANT;
import static org.diurna.desk.api.Shape.LANGUAGE;
import static org.diurna.desk.api.Shape.LINE;
import static org.diurna.desk.api.Shape.RELEASE;
import static org.diurna.desk.api.Shape.rows;
import static org.diurna.desk.api.Shape.text;
import static org.diurna.desk.api.Shape.thing;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.diurna.desk.api.Answer;
import org.diurna.desk.api.Asked;
import org.diurna.desk.api.Call;
import org.diurna.desk.api.Calls;
import org.diurna.desk.api.Shape;
import org.diurna.desk.api.Trouble;
import org.diurna.edition.Draft;
import org.diurna.edition.DraftLine;
import org.diurna.edition.Edition;
import org.diurna.edition.Lines;
import org.diurna.edition.Release;
import org.diurna.edition.ReleaseId;
import org.diurna.edition.ReleaseNumber;
import org.diurna.edition.Releases;
import org.diurna.edition.Standing;
import org.diurna.house.Language;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Calls of the API about releases: finding them, beginning one, and saying it in one more language. */
final class ReleaseCalls {
    private static final String GROUP = "releases";

    static final Shape.Thing RELEASE_SHAPE = thing(
            "Release",
            "One thing that an office says, in as many languages as it likes.",
            needed("release", Shape.RELEASE, "its permanent id"),
            needed("office", Told.CODE, "code of the office that says it"),
            needed("type", Told.CODE, "code of its type"),
            maybe("number", LINE, "as it is printed"),
            needed("created", INSTANT, "when it was begun"),
            needed("creator", LINE, "who began it"),
            needed("versions", rows(Told.VERSION, 100), "its languages"));

    private static final Shape.Thing LINE_SHAPE = thing(
            "ReleaseLine",
            "A language version in a list, newest change first.",
            needed("release", RELEASE, "id of its release"),
            needed("lang", LANGUAGE, "its language"),
            needed("office", Told.CODE, "code of its office"),
            needed("type", Told.CODE, "code of its type"),
            needed("stage", stages(), "how far it has come"),
            needed("title", LINE, "its headline"),
            needed("modified", INSTANT, "when it was changed last"),
            needed("changer", LINE, "who changed it"));

    private static final Shape.Thing EDITION_SHAPE = thing(
            "Edition",
            "A frozen, numbered wording, which never changes.",
            needed("release", RELEASE, "id of its release"),
            needed("lang", LANGUAGE, "its language"),
            needed("edition", COUNT, "1, 2, 3 …"),
            needed("kind", LINE, "why it exists"),
            needed("note", text(20_000), "what changed, for readers"),
            needed("title", LINE, "its headline"),
            needed("digest", Shape.DIGEST, "SHA-256 of its edition.json"),
            needed("revision", COUNT, "of the draft that was frozen"),
            needed("modified", INSTANT, "when it was decided"));

    private final Releases releases;
    private final Gates gates;
    private final Begin begin;
    private final AddLanguage addLanguage;

    ReleaseCalls(Releases releases, Gates gates, Begin begin, AddLanguage addLanguage) {
        this.releases = releases;
        this.gates = gates;
        this.begin = begin;
        this.addLanguage = addLanguage;
    }

    private static Shape stages() {
        return new Shape.Word(
                Arrays.stream(DraftLine.At.values()).map(DraftLine.At::word).toList());
    }

    List<Call> all() {
        return List.of(
                Call.get("/releases", "listReleases", GROUP, "Lists language versions, newest change first.")
                        .asking(
                                maybe("office", Told.CODE, "of this office only"),
                                maybe("type", Told.CODE, "of this type only"),
                                maybe("lang", LANGUAGE, "in this language only"),
                                maybe("stage", stages(), "that have come so far"),
                                maybe("words", text(200), "beginnings of words of the headline"),
                                Told.LIMIT,
                                Told.AFTER)
                        .answering(200, Told.pageOf("ReleaseList", "releases", LINE_SHAPE), "a page of the list")
                        .doing(this::list),
                Call.post("/releases", "beginRelease", GROUP, "Begins a release with an empty draft.")
                        .sending(thing(
                                "BeginRelease",
                                "What is to be begun.",
                                needed("office", text(40), "code of the office that says it"),
                                needed("type", text(40), "code of its type"),
                                needed("lang", text(20), "a language of the office"),
                                maybe("number", text(60), "12, 012/2026 or SC-33")))
                        .answering(201, RELEASE_SHAPE, "it was begun")
                        .doing(this::begin),
                Call.get("/releases/{release}", "readRelease", GROUP, "Reads a release with its languages.")
                        .answering(200, RELEASE_SHAPE, "the release")
                        .doing(this::one),
                Call.post(
                                "/releases/{release}/versions",
                                "addVersion",
                                GROUP,
                                "Begins a draft of the release in one more language.")
                        .sending(thing(
                                "AddVersion",
                                "The language that is to be added.",
                                needed("from", LANGUAGE, "the language that it is made from"),
                                needed("lang", text(20), "a language of the office"),
                                maybe("standing", Told.STANDING, "what it counts for; official where it is not said"),
                                maybe(
                                        "start",
                                        Shape.word("text", "empty"),
                                        "with the text of the other one, or without")))
                        .answering(201, RELEASE_SHAPE, "there is a draft in that language")
                        .doing(this::add),
                Call.get(
                                "/releases/{release}/{lang}/editions",
                                "listEditions",
                                GROUP,
                                "Lists what was published of a language version.")
                        .answering(
                                200,
                                thing(
                                        "EditionList",
                                        "All editions.",
                                        needed("editions", rows(EDITION_SHAPE, 10_000), "oldest first")),
                                "the editions")
                        .doing(asked -> Told.about(gates.entrance(), asked, this::editions)),
                Call.get(
                                "/releases/{release}/{lang}/editions/{edition}",
                                "readEdition",
                                GROUP,
                                "Reads the very bytes of an edition.json.")
                        .answering(
                                200,
                                new Shape.Open("edition.json, as docs/reference/formats.md describes it"),
                                "its bytes")
                        .doing(asked -> Told.about(gates.entrance(), asked, found -> edition(found, asked))));
    }

    private Answer list(Asked asked) {
        Optional<Language> language = asked.word("lang").flatMap(Told::language);
        if (asked.word("lang").isPresent() && language.isEmpty()) {
            return asked.wrongQuery("lang", "tag");
        }
        Lines.Filter filter = new Lines.Filter(
                asked.word("office"),
                asked.word("type"),
                language,
                asked.word("stage").map(DraftLine.At::of),
                Optional.empty(),
                asked.word("words").orElse(""));
        Optional<Lines.Key> after = asked.word("cursor").flatMap(ReleaseCalls::key);
        if (asked.word("cursor").isPresent() && after.isEmpty()) {
            return asked.wrongQuery("cursor", "cursor");
        }
        int most = asked.number("limit", Told.PAGE);
        List<Told.Row> rows = gates.entrance().lines(asked.by(), filter, after, most + 1).stream()
                .map(line -> new Told.Row(line(line), cursor(line)))
                .toList();
        return Told.page("releases", rows, most);
    }

    private static String cursor(DraftLine line) {
        Lines.Key key = Lines.Key.of(line);
        return key.changed() + "~" + key.release() + "~" + key.language();
    }

    private static Optional<Lines.Key> key(String cursor) {
        String[] parts = cursor.split("~", -1);
        return parts.length == 3 && parts[0].matches("[0-9]{1,18}")
                ? Optional.of(new Lines.Key(Long.parseLong(parts[0]), parts[1], parts[2]))
                : Optional.empty();
    }

    private static ObjectNode line(DraftLine line) {
        return Told.node()
                .put("release", line.release().value())
                .put("lang", line.language().tag())
                .put("office", line.office())
                .put("type", line.type())
                .put("stage", line.at().word())
                .put("title", line.headline())
                .put("modified", line.changed().toString())
                .put("changer", line.changer());
    }

    private Answer begin(Asked asked) {
        Begin.Wish wish =
                new Begin.Wish(asked.text("office"), asked.text("type"), asked.text("lang"), asked.text("number"));
        return switch (begin.run(asked.by(), wish)) {
            case Begin.Outcome.Begun(var id, var _) -> created(id);
            case Begin.Outcome.NotReady(var objections) -> Told.notReady(objections, asked);
            case Begin.Outcome.NotAllowed _ -> asked.problem(Trouble.NOT_ALLOWED);
        };
    }

    private Answer created(ReleaseId id) {
        return Answer.created(
                Calls.ROOT + "/releases/" + id, release(releases.find(id).orElseThrow()));
    }

    private Answer one(Asked asked) {
        return gates.entrance()
                .find(asked.by(), asked.part("release"))
                .map(release -> Answer.ok(release(release)))
                .orElseGet(() -> asked.problem(Trouble.NOT_FOUND));
    }

    ObjectNode release(Release release) {
        ObjectNode node = Told.node()
                .put("release", release.id().value())
                .put("office", release.office().code())
                .put("type", release.type());
        release.number().map(ReleaseNumber::printed).ifPresent(number -> node.put("number", number));
        node.put("created", release.created().toString()).put("creator", release.creator());
        ArrayNode versions = node.putArray("versions");
        for (Language language : releases.languages(release)) {
            releases.draft(release.id(), language).ifPresent(draft -> versions.add(version(draft)));
        }
        return node;
    }

    private ObjectNode version(Draft draft) {
        ObjectNode node = Told.node()
                .put("lang", draft.language().tag())
                .put("standing", draft.standing().word())
                .put("stage", Told.stage(releases.stage(draft.release(), draft.language())))
                .put("revision", draft.revision());
        List<Edition> editions = releases.editions(draft.release(), draft.language());
        if (!editions.isEmpty()) {
            node.put("edition", editions.getLast().number());
        }
        return node.put("title", draft.wording().headline())
                .put("modified", draft.changed().toString());
    }

    private Answer add(Asked asked) {
        Optional<Release> release = gates.entrance().find(asked.by(), asked.part("release"));
        Optional<Language> from = Told.language(asked.text("from"));
        if (release.isEmpty()) {
            return asked.problem(Trouble.NOT_FOUND);
        }
        if (from.isEmpty()) {
            return asked.wrong("from", "tag");
        }
        Standing standing = asked.maybe("standing").map(Standing::of).orElse(Standing.OFFICIAL);
        AddLanguage.Start start =
                asked.text("start").equals("empty") ? AddLanguage.Start.EMPTY : AddLanguage.Start.TEXT;
        return switch (addLanguage.run(
                asked.by(), release.get().id(), from.get(), asked.text("lang"), standing, start)) {
            case AddLanguage.Outcome.Added _ -> created(release.get().id());
            case AddLanguage.Outcome.NotReady(var objections) -> Told.notReady(objections, asked);
            case AddLanguage.Outcome.NotFound _ -> asked.problem(Trouble.NOT_FOUND);
            case AddLanguage.Outcome.NotAllowed _ -> asked.problem(Trouble.NOT_ALLOWED);
        };
    }

    private Answer editions(Entrance.Found found) {
        ObjectNode answer = Told.node();
        ArrayNode editions = answer.putArray("editions");
        releases.editions(found.release().id(), found.draft().language())
                .forEach(edition -> editions.add(edition(edition)));
        return Answer.ok(answer);
    }

    private static ObjectNode edition(Edition edition) {
        return Told.node()
                .put("release", edition.release().value())
                .put("lang", edition.language().tag())
                .put("edition", edition.number())
                .put("kind", edition.kind().word())
                .put("note", edition.note())
                .put("title", edition.wording().headline())
                .put("digest", edition.digest())
                .put("revision", edition.revision())
                .put("modified", edition.published().toString());
    }

    private Answer edition(Entrance.Found found, Asked asked) {
        return releases.editions(found.release().id(), found.draft().language()).stream()
                .filter(edition -> Integer.toString(edition.number()).equals(asked.part("edition")))
                .findFirst()
                .map(edition -> Answer.bytes(Answer.JSON, edition.json()))
                .orElseGet(() -> asked.problem(Trouble.NOT_FOUND));
    }

    /** What a decision answers that froze an edition. */
    static Answer frozen(Edition edition) {
        return Answer.created(
                Calls.ROOT + "/releases/" + edition.release() + "/" + edition.language() + "/editions/"
                        + edition.number(),
                edition(edition));
    }

    /** The shape of that answer. */
    static Shape.Thing editionShape() {
        return EDITION_SHAPE;
    }
}
