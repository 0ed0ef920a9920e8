package org.diurna.desk;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How a file that a browser sent is called. */
final class FileNames {
    private static final int NAME_MAX = 120;

    private FileNames() {}

    /**
     * Its name without the folders that some browsers send; the end of a name that is too long.
     *
     * @param sent     by the browser; null where it sent none
     * @param nameless what a file without a name is called
     */
    static String of(@Nullable String sent, String nameless) {
        String given = Optional.ofNullable(sent).orElse("");
        String own = given.substring(Math.max(given.lastIndexOf('/'), given.lastIndexOf('\\')) + 1);
        String name = own.isBlank() ? nameless : own;
        return name.length() <= NAME_MAX ? name : name.substring(name.length() - NAME_MAX);
    }
}
