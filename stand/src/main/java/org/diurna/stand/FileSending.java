package org.diurna.stand;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.DefaultFileRegion;
import java.io.EOFException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.NoSuchFileException;
import java.nio.file.StandardOpenOption;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends a part of a large file: without TLS by the kernel alone (sendfile), with TLS in pieces of which one at a time is
 * on its way. Files are opened and read on virtual threads.
 */
// What a write or close comes to is heard in exceptionCaught or by the end of the connection.
@SuppressWarnings("FutureReturnValueIgnored")
final class FileSending {
    static final int PIECE_BYTES = 128 << 10;
    private static final Logger LOG = LoggerFactory.getLogger(FileSending.class);

    /** Where the pieces go; returns when the piece is on its way. */
    interface Pieces {
        void send(ByteBuf piece, boolean last) throws IOException, InterruptedException;
    }

    private FileSending() {}

    /** Calls {@code head} and then {@code done}, which hears whether all was sent, on the loop. */
    static void start(
            ChannelHandlerContext ctx, Floor floor, Reply.FromFile file, Runnable head, Consumer<Boolean> done) {
        boolean tls = ctx.pipeline().get("tls") != null;
        Thread.startVirtualThread(() -> {
            try {
                if (tls) {
                    ctx.executor().execute(head);
                    inPieces(floor, file, (piece, _) -> ctx.writeAndFlush(piece).sync());
                    ctx.executor().execute(() -> done.accept(true));
                } else {
                    var channel = open(floor, file.blob());
                    ctx.executor().execute(() -> {
                        head.run();
                        ctx.writeAndFlush(new DefaultFileRegion(channel, file.offset(), file.length()))
                                .addListener(sent -> done.accept(sent.isSuccess()));
                    });
                }
            } catch (IOException | InterruptedException | RuntimeException e) {
                LOG.warn("The file of {} was not sent whole: {}", file.blob().digest(), e.toString());
                ctx.executor().execute(() -> done.accept(false));
            }
        });
    }

    private static FileChannel open(Floor floor, Blob blob) throws IOException {
        var path = floor.shelf.file(blob.digest());
        if (path.isEmpty()) {
            throw new NoSuchFileException(blob.digest().hex());
        }
        return FileChannel.open(path.get(), StandardOpenOption.READ);
    }

    /** Blocks until the last piece is on its way. */
    static void inPieces(Floor floor, Reply.FromFile file, Pieces to) throws IOException, InterruptedException {
        try (var channel = open(floor, file.blob())) {
            long at = file.offset();
            long stop = at + file.length();
            while (at < stop) {
                int length = (int) Math.min(PIECE_BYTES, stop - at);
                var piece = io.netty.buffer.Unpooled.directBuffer(length, length);
                var room = piece.nioBuffer(0, length);
                while (room.hasRemaining()) {
                    if (channel.read(room, at + room.position()) < 0) {
                        piece.release();
                        throw new EOFException(file.blob().digest() + " is shorter than its "
                                + file.blob().size());
                    }
                }
                piece.writerIndex(length);
                at += length;
                to.send(piece, at == stop);
            }
        }
    }
}
