package org.diurna.desk;

import java.util.List;
import org.diurna.house.Language;

/** A release in the desk's list, in words for the reader. */
public record ReleaseLine(
        String path, Language language, String headline, String office, String type, List<Version> versions) {
    public ReleaseLine {
        versions = List.copyOf(versions);
    }

    /**
     * One of its languages.
     *
     * @param state class of the state's mark: draft, in-press, public, withdrawn
     */
    public record Version(Language language, String path, String state, String stateName) {}
}
