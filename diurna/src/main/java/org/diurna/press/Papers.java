package org.diurna.press;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Which editions of a version lie on paper, that is, as PDF files that the public may have. A page names a file only when
 * it is there.
 *
 * @param lengths by edition, in bytes
 * @param stale   editions whose file says what no longer holds, or shows what may be shown no more; it is being made anew
 * @param kit     the media kit of the release
 */
public record Papers(Map<Integer, Long> lengths, Set<Integer> stale, Kit kit) {
    /** No file at all. */
    public static final Papers NONE = new Papers(Map.of(), Set.of());

    /** Papers of a release without a media kit. */
    public Papers(Map<Integer, Long> lengths, Set<Integer> stale) {
        this(lengths, stale, new Kit.None());
    }

    public Papers {
        lengths = Map.copyOf(lengths);
        stale = Set.copyOf(stale);
    }

    /** The same with another kit. */
    public Papers with(Kit other) {
        return new Papers(lengths, stale, other);
    }

    /** The encoded path of an edition's file. */
    public static String path(PublicVersion version, PublicEdition edition) {
        return Paths.encoded(version.path(edition)) + "/release.pdf";
    }

    /** Whether there is to be a file: not of a text that was removed. */
    public static boolean wanted(PublicVersion version, PublicEdition edition) {
        return !Editions.removed(version) && edition.json().length > 0;
    }

    /** When what an edition's file says last changed; a file of another moment is stale. */
    public static Instant modified(PublicVersion version, PublicEdition edition) {
        return Stream.concat(
                        version.withdrawn().map(PublicVersion.Withdrawn::at).stream(),
                        edition.recalled().stream().map(PublicEdition.Recalled::at))
                .filter(at -> at.isAfter(edition.published()))
                .max(Instant::compareTo)
                .orElse(edition.published());
    }

    /** Whether a sheet is one of the pages that name an edition's file. */
    public static boolean namedOn(PublicVersion version, PublicEdition edition, Sheet sheet) {
        return sheet instanceof Sheet.Printed page
                && (page.path().equals(Paths.encoded(version.path()))
                        || page.path().equals(Paths.encoded(version.path(edition))));
    }

    /** Whether a sheet is the page of the release itself, which names its kit. */
    public static boolean onRelease(PublicVersion version, Sheet sheet) {
        return sheet instanceof Sheet.Printed page && page.path().equals(Paths.encoded(version.path()));
    }

    Optional<Long> length(PublicEdition edition) {
        return stale.contains(edition.number()) ? Optional.empty() : Optional.ofNullable(lengths.get(edition.number()));
    }
}
