package org.diurna.desk.api;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.diurna.house.Language;
import org.diurna.house.Sha256;
import org.diurna.house.Words;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What the API answers.
 *
 * @param type    media type of the body
 * @param headers besides it
 */
public record Answer(int status, String type, byte[] body, Map<String, String> headers) {
    public static final String JSON = "application/json";
    public static final String PROBLEM = "application/problem+json";

    /** Of the problem types, each of which can be read. */
    public static final String PROBLEMS = "/api/v1/problems/";

    private static final int TAG_LENGTH = 32;

    public Answer {
        headers = Map.copyOf(headers);
    }

    /** Here it is. */
    public static Answer ok(JsonNode body) {
        return new Answer(200, JSON, bytes(body), Map.of());
    }

    /** Bytes that are kept as they were written. */
    public static Answer bytes(String type, byte[] body) {
        return new Answer(200, type, body, Map.of());
    }

    /** It was made, and is found there. */
    public static Answer created(String location, JsonNode body) {
        return new Answer(201, JSON, bytes(body), Map.of("Location", location));
    }

    /** It was not done. */
    public static Answer problem(Trouble trouble, Language reader) {
        return problem(trouble, reader, List.of(), "");
    }

    /**
     * It was not done, and these are all the reasons.
     *
     * @param detail a sentence for this occasion; empty where the one of the type says enough
     */
    public static Answer problem(Trouble trouble, Language reader, List<Fault> faults, String detail) {
        Words words = Words.of("api", reader);
        ObjectNode body = Reading.JSON.createObjectNode();
        body.put("type", PROBLEMS + trouble.word());
        body.put("title", words.say("trouble." + trouble.word()));
        body.put("status", trouble.status());
        body.put("detail", detail.isEmpty() ? words.say("trouble." + trouble.word() + "-how") : detail);
        if (!faults.isEmpty()) {
            ArrayNode list = body.putArray("objections");
            faults.forEach(fault -> list.add(fault.json()));
        }
        Map<String, String> headers = new TreeMap<>();
        headers.put("Content-Language", words.language().tag());
        if (trouble == Trouble.NO_TOKEN) {
            headers.put("WWW-Authenticate", "Bearer realm=\"diurna\"");
        }
        return new Answer(trouble.status(), PROBLEM, bytes(body), headers);
    }

    /** The form of every problem. */
    static final Shape.Thing PROBLEM_SHAPE = Shape.thing(
            "Problem",
            "Why it was not done (RFC 9457), with all objections at once.",
            Shape.Field.needed("type", Shape.text(200), "address of the kind of problem"),
            Shape.Field.needed("title", Shape.LINE, "the kind of problem in a few words"),
            Shape.Field.needed("status", new Shape.Whole(400, 599), "the status of HTTP"),
            Shape.Field.needed("detail", Shape.text(20_000), "what is wrong and what to do"),
            Shape.Field.maybe("objections", Shape.rows(Fault.SHAPE, 2_000), "all that stands against it"));

    /** The same with one header more. */
    public Answer with(String header, String value) {
        Map<String, String> all = new TreeMap<>(headers);
        all.put(header, value);
        return new Answer(status, type, body, all);
    }

    /** The entity tag: the one that was given, or else one of the bytes. */
    public String tag() {
        return headers.getOrDefault("ETag", "\"" + Sha256.hex(body).substring(0, TAG_LENGTH) + "\"");
    }

    private static byte[] bytes(JsonNode node) {
        return (Reading.JSON.writeValueAsString(node) + "\n").getBytes(StandardCharsets.UTF_8);
    }
}
