package org.diurna.stand;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.RemovalCause;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/** What is asked for most, ready in memory within a budget of bytes. Safe for many threads. */
final class HotPages implements AutoCloseable {
    /** Larger bodies are always sent from their files: one of them would push many pages out. */
    static final int BODY_BYTES_MAX = 512 << 10;

    private static final int VARIANTS = 8;

    private final Shelf shelf;
    private final Cache<Long, Prepared> pages;

    HotPages(Shelf shelf, long bytesMax) {
        this.shelf = shelf;
        pages = Caffeine.newBuilder()
                .maximumWeight(bytesMax)
                .weigher((Long _, Prepared page) -> page.weight())
                .removalListener((@Nullable Long _, @Nullable Prepared page, RemovalCause _) -> {
                    if (page != null) {
                        page.release();
                    }
                })
                // Housekeeping is short and must not compete with the loops for their cores.
                .executor(Runnable::run)
                .build();
    }

    /** One coding of an entry, under its own status or under another one. */
    static long key(Entry entry, Coding coding, boolean ownStatus) {
        int codingNumber = switch (coding) {
            case IDENTITY -> 0;
            case GZIP -> 1;
            case BR -> 2;
        };
        return entry.key() * VARIANTS + codingNumber + (ownStatus ? 0 : VARIANTS / 2);
    }

    @Nullable
    Prepared get(long key) {
        return pages.getIfPresent(key);
    }

    void keep(long key, Prepared page) {
        pages.put(key, page);
    }

    void forget(long entryKey) {
        for (int variant = 0; variant < VARIANTS; variant++) {
            pages.invalidate(entryKey * VARIANTS + variant);
        }
    }

    /** Reads the part that the reply needs, keeps the whole. Blocks. */
    ByteBuf load(Reply.Cold cold) throws IOException {
        var whole = read(cold.prepared().blob());
        var part = cold.length() == whole.capacity()
                ? whole.retainedDuplicate()
                : whole.retainedSlice((int) cold.offset(), cold.length());
        keep(cold.key(), cold.prepared().with(whole));
        return part;
    }

    private ByteBuf read(Blob blob) throws IOException {
        var file = shelf.file(blob.digest());
        var buffer = Unpooled.directBuffer((int) blob.size(), (int) blob.size());
        try {
            if (file.isPresent()) {
                readFile(file.get(), buffer, blob);
            } else {
                buffer.writeBytes(shelf.read(blob.digest()));
            }
            return buffer;
        } catch (IOException | RuntimeException e) {
            buffer.release();
            throw e;
        }
    }

    private static void readFile(Path file, ByteBuf to, Blob blob) throws IOException {
        try (var channel = FileChannel.open(file, StandardOpenOption.READ)) {
            ByteBuffer room = to.nioBuffer(0, (int) blob.size());
            while (room.hasRemaining()) {
                if (channel.read(room) < 0) {
                    throw new EOFException(file + " is shorter than the " + blob.size() + " bytes that were laid");
                }
            }
            to.writerIndex((int) blob.size());
        }
    }

    @Override
    public void close() {
        pages.invalidateAll();
        pages.cleanUp();
    }
}
