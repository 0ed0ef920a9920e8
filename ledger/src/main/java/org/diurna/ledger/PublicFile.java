package org.diurna.ledger;

/**
 * A file that everybody must be able to read under the log's address (C2SP tlog-tiles).
 *
 * @param path relative to the log's prefix, without leading slash
 * @param bytes not to be changed
 */
public record PublicFile(String path, byte[] bytes) {
    /** For the header {@code Content-Type}. */
    public String mediaType() {
        return mutable() ? "text/plain; charset=utf-8" : "application/octet-stream";
    }

    /** True for the checkpoint alone: it may be cached for seconds at most, all others for ever. */
    public boolean mutable() {
        return path.equals(LogFiles.CHECKPOINT);
    }
}
