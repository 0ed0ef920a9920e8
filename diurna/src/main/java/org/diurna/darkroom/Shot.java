package org.diurna.darkroom;

/** One rendition that an engine is asked for. */
record Shot(Crop crop, int width, int height, Format format) {
    Shot as(Format other) {
        return new Shot(crop, width, height, other);
    }
}
