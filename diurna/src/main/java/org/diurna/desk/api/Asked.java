package org.diurna.desk.api;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.diurna.house.Language;
import org.diurna.staff.Doer;
import tools.jackson.databind.JsonNode;

/**
 * A request whose form is right.
 *
 * @param by     who asks
 * @param reader language of sentences in the answer
 * @param parts  of the path, by name
 * @param query  words that were asked with
 * @param body   as its shape demands; missing where none is sent
 * @param file   that was sent
 * @param seen   version that the request says it is about
 */
public record Asked(
        Doer by,
        Language reader,
        Map<String, String> parts,
        Map<String, String> query,
        JsonNode body,
        Optional<Path> file,
        Seen seen) {
    public Asked {
        parts = Map.copyOf(parts);
        query = Map.copyOf(query);
    }

    /** What {@code If-Match} says. */
    public sealed interface Seen {
        /** Whatever stands there now: {@code *}. */
        record Any() implements Seen {}

        /** One of these entity tags. */
        record Tags(List<String> tags) implements Seen {
            public Tags {
                tags = List.copyOf(tags);
            }
        }

        /** Nothing. */
        record Nothing() implements Seen {}
    }

    /** A part of the path. */
    public String part(String name) {
        return parts.getOrDefault(name, "");
    }

    /** A word of the query; empty where it was not asked with. */
    public Optional<String> word(String name) {
        return Optional.ofNullable(query.get(name)).filter(word -> !word.isEmpty());
    }

    /** A number of the query. */
    public int number(String name, int usual) {
        return word(name).map(Integer::parseInt).orElse(usual);
    }

    /** A text of the body; empty where it is missing. */
    public String text(String name) {
        return body.path(name).asString("");
    }

    /** A text of the body where it was sent. */
    public Optional<String> maybe(String name) {
        return Optional.ofNullable(body.get(name)).map(JsonNode::asString);
    }

    /**
     * The version that was seen.
     *
     * @param now the version that stands there
     * @return empty when it is another one than was seen
     */
    public OptionalInt seen(int now) {
        return switch (seen) {
            case Seen.Any _ -> OptionalInt.of(now);
            case Seen.Nothing _ -> OptionalInt.empty();
            case Seen.Tags(var tags) -> tags.contains(tag(now)) ? OptionalInt.of(now) : OptionalInt.empty();
        };
    }

    /** The entity tag of a version. */
    public static String tag(int version) {
        return "\"v" + version + "\"";
    }

    /** The problem, in the reader's language. */
    public Answer problem(Trouble trouble) {
        return Answer.problem(trouble, reader);
    }

    /** The same with a sentence for this occasion. */
    public Answer problem(Trouble trouble, String detail) {
        return Answer.problem(trouble, reader, List.of(), detail);
    }

    /** Refused for a field of the body, in the words of the API. */
    public Answer wrong(String field, String code) {
        return Answer.problem(
                Trouble.WRONG_FIELDS, reader, List.of(Fault.of("body", field, code, Map.of(), reader)), "");
    }

    /** The same for a word of the query. */
    public Answer wrongQuery(String field, String code) {
        return Answer.problem(
                Trouble.WRONG_FIELDS, reader, List.of(Fault.of("query", field, code, Map.of(), reader)), "");
    }
}
