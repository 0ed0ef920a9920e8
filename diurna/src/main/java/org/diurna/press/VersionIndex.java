package org.diurna.press;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.json.JsonMapper;

/**
 * The editions of a release in one language for programs: what the ledger is asked for one by one. It says nothing that
 * the ledger does not; whoever reads it checks the entries that it names. Of a removed text only digests and times stay.
 */
final class VersionIndex {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private VersionIndex() {}

    static String path(PublicVersion version) {
        return version.root() + "/editions/index.json";
    }

    static Sheet print(PublicVersion version) {
        byte[] bytes = (JSON.writeValueAsString(members(version)) + "\n").getBytes(StandardCharsets.UTF_8);
        return new Sheet.Printed(
                version.office().host(),
                path(version),
                "application/json",
                Caching.FEED,
                Optional.of(Editions.changed(version)),
                Map.of("Access-Control-Allow-Origin", "*", "X-Robots-Tag", "noindex"),
                bytes);
    }

    private static Map<String, Object> members(PublicVersion version) {
        boolean removed = Editions.removed(version);
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("v", 1);
        members.put("office", version.office().code());
        members.put("release", version.release().value());
        members.put("lang", version.language().tag());
        if (!removed) {
            members.put("page", Paths.encoded(version.path()));
        }
        List<Object> editions = new ArrayList<>();
        version.editions().forEach(edition -> editions.add(edition(edition, removed)));
        members.put("editions", editions);
        version.withdrawn().ifPresent(withdrawn -> members.put("withdrawn", withdrawn(withdrawn)));
        return members;
    }

    private static Map<String, Object> edition(PublicEdition edition, boolean removed) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("edition", edition.number());
        members.put("kind", edition.kind().word());
        members.put("published", edition.published().toString());
        if (!removed && !edition.note().isEmpty()) {
            members.put("note", edition.note());
        }
        members.put("readable", !removed && edition.json().length > 0);
        members.putAll(entry(edition.seal()));
        members.put("content", edition.seal().content());
        return members;
    }

    private static Map<String, Object> withdrawn(PublicVersion.Withdrawn withdrawn) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("at", withdrawn.at().toString());
        members.put("text", withdrawn.text() == PublicVersion.Text.KEPT ? "kept" : "removed");
        members.putAll(entry(withdrawn.seal()));
        return members;
    }

    private static Map<String, Object> entry(Seal seal) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("index", seal.index());
        members.put("leafHash", seal.leafHash());
        members.put("code", seal.code());
        return members;
    }
}
