package org.diurna.press.paper;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A node of the structure tree (ISO 32000-1, 14.7): what a piece of the page is for those who do not see it. */
final class Tag {
    private final String type;
    private final List<Kid> kids = new ArrayList<>();
    private @Nullable String alt;
    private @Nullable String lang;
    private @Nullable String id;

    /** What a node holds. */
    sealed interface Kid {}

    /** A node inside. */
    record Inner(Tag tag) implements Kid {}

    /** Marked content of a page. */
    record Content(Folio folio, int number) implements Kid {}

    /** A link's active area. */
    record Area(Folio folio, int index) implements Kid {}

    Tag(String type) {
        this.type = type;
    }

    Tag add(String inner) {
        Tag tag = new Tag(inner);
        kids.add(new Inner(tag));
        return tag;
    }

    void add(Kid kid) {
        kids.add(kid);
    }

    Tag alt(String words) {
        alt = words;
        return this;
    }

    Tag lang(@Nullable String tag) {
        lang = tag;
        return this;
    }

    Tag id(String name) {
        id = name;
        return this;
    }

    String type() {
        return type;
    }

    List<Kid> kids() {
        return kids;
    }

    @Nullable
    String alt() {
        return alt;
    }

    @Nullable
    String lang() {
        return lang;
    }

    @Nullable
    String id() {
        return id;
    }
}
