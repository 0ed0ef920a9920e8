package org.diurna.counter;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.diurna.edition.Texts;

/** What stands in a query or was typed into a form, without characters that nobody typed. */
record Typed(Map<String, List<String>> fields) {
    static final Typed NOTHING = new Typed(Map.of());

    /** More fields are no form of ours. */
    private static final int FIELDS_MOST = 200;

    Typed {
        fields = Map.copyOf(fields);
    }

    /**
     * Reads {@code application/x-www-form-urlencoded}.
     *
     * @throws IllegalArgumentException when it is none
     */
    static Typed of(String encoded) {
        Map<String, List<String>> fields = new LinkedHashMap<>();
        String[] pairs = encoded.split("&", -1);
        if (pairs.length > FIELDS_MOST) {
            throw new IllegalArgumentException("A form of so many fields is none of this counter.");
        }
        for (String pair : pairs) {
            int at = pair.indexOf('=');
            if (at > 0) {
                fields.computeIfAbsent(decoded(pair.substring(0, at)), _ -> new ArrayList<>())
                        .add(decoded(pair.substring(at + 1)));
            }
        }
        return new Typed(fields);
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    /** The field in one line; empty when there is none. */
    String line(String field) {
        return Texts.clean(raw(field)).strip();
    }

    /** The field with its lines. */
    String lines(String field) {
        return raw(field)
                .lines()
                .map(Texts::clean)
                .collect(Collectors.joining("\n"))
                .strip();
    }

    private String raw(String field) {
        return fields.getOrDefault(field, List.of("")).getFirst();
    }

    List<String> all(String field) {
        return fields.getOrDefault(field, List.of());
    }
}
