package org.diurna.edition;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The organisation's own list of types, in its order. */
public record ReleaseTypes(List<ReleaseType> all) {
    public ReleaseTypes {
        all = List.copyOf(all);
    }

    /** The list that an organisation has that has written none. */
    public static ReleaseTypes standard() {
        try (InputStream in = ReleaseTypes.class.getResourceAsStream("/types.json")) {
            if (in == null) {
                throw new IllegalStateException("The program lacks its list of types.");
            }
            return read(JsonMapper.builder().build().readTree(in));
        } catch (IOException e) {
            throw new UncheckedIOException("The list of types cannot be read.", e);
        }
    }

    static ReleaseTypes read(JsonNode array) {
        List<ReleaseType> types = new ArrayList<>();
        array.forEach(node -> types.add(new ReleaseType(
                node.path("code").asString(""),
                ReleaseType.Core.of(node.path("core").asString("")),
                OfficeJson.words(node.path("labels")))));
        return new ReleaseTypes(types);
    }

    public Optional<ReleaseType> find(String code) {
        return all.stream().filter(type -> type.code().equals(code)).findFirst();
    }

    /**
     * The type with that code, or a bare one where the organisation has taken it off its list: what is published keeps it.
     */
    public ReleaseType of(String code) {
        return find(code).orElseGet(() -> all.getFirst());
    }
}
