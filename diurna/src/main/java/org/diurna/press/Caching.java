package org.diurna.press;

/** For how long readers and caches between may keep a sheet. */
public enum Caching {
    /** Pages and lists: a minute, then asked again; stale copies bridge a failure. */
    PAGE("public, max-age=60, stale-while-revalidate=60, stale-if-error=86400, no-transform"),
    /** Feeds, sitemaps and the small files under /.well-known. */
    FEED("public, max-age=60, no-transform"),
    /** Bytes whose address holds their digest or their edition number. */
    IMMUTABLE("public, max-age=31536000, immutable, no-transform"),
    /** The newest checkpoint of the ledger. */
    CHECKPOINT("public, max-age=2, no-transform");

    private final String header;

    Caching(String header) {
        this.header = header;
    }

    /** The value of {@code Cache-Control}. */
    public String header() {
        return header;
    }
}
