package org.diurna.ledger;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds where a release page says that its edition.json and its proof are. What lies there is verified, not believed. */
final class PageLinks {
    private static final Pattern LINK = Pattern.compile("<link\\s([^>]*)>", Pattern.CASE_INSENSITIVE);
    private static final Pattern ATTRIBUTE =
            Pattern.compile("([a-zA-Z-]+)\\s*=\\s*(?:\"([^\"]*)\"|'([^']*)'|([^\\s\"'>]+))");

    private PageLinks() {}

    /** The address, as it is written, of the first link of that relation and media type. */
    static Optional<String> find(String html, String relation, String mediaType) {
        Matcher links = LINK.matcher(html);
        while (links.find()) {
            Map<String, String> attributes = attributes(links.group(1));
            boolean related = Arrays.asList(attributes
                            .getOrDefault("rel", "")
                            .toLowerCase(Locale.ROOT)
                            .split("\\s+"))
                    .contains(relation);
            String type = attributes.getOrDefault("type", "").toLowerCase(Locale.ROOT);
            if (related && type.equals(mediaType) && attributes.containsKey("href")) {
                return Optional.of(attributes.getOrDefault("href", ""));
            }
        }
        return Optional.empty();
    }

    private static Map<String, String> attributes(String tag) {
        Map<String, String> attributes = new HashMap<>();
        Matcher found = ATTRIBUTE.matcher(tag);
        while (found.find()) {
            String value = Optional.ofNullable(found.group(2))
                    .or(() -> Optional.ofNullable(found.group(3)))
                    .orElse(found.group(4));
            attributes.putIfAbsent(found.group(1).toLowerCase(Locale.ROOT), value.replace("&amp;", "&"));
        }
        return attributes;
    }
}
