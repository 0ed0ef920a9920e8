package org.diurna.stand;

import io.netty.buffer.ByteBuf;
import io.netty.util.IllegalReferenceCountException;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** All that is needed to answer for one coding of one entry. */
final class Prepared {
    private final Head whole;
    private final Head notModified;
    private final String etag;
    private final long modified;
    private final Blob blob;
    private final boolean ranges;
    private final @Nullable ByteBuf body;

    private Prepared(
            Head whole,
            Head notModified,
            String etag,
            long modified,
            Blob blob,
            boolean ranges,
            @Nullable ByteBuf body) {
        this.whole = whole;
        this.notModified = notModified;
        this.etag = etag;
        this.modified = modified;
        this.blob = blob;
        this.ranges = ranges;
        this.body = body;
    }

    /** Of a put, under another status than its own where the page of the office stands for an error. */
    static Prepared of(Heads heads, Entry entry, Coding coding, int status) {
        var blob = entry.blob(coding);
        boolean ranges = status == 200 && !entry.isCoded();
        var etag = "\"" + blob.digest().hex().substring(0, 32) + "\"";
        var lines = new java.util.ArrayList<String>();
        if (entry.kind() == Entry.Kind.GONE) {
            lines.add("Content-Type: text/html; charset=utf-8");
        } else {
            lines.addAll(entry.headerLines());
        }
        if (entry.isCoded()) {
            lines.add("Vary: Accept-Encoding");
        }
        if (status == 200) {
            lines.add("ETag: " + etag);
        } else {
            lines.removeIf(line -> line.startsWith("Last-Modified:"));
        }
        if (status == 503) {
            lines.removeIf(line -> line.toLowerCase(Locale.ROOT).startsWith("cache-control:"));
            lines.add("Retry-After: " + Heads.RETRY_AFTER_SECONDS);
        }
        var cache = Heads.cacheControlOf(status);
        var ofBody = new StringBuilder();
        if (ranges) {
            ofBody.append("Accept-Ranges: bytes\r\n");
        }
        if (coding != Coding.IDENTITY) {
            ofBody.append("Content-Encoding: ").append(coding.token()).append("\r\n");
        }
        var whole = heads.text(status, lines, cache) + ofBody + "Content-Length: " + blob.size() + "\r\n";
        var without = List.copyOf(lines).stream()
                .filter(line -> !line.startsWith("Content-Type:"))
                .toList();
        return new Prepared(
                new Head(status, whole),
                new Head(304, heads.text(304, without, cache)),
                etag,
                entry.modified(),
                blob,
                ranges,
                null);
    }

    /** The same with its bytes, which now belong to it. */
    Prepared with(ByteBuf newBody) {
        return new Prepared(whole, notModified, etag, modified, blob, ranges, newBody);
    }

    Head whole() {
        return whole;
    }

    Head notModified() {
        return notModified;
    }

    Head part(ByteRange range) {
        var text = whole.text();
        var fields = text.substring(text.indexOf("\r\n") + 2, text.lastIndexOf("Content-Length: "));
        return new Head(
                206,
                Heads.statusLine(206) + fields + "Content-Range: bytes " + range.first() + "-" + range.last() + "/"
                        + blob.size() + "\r\nContent-Length: " + range.length() + "\r\n");
    }

    String etag() {
        return etag;
    }

    long modified() {
        return modified;
    }

    Blob blob() {
        return blob;
    }

    boolean ranges() {
        return ranges;
    }

    /** The bytes, held for the caller; null when they are not in memory or are just leaving it. */
    @Nullable
    ByteBuf hold(long offset, int length) {
        if (body == null) {
            return null;
        }
        try {
            return offset == 0 && length == blob.size()
                    ? body.retainedDuplicate()
                    : body.retainedSlice((int) offset, length);
        } catch (IllegalReferenceCountException leaving) {
            return null;
        }
    }

    int weight() {
        int bytes = body == null ? 0 : body.capacity();
        return bytes + whole.http1().length + notModified.http1().length + 400;
    }

    void release() {
        if (body != null) {
            body.release();
        }
    }
}
