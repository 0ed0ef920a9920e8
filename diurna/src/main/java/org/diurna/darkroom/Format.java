package org.diurna.darkroom;

import java.util.Set;

/** What a rendition is written as. */
public enum Format {
    AVIF("image/avif", "avif"),
    WEBP("image/webp", "webp"),
    JPEG("image/jpeg", "jpg");

    static final Set<Format> ALL = Set.of(values());

    private final String mediaType;
    private final String suffix;

    Format(String mediaType, String suffix) {
        this.mediaType = mediaType;
        this.suffix = suffix;
    }

    public String mediaType() {
        return mediaType;
    }

    /** Of a file name, without the dot. */
    public String suffix() {
        return suffix;
    }
}
