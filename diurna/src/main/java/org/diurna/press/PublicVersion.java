package org.diurna.press;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.diurna.edition.Office;
import org.diurna.edition.ReleaseId;
import org.diurna.edition.ReleaseNumber;
import org.diurna.edition.ReleaseType;
import org.diurna.edition.Standing;
import org.diurna.house.Language;

/**
 * A release in one language, as the public is to see it now.
 *
 * @param slug       of the newest edition; decorative
 * @param slugsGone  earlier slugs, which move to the present one
 * @param editions   at least one, oldest first
 * @param siblings   the other public versions of the release, in the order of the office's languages
 * @param withdrawn  empty while it stands
 */
public record PublicVersion(
        Office office,
        ReleaseId release,
        ReleaseType type,
        Optional<ReleaseNumber> number,
        Language language,
        Standing standing,
        String slug,
        List<String> slugsGone,
        List<PublicEdition> editions,
        List<Sibling> siblings,
        Optional<Withdrawn> withdrawn) {
    public PublicVersion {
        slugsGone = List.copyOf(slugsGone);
        editions = List.copyOf(editions);
        siblings = List.copyOf(siblings);
        if (editions.isEmpty()) {
            throw new IllegalArgumentException("Release " + release + " in " + language + " has no edition to print.");
        }
    }

    public PublicEdition newest() {
        return editions.getLast();
    }

    public Instant firstPublished() {
        return editions.getFirst().published();
    }

    /** {@code /en/01KAP5Q7W3}: what names it for ever. */
    public String root() {
        return "/" + language + "/" + release;
    }

    /** {@code /en/01KAP5Q7W3/headline-in-short}. */
    public String path() {
        return root() + "/" + slug;
    }

    /** {@code /en/01KAP5Q7W3/editions/2}. */
    public String path(PublicEdition edition) {
        return root() + "/editions/" + edition.number();
    }

    /**
     * The same release in another language.
     *
     * @param path    of its page on the office's host
     * @param edition number of its newest edition
     */
    public record Sibling(Language language, Standing standing, String path, int edition, String headline) {}

    /**
     * A withdrawal.
     *
     * @param reason in the version's language, for readers
     * @param text   whether the text stays readable below the notice
     * @param seal   what the ledger answered for the withdrawal itself; its content is {@code -}
     */
    public record Withdrawn(Instant at, String reason, Text text, Seal seal) {}

    /** What a withdrawal does to the text. */
    public enum Text {
        KEPT,
        REMOVED
    }
}
