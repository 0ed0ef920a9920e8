package org.diurna.darkroom;

/** Which engine a darkroom works with. */
public enum EngineChoice {
    /** libvips where it is found, otherwise Java. */
    BEST,
    /** libvips, or the darkroom does not open. */
    LIBVIPS,
    /** Java even where libvips is found. */
    JAVA
}
