package org.diurna.ledger;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.diurna.ledger.LedgerException.Malformed;

/**
 * A JSON value (RFC 8259), read by {@link JsonReader} so strictly that no two readers can take one file for two different
 * texts.
 */
sealed interface Json {
    record Text(String value) implements Json {}

    /** As it was written: nobody needs to calculate with it here. */
    record Figure(String written) implements Json {}

    record Truth(boolean value) implements Json {}

    record Nothing() implements Json {}

    record Row(List<Json> values) implements Json {
        public Row {
            values = List.copyOf(values);
        }
    }

    record Members(Map<String, Json> values) implements Json {
        public Members {
            values = Map.copyOf(values);
        }

        Optional<String> text(String name) {
            return values.get(name) instanceof Text(String value) ? Optional.of(value) : Optional.empty();
        }

        /** Texts and numbers alike. */
        Optional<String> written(String name) {
            return values.get(name) instanceof Figure(String written) ? Optional.of(written) : text(name);
        }

        String needed(String name) {
            return text(name).orElseThrow(() -> new Malformed("edition.json has no text named " + name + "."));
        }
    }
}
