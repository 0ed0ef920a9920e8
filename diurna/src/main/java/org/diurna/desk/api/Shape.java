package org.diurna.desk.api;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** The form of a value in JSON: the part of JSON Schema 2020-12 that the API needs. */
public sealed interface Shape {
    /** Language tags (BCP 47) as this house writes them. */
    String TAG = "[a-z]{2,3}(-[A-Za-z0-9]{2,8}){0,3}";

    /** The id of a release. */
    Shape RELEASE = new Text(10, Optional.of("[0-9A-HJKMNP-TV-Z]{10}"));

    /** A SHA-256 in hexadecimal. */
    Shape DIGEST = new Text(64, Optional.of("[0-9a-f]{64}"));

    /** An instant in UTC, as in RFC 3339. */
    Shape INSTANT = new Text(32, Optional.of("[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9:.]{5,18}Z"));

    /** A day; empty where there is none. */
    Shape DAY = new Text(10, Optional.of("([0-9]{4}-[0-9]{2}-[0-9]{2})?"));

    /** A language tag. */
    Shape LANGUAGE = new Text(20, Optional.of(TAG));

    /** Short words: a name, a code, a headline. */
    Shape LINE = new Text(2_000, Optional.empty());

    /** Texts by language. */
    Shape BY_LANGUAGE = new ByLanguage();

    Shape FLAG = new Flag();

    /** Of a count that begins with zero. */
    Shape COUNT = new Whole(0, Integer.MAX_VALUE);

    /**
     * Characters.
     *
     * @param max     at most so many (UTF-16 units)
     * @param pattern that all of it has; empty for any text
     */
    record Text(int max, Optional<String> pattern) implements Shape {}

    /** A whole number. */
    record Whole(long min, long max) implements Shape {}

    /** True or false. */
    record Flag() implements Shape {}

    /** One of some words. */
    record Word(List<String> words) implements Shape {
        public Word {
            words = List.copyOf(words);
        }
    }

    /** A row of values. */
    record Row(Shape each, int max) implements Shape {}

    /** An object whose names are language tags and whose values are texts. */
    record ByLanguage() implements Shape {}

    /** An object with fields of its own, which the document names. Nothing else may stand in it. */
    record Thing(String name, String about, List<Field> fields) implements Shape {
        public Thing {
            fields = List.copyOf(fields);
        }

        Optional<Field> field(String wanted) {
            return fields.stream().filter(field -> field.name().equals(wanted)).findFirst();
        }
    }

    /** Any JSON object; another page says what it holds, and its own reader checks it. */
    record Open(String about) implements Shape {}

    /** A field of an object. */
    record Field(String name, Shape shape, Presence presence, String about) {
        /** One that is always there. */
        public static Field needed(String name, Shape shape, String about) {
            return new Field(name, shape, Presence.NEEDED, about);
        }

        /** One that may be missing. */
        public static Field maybe(String name, Shape shape, String about) {
            return new Field(name, shape, Presence.MAYBE, about);
        }
    }

    /** Whether a field must be there. */
    enum Presence {
        NEEDED,
        MAYBE
    }

    /** Text of at most so many characters. */
    static Shape text(int max) {
        return new Text(max, Optional.empty());
    }

    /** Text that has the pattern. */
    static Shape text(int max, String pattern) {
        return new Text(max, Optional.of(pattern));
    }

    /** One of these words. */
    static Shape word(String... words) {
        return new Word(List.of(words));
    }

    /** One of these words, in the order of the alphabet. */
    static Shape word(Set<String> words) {
        return new Word(List.copyOf(new TreeSet<>(words)));
    }

    static Shape rows(Shape each, int max) {
        return new Row(each, max);
    }

    static Thing thing(String name, String about, Field... fields) {
        return new Thing(name, about, List.of(fields));
    }
}
