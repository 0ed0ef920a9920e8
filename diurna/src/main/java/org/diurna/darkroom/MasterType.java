package org.diurna.darkroom;

/** What a master can be, judged by its bytes. */
enum MasterType {
    JPEG("image/jpeg", "jpegload_buffer", "VipsForeignLoadJpegBuffer", "warning"),
    PNG("image/png", "pngload_buffer", "VipsForeignLoadPngBuffer", "error"),
    GIF("image/gif", "gifload_buffer", "VipsForeignLoadNsgifBuffer", "error"),
    WEBP("image/webp", "webpload_buffer", "VipsForeignLoadWebpBuffer", "error"),
    TIFF("image/tiff", "tiffload_buffer", "VipsForeignLoadTiffBuffer", "error"),
    AVIF("image/avif", "heifload_buffer", "VipsForeignLoadHeifBuffer", "error"),
    HEIC("image/heic", "heifload_buffer", "VipsForeignLoadHeifBuffer", "error");

    private final String mediaType;
    private final String loader;
    private final String loaderClass;
    private final String failOn;

    MasterType(String mediaType, String loader, String loaderClass, String failOn) {
        this.mediaType = mediaType;
        this.loader = loader;
        this.loaderClass = loaderClass;
        this.failOn = failOn;
    }

    String mediaType() {
        return mediaType;
    }

    /** The only operation of libvips that may read this type. */
    String loader() {
        return loader;
    }

    /** What libvips itself must take the bytes for; anything else is a file with two faces. */
    String loaderClass() {
        return loaderClass;
    }

    /**
     * From which trouble on libvips gives up. libjpeg reports missing rows as a mere warning; libpng and libtiff warn of
     * harmless things, too.
     */
    String failOn() {
        return failOn;
    }

    /** True where the decoder turns the picture upright by itself (the turn is part of the format, not of EXIF). */
    boolean turnsItself() {
        return this == AVIF || this == HEIC;
    }

    /** True where no pure Java decoder exists. */
    boolean needsLibvips() {
        return this == AVIF || this == HEIC;
    }
}
