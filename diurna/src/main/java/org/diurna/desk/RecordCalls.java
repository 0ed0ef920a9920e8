package org.diurna.desk;

import static org.diurna.desk.api.Shape.COUNT;
import static org.diurna.desk.api.Shape.Field.maybe;
import static org.diurna.desk.api.Shape.Field.needed;
import static org.diurna.desk.api.Shape.INSTANT;
import static org.diurna.desk.api.Shape.LANGUAGE;
import static org.diurna.desk.api.Shape.LINE;
import static org.diurna.desk.api.Shape.rows;
import static org.diurna.desk.api.Shape.text;
import static org.diurna.desk.api.Shape.thing;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.diurna.desk.api.Answer;
import org.diurna.desk.api.Asked;
import org.diurna.desk.api.Call;
import org.diurna.desk.api.Shape;
import org.diurna.desk.api.Trouble;
import org.diurna.edition.Happening;
import org.diurna.edition.Happenings;
import org.diurna.edition.Kind;
import org.diurna.staff.Act;
import org.diurna.staff.Doer;
import org.diurna.staff.Duty;
import org.diurna.staff.Grant;
import org.diurna.staff.Integrations;
import org.diurna.staff.Permissions;
import org.diurna.staff.Staff;
import org.diurna.staff.Trail;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Calls of the API that tell what was done: who asks, what happened to releases, and the trail. */
final class RecordCalls {
    private static final String GROUP = "records";

    private static final Shape.Thing GRANT = thing(
            "Duty",
            "A duty and where it holds; an empty list means everywhere.",
            needed(
                    "duty",
                    new Shape.Word(Arrays.stream(Duty.values()).map(Duty::word).toList()),
                    "the duty"),
            needed("offices", rows(LINE, 1_000), "codes"),
            needed("types", rows(LINE, 1_000), "codes"),
            needed("languages", rows(LINE, 1_000), "tags"));

    private static final Shape.Thing ME = thing(
            "Integration",
            "The program that asks.",
            needed("name", LINE, "as an administrator called it"),
            needed("doer", LINE, "as the trail calls it"),
            needed("expires", INSTANT, "when its token ends"),
            needed("duties", rows(GRANT, 20), "what it may do"));

    private static final Shape.Thing HAPPENING = thing(
            "Happening",
            "What a decision did to a language version.",
            needed("happening", Told.ID, "its id"),
            needed(
                    "kind",
                    new Shape.Word(Arrays.stream(Kind.values()).map(Kind::word).toList()),
                    "of what happened"),
            needed("release", Shape.RELEASE, "id of the release"),
            needed("lang", LANGUAGE, "its language"),
            needed("edition", COUNT, "that it made, or concerns"),
            needed("at", INSTANT, "when it was decided"),
            needed("doer", LINE, "who decided"));

    private static final Shape.Thing LINE_SHAPE = thing(
            "TrailLine",
            "A line of the trail.",
            needed("seq", new Shape.Whole(0, Long.MAX_VALUE), "its place"),
            needed("at", INSTANT, "when"),
            needed("doer", LINE, "who"),
            needed("act", LINE, "what was done"),
            needed("subject", LINE, "what it was done to"),
            needed("office", LINE, "code of its office"),
            needed("lang", LINE, "its language"),
            needed("digest", LINE, "SHA-256 of the revision that was decided on"),
            needed("address", LINE, "from where"),
            needed("detail", text(20_000), "in few words"));

    private final Staff staff;
    private final Happenings happenings;
    private final Gates gates;

    RecordCalls(Staff staff, Happenings happenings, Gates gates) {
        this.staff = staff;
        this.happenings = happenings;
        this.gates = gates;
    }

    List<Call> all() {
        return List.of(
                Call.get("/me", "readMe", GROUP, "Reads what the token may do, and for how long.")
                        .answering(200, ME, "the program that asks")
                        .doing(this::me),
                Call.get("/happenings", "listHappenings", GROUP, "Lists what happened to releases, oldest first.")
                        .asking(Told.LIMIT, Told.AFTER)
                        .answering(200, Told.pageOf("HappeningList", "happenings", HAPPENING), "a page of the list")
                        .doing(this::happenings),
                Call.get("/trail", "readTrail", GROUP, "Reads the trail, newest first; for auditors.")
                        .asking(
                                maybe("doer", text(200), "by this one only"),
                                maybe("act", text(80), "of this kind only"),
                                maybe("subject", text(80), "about this only"),
                                maybe("from", INSTANT, "then or later"),
                                maybe("until", INSTANT, "earlier"),
                                Told.LIMIT,
                                Told.AFTER)
                        .answering(200, Told.pageOf("TrailPage", "trail", LINE_SHAPE), "a page of the trail")
                        .doing(this::trail));
    }

    private Answer me(Asked asked) {
        if (!(asked.by() instanceof Doer.Integration by)) {
            return asked.problem(Trouble.NOT_ALLOWED);
        }
        ObjectNode answer = Told.node()
                .put("name", by.name())
                .put("doer", by.id())
                .put(
                        "expires",
                        staff.integrations()
                                .find(by.key())
                                .map(Integrations.Known::expires)
                                .orElse(Instant.EPOCH)
                                .toString());
        ArrayNode duties = answer.putArray("duties");
        for (Grant grant : by.grants()) {
            ObjectNode duty = duties.addObject().put("duty", grant.duty().word());
            words(duty.putArray("offices"), grant.offices());
            words(duty.putArray("types"), grant.types());
            words(duty.putArray("languages"), grant.languages());
        }
        return Answer.ok(answer);
    }

    private static void words(ArrayNode array, Set<String> words) {
        words.stream().sorted().forEach(array::add);
    }

    private Answer happenings(Asked asked) {
        Optional<Long> cursor = cursor(asked);
        if (asked.word("cursor").isPresent() && cursor.isEmpty()) {
            return asked.wrongQuery("cursor", "cursor");
        }
        int most = asked.number("limit", Told.PAGE);
        List<Happening> found = happenings.after(cursor.orElse(0L), most);
        ObjectNode answer = Told.node();
        ArrayNode array = answer.putArray("happenings");
        found.stream()
                .filter(happening -> gates.entrance()
                        .find(asked.by(), happening.release().value())
                        .isPresent())
                .forEach(happening -> array.add(json(happening)));
        // a cursor at the end too: what happens later comes behind it
        answer.put(
                "next",
                Long.toString(
                        found.isEmpty() ? cursor.orElse(0L) : found.getLast().sequence()));
        return Answer.ok(answer);
    }

    private static Optional<Long> cursor(Asked asked) {
        return asked.word("cursor").filter(text -> text.matches("[0-9]{1,18}")).map(Long::parseLong);
    }

    private static ObjectNode json(Happening happening) {
        return Told.node()
                .put("happening", happening.id())
                .put("kind", happening.kind().word())
                .put("release", happening.release().value())
                .put("lang", happening.language().tag())
                .put("edition", happening.edition())
                .put("at", happening.at().toString())
                .put("doer", happening.doer());
    }

    private Answer trail(Asked asked) {
        Optional<Set<String>> offices = Permissions.offices(asked.by(), Act.AUDIT);
        if (offices.filter(Set::isEmpty).isPresent()) {
            return asked.problem(Trouble.NOT_ALLOWED);
        }
        Optional<Long> before = cursor(asked);
        if (asked.word("cursor").isPresent() && before.isEmpty()) {
            return asked.wrongQuery("cursor", "cursor");
        }
        Optional<Instant> from = instant(asked, "from");
        Optional<Instant> until = instant(asked, "until");
        if (asked.word("from").isPresent() && from.isEmpty()) {
            return asked.wrongQuery("from", "instant");
        }
        if (asked.word("until").isPresent() && until.isEmpty()) {
            return asked.wrongQuery("until", "instant");
        }
        int most = asked.number("limit", Told.PAGE);
        Trail.Search search = new Trail.Search(
                asked.word("doer").orElse(""),
                asked.word("act").orElse(""),
                asked.word("subject").orElse(""),
                from,
                until,
                offices.orElse(Set.of()),
                before.orElse(Long.MAX_VALUE));
        List<Told.Row> rows = new ArrayList<>();
        staff.trail()
                .search(search, most + 1)
                .forEach(line -> rows.add(new Told.Row(json(line), Long.toString(line.seq()))));
        return Told.page("trail", rows, most);
    }

    private static Optional<Instant> instant(Asked asked, String name) {
        try {
            return asked.word(name).map(Instant::parse);
        } catch (DateTimeException e) {
            // told by the caller, which names the field
            return Optional.empty();
        }
    }

    private static ObjectNode json(Trail.Line line) {
        return Told.node()
                .put("seq", line.seq())
                .put("at", line.at().toString())
                .put("doer", line.person())
                .put("act", line.act())
                .put("subject", line.subject())
                .put("office", line.office())
                .put("lang", line.language())
                .put("digest", line.digest())
                .put("address", line.address())
                .put("detail", line.detail());
    }
}
