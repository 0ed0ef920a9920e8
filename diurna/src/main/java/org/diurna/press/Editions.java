package org.diurna.press;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.diurna.edition.Kind;

/** Which edition of a version is read where. */
final class Editions {
    private Editions() {}

    /** The edition whose text the release's page shows: the newest one that has a text of its own. */
    static PublicEdition shown(PublicVersion version) {
        return version.editions().reversed().stream()
                .filter(Editions::speaks)
                .findFirst()
                .orElse(version.newest());
    }

    /** The newest edition that changed what the text says; a mended trifle and a withdrawal do not. */
    static PublicEdition lastChange(PublicVersion version) {
        return version.editions().reversed().stream()
                .filter(edition -> changes(edition.kind()))
                .findFirst()
                .orElse(version.editions().getFirst());
    }

    /** The corrections, oldest first. */
    static List<PublicEdition> corrections(PublicVersion version) {
        return version.editions().stream()
                .filter(edition -> edition.kind() == Kind.CORRECTION)
                .toList();
    }

    static Optional<PublicEdition> lastOf(PublicVersion version, Kind kind) {
        return version.editions().reversed().stream()
                .filter(edition -> edition.kind() == kind)
                .findFirst();
    }

    /** Encoded paths that move to the release's page. */
    static List<String> leadingTo(PublicVersion version) {
        List<String> paths = new ArrayList<>();
        paths.add(version.root());
        paths.add(version.root() + "/");
        version.slugsGone().stream()
                .filter(slug -> !slug.equals(version.slug()))
                .distinct()
                .map(slug -> Paths.encoded(version.root() + "/" + slug))
                .forEach(paths::add);
        return paths;
    }

    static String json(PublicVersion version, PublicEdition edition) {
        return version.path(edition) + "/edition.json";
    }

    static String proof(PublicVersion version, PublicEdition edition) {
        return version.path(edition) + "/edition.tlog-proof";
    }

    static String timeMap(PublicVersion version) {
        return version.root() + "/editions/timemap";
    }

    static String timeGate(PublicVersion version) {
        return version.root() + "/editions/timegate";
    }

    static String history(PublicVersion version) {
        return version.root() + "/history";
    }

    /** Of the withdrawal's own entry, while it is in force. */
    static String withdrawalProof(PublicVersion version) {
        return version.root() + "/withdrawal.tlog-proof";
    }

    /** Whether the text was taken away with the withdrawal. */
    static boolean removed(PublicVersion version) {
        return version.withdrawn()
                .filter(withdrawn -> withdrawn.text() == PublicVersion.Text.REMOVED)
                .isPresent();
    }

    /** When what its pages say last changed. */
    static Instant changed(PublicVersion version) {
        Instant published = version.newest().published();
        return version.withdrawn()
                .map(PublicVersion.Withdrawn::at)
                .filter(at -> at.isAfter(published))
                .orElse(published);
    }

    private static boolean speaks(PublicEdition edition) {
        return edition.kind() != Kind.WITHDRAWAL && edition.kind() != Kind.ERASURE;
    }

    private static boolean changes(Kind kind) {
        return switch (kind) {
            case RELEASE, TRANSLATION, UPDATE, CORRECTION -> true;
            case REFILE, WITHDRAWAL, RESTORE, ERASURE -> false;
        };
    }
}
