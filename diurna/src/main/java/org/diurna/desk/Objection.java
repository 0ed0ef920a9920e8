package org.diurna.desk;

import java.time.Instant;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.diurna.house.Language;
import org.diurna.house.Words;

/**
 * A reason for which a decision is refused.
 *
 * @param field     what it is about: {@code headline}, {@code date}, {@code time}, {@code body}, {@code language}, {@code note} …
 * @param block     id of the block, empty where it is about none
 * @param key       of its sentence in the desk's words, {@code objection.<key>}
 * @param arguments of the sentence; a {@link Moment} is spoken in the language of the sentence
 */
public record Objection(String field, String block, String key, Map<String, Object> arguments) {
    public Objection {
        arguments = Map.copyOf(arguments);
    }

    static Objection to(String field, String key) {
        return new Objection(field, "", key, Map.of());
    }

    /** The sentences of all of them, in their order. */
    static List<String> all(List<Objection> objections, Language language) {
        return objections.stream().map(objection -> objection.in(language)).toList();
    }

    /** The same without those that were said before, as several versions may have the same. */
    static List<String> each(List<Objection> objections, Language language) {
        return all(objections, language).stream().distinct().toList();
    }

    /** The sentence: what is wrong and what to do. */
    public String in(Language language) {
        Map<String, Object> spoken = new HashMap<>(arguments);
        spoken.replaceAll((_, value) ->
                value instanceof Moment moment ? Names.planned(moment.at(), moment.zone(), language) : value);
        return Words.of("desk", language).say("objection." + key, spoken);
    }

    /** A time among the arguments: it is put into words for who reads the sentence. */
    record Moment(Instant at, ZoneId zone) {}
}
