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
import static org.diurna.desk.api.Shape.word;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.diurna.desk.api.Answer;
import org.diurna.desk.api.Asked;
import org.diurna.desk.api.Fault;
import org.diurna.desk.api.Reading;
import org.diurna.desk.api.Shape;
import org.diurna.desk.api.Trouble;
import org.diurna.edition.Draft;
import org.diurna.edition.Stage;
import org.diurna.edition.Standing;
import org.diurna.house.Language;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What calls of the API have in common: shapes of small things, pages of lists, and how a refusal is told. */
final class Told {
    /** Rows of a page, where nobody asks for fewer. */
    static final int PAGE = 50;

    static final int PAGE_MAX = 200;

    static final Shape ID = text(80, "[A-Za-z0-9-]{1,80}");
    static final Shape CODE = text(40, "[a-z][a-z0-9-]{1,39}");
    static final Shape CURSOR = text(200, "[A-Za-z0-9_.~-]{1,200}");
    static final Shape STANDING =
            new Shape.Word(Arrays.stream(Standing.values()).map(Standing::word).toList());
    static final Shape STAGE = word("drafted", "scheduled", "in-press", "public", "withdrawn");

    static final Shape WORDING = new Shape.Open(
            "headline, decks, place, date, body (blocks), banner and events, as docs/reference/formats.md describes a wording");

    static final Shape.Field LIMIT =
            maybe("limit", new Shape.Whole(1, PAGE_MAX), "rows of a page; " + PAGE + " where it is not said");
    static final Shape.Field AFTER = maybe("cursor", CURSOR, "the cursor of the page before");
    static final Shape.Field NEXT = maybe("next", CURSOR, "cursor of the next page; missing at the end");

    static final Shape.Thing FINDING = thing(
            "Finding",
            "Something that was found in a draft; what is severe stands against its publication.",
            needed("severity", word("severe", "advice"), "how much it matters"),
            needed("field", LINE, "what it is about"),
            maybe("block", LINE, "the block that it is about"),
            needed("code", text(80), "the same in every language, for programs"),
            needed("message", text(20_000), "what is wrong and what to do"));

    static final Shape.Thing VERSION = thing(
            "Version",
            "A release in one language.",
            needed("lang", LANGUAGE, "its language"),
            needed("standing", STANDING, "what it counts for beside the others"),
            needed("stage", STAGE, "how far it has come"),
            needed("revision", COUNT, "of its draft"),
            maybe("edition", COUNT, "the newest that was frozen"),
            needed("title", LINE, "its headline"),
            needed("modified", INSTANT, "when the draft was changed last"));

    static final Shape.Thing SCHEDULE = thing(
            "Schedule",
            "A sign-off: language versions that go to the public together at a time to come.",
            needed("schedule", ID, "its id"),
            needed(
                    "local",
                    text(16, "[0-9]{4,9}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}"),
                    "what the clock on the wall shows then"),
            needed("zone", text(80), "of that clock"),
            needed("shift", word("only", "earlier", "later"), "which of two, where the clock shows it twice"),
            needed("due", INSTANT, "the instant that follows from it"),
            maybe("was", INSTANT, "the instant before the rules of the zone changed"),
            needed("signed", INSTANT, "when it was signed off"),
            needed("signer", LINE, "who did"),
            maybe("held", word("missed", "changed", "picture", "gap", "failed"), "why it waits for a person"),
            needed(
                    "versions",
                    rows(
                            thing(
                                    "ScheduledVersion",
                                    "A version that goes.",
                                    needed("release", RELEASE, "its release"),
                                    needed("lang", LANGUAGE, "its language"),
                                    needed("revision", COUNT, "of the draft that was signed off"),
                                    needed("digest", Shape.DIGEST, "SHA-256 of its words")),
                            500),
                    "what goes"));

    private Told() {}

    /** One row of a page: its thing and the cursor behind it. */
    record Row(ObjectNode node, String cursor) {}

    /** A page of a list: one row more than asked for says that there is a next one. */
    static Answer page(String name, List<Row> rows, int most) {
        ObjectNode answer = node();
        ArrayNode array = answer.putArray(name);
        rows.stream().limit(most).forEach(row -> array.add(row.node()));
        if (rows.size() > most) {
            answer.put("next", rows.get(most - 1).cursor());
        }
        return Answer.ok(answer);
    }

    /** The shape of such a page. */
    static Shape.Thing pageOf(String name, String rows, Shape.Thing each) {
        return thing(name, "A page of a list.", needed(rows, rows(each, PAGE_MAX), "the rows"), NEXT);
    }

    static ObjectNode node() {
        return Reading.JSON.createObjectNode();
    }

    /** The answer about a language version that the program may see. */
    static Answer about(Entrance entrance, Asked asked, Function<Entrance.Found, Answer> answer) {
        return entrance.find(asked.by(), asked.part("release"), asked.part("lang"))
                .map(answer)
                .orElseGet(() -> asked.problem(Trouble.NOT_FOUND));
    }

    /** How a decision that was not taken is told. */
    static Answer refused(Refusal refusal, Asked asked) {
        return switch (refusal) {
            case Refusal.NotReady(var objections) -> notReady(objections, asked);
            case Refusal.Overtaken(var now) -> overtaken(now, asked);
            case Refusal.NotFound _ -> asked.problem(Trouble.NOT_FOUND);
            case Refusal.NotAllowed _, Refusal.ProveFirst _ -> asked.problem(Trouble.NOT_ALLOWED);
        };
    }

    static Answer overtaken(Draft now, Asked asked) {
        return asked.problem(Trouble.OVERTAKEN).with("ETag", Asked.tag(now.revision()));
    }

    static Answer notReady(List<Objection> objections, Asked asked) {
        List<Fault> faults = objections.stream()
                .map(objection -> new Fault(
                        "release", objection.field(), objection.block(), objection.key(), objection.in(asked.reader())))
                .toList();
        return Answer.problem(Trouble.NOT_READY, asked.reader(), faults, "");
    }

    /** The language of that tag; empty for a text that is none. */
    static Optional<Language> language(String tag) {
        try {
            return Optional.of(Language.of(tag));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    static String stage(Stage stage) {
        return switch (stage) {
            case Stage.Drafted _ -> "drafted";
            case Stage.Scheduled _ -> "scheduled";
            case Stage.InPress _ -> "in-press";
            case Stage.Public _ -> "public";
            case Stage.Withdrawn _ -> "withdrawn";
        };
    }
}
