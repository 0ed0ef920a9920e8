package org.diurna.darkroom;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** Empties the error stream of a worker, so that it never blocks, and keeps the last of it for the one who must mend it. */
final class StderrTail {
    private static final int KEPT_BYTES = 2_048;

    private final byte[] kept = new byte[KEPT_BYTES];
    private int length;

    private StderrTail() {}

    static StderrTail of(InputStream stream) {
        var tail = new StderrTail();
        Thread.ofVirtual().name("darkroom-stderr").start(() -> tail.follow(stream));
        return tail;
    }

    private void follow(InputStream stream) {
        var buffer = new byte[KEPT_BYTES];
        try (stream) {
            for (int n = stream.read(buffer); n >= 0; n = stream.read(buffer)) {
                keep(buffer, n);
            }
        } catch (IOException e) {
            keep(new byte[0], 0);
        }
    }

    private synchronized void keep(byte[] more, int count) {
        int stay = Math.min(length, KEPT_BYTES - count);
        System.arraycopy(kept, length - stay, kept, 0, stay);
        System.arraycopy(more, 0, kept, stay, count);
        length = stay + count;
    }

    synchronized String text() {
        return new String(kept, 0, length, StandardCharsets.UTF_8).strip();
    }
}
