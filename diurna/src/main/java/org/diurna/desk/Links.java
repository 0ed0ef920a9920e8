package org.diurna.desk;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.diurna.edition.Office;
import org.diurna.edition.ReleaseId;
import org.diurna.house.Language;

/**
 * What can be known of a link without asking for it: asking would tell a stranger's server of a text that nobody may know
 * of yet.
 */
final class Links {
    private static final Pattern RELEASE = Pattern.compile("/([a-zA-Z-]{2,35})/([0-9A-HJKMNP-TV-Z]{10})(/.*)?");
    private static final Pattern INSIDE = Pattern.compile(
            "(localhost|.*\\.(local|internal|intranet|lan|test|invalid|localhost)|[^.]+|10\\..*|192\\.168\\..*|127\\..*)");

    private Links() {}

    /** What became of the look. */
    sealed interface Judgement {}

    /** Nothing is wrong with it. */
    record Fine() implements Judgement {}

    /**
     * Readers will not get there.
     *
     * @param key of the finding
     */
    record Dead(String key) implements Judgement {}

    /** It leads to a release of this organisation. */
    record Ours(ReleaseId release, Language language) implements Judgement {}

    static Judgement judge(Office office, String target) {
        try {
            URI uri = new URI(target);
            String host = uri.getHost();
            if (host == null) {
                return uri.getScheme() == null ? path(uri) : bare(uri);
            }
            String lower = host.toLowerCase(Locale.ROOT);
            if (office.hosts().contains(lower)) {
                return path(uri);
            }
            if (INSIDE.matcher(lower).matches()) {
                return new Dead("link-inside");
            }
            return lower.equals("example.com") || lower.endsWith(".example.com")
                    ? new Dead("link-example")
                    : new Fine();
        } catch (URISyntaxException e) {
            return new Dead("link-broken");
        }
    }

    private static Judgement bare(URI uri) {
        String scheme = uri.getScheme().toLowerCase(Locale.ROOT);
        String rest = uri.getSchemeSpecificPart();
        return switch (scheme) {
            case "mailto" -> rest.matches("[^@\\s]+@[^@\\s]+\\.[^@\\s]+") ? new Fine() : new Dead("link-broken");
            case "tel" -> rest.chars().filter(Character::isDigit).count() >= 3 ? new Fine() : new Dead("link-broken");
            default -> new Dead("link-broken");
        };
    }

    private static Judgement path(URI uri) {
        Matcher release = RELEASE.matcher(uri.getPath() == null ? "" : uri.getPath());
        if (!release.matches()) {
            return new Fine();
        }
        try {
            return new Ours(new ReleaseId(release.group(2)), Language.of(release.group(1)));
        } catch (IllegalArgumentException e) {
            return new Fine();
        }
    }
}
