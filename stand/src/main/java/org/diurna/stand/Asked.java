package org.diurna.stand;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What a reader asks for, whichever version of HTTP it came by.
 *
 * @param host a name in lower case
 * @param fields header by lower-case name; several lines of one name joined with commas
 */
record Asked(String method, String host, Target target, Function<String, @Nullable String> fields) {
    @Nullable
    String field(String name) {
        return fields.apply(name);
    }

    boolean isHead() {
        return method.equals("HEAD");
    }
}
