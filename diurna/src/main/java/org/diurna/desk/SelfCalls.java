package org.diurna.desk;

import static org.diurna.desk.api.Shape.Field.needed;
import static org.diurna.desk.api.Shape.LINE;
import static org.diurna.desk.api.Shape.text;
import static org.diurna.desk.api.Shape.thing;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.diurna.desk.api.Answer;
import org.diurna.desk.api.Asked;
import org.diurna.desk.api.Call;
import org.diurna.desk.api.OpenApi;
import org.diurna.desk.api.Shape;
import org.diurna.desk.api.Trouble;
import org.diurna.house.Words;

/** Calls of the API about itself, which anybody may ask: they tell what everybody can read in its documentation. */
final class SelfCalls {
    private static final String GROUP = "api";

    private SelfCalls() {}

    /** All calls, with those about themselves. */
    static List<Call> with(List<Call> others) {
        List<Call> all = new ArrayList<>(others);
        all.add(Call.get("/problems/{problem}", "readProblem", GROUP, "Explains a kind of problem.")
                .forAnybody()
                .answering(
                        200,
                        thing(
                                "ProblemType",
                                "A kind of problem.",
                                needed("type", LINE, "its address"),
                                needed("title", LINE, "in a few words"),
                                needed("status", new Shape.Whole(400, 599), "the status of HTTP that comes with it"),
                                needed("remedy", text(20_000), "what is wrong and what to do")),
                        "the kind of problem")
                .doing(SelfCalls::problem));
        Document document = new Document(all);
        all.add(Call.get("/openapi.json", "readDocument", GROUP, "Reads this document.")
                .forAnybody()
                .answering(200, new Shape.Open("an OpenAPI 3.1 document"), "the document")
                .doing(_ -> Answer.bytes(Answer.JSON, document.bytes())));
        return all;
    }

    /** Written when it is asked for: by then the list has the call that reads it, too. */
    private record Document(List<Call> calls) {
        byte[] bytes() {
            return OpenApi.write(calls).getBytes(StandardCharsets.UTF_8);
        }
    }

    private static Answer problem(Asked asked) {
        Words words = Words.of("api", asked.reader());
        return Arrays.stream(Trouble.values())
                .filter(trouble -> trouble.word().equals(asked.part("problem")))
                .findFirst()
                .map(trouble -> Answer.ok(Told.node()
                        .put("type", Answer.PROBLEMS + trouble.word())
                        .put("title", words.say("trouble." + trouble.word()))
                        .put("status", trouble.status())
                        .put("remedy", words.say("trouble." + trouble.word() + "-how"))))
                .orElseGet(() -> asked.problem(Trouble.NOT_FOUND));
    }
}
