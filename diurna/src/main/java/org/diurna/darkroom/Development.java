package org.diurna.darkroom;

import java.util.List;

/** What became of an order for renditions. */
public sealed interface Development {
    /**
     * All of them.
     *
     * @param renditions in the order of the cuts, then widths ascending, then AVIF, WebP, JPEG
     * @param engine     with its version, for example {@code libvips 8.14.1}; the same engine makes the same bytes again
     */
    record Developed(List<Rendition> renditions, String engine) implements Development {
        public Developed {
            renditions = List.copyOf(renditions);
        }
    }

    /** Nothing was made; no half of it is left. */
    record NotDeveloped(Refusal refusal) implements Development {}
}
