package org.diurna.stand;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.socket.DuplexChannel;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpUtil;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.util.ReferenceCountUtil;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One HTTP/1 connection. Requests are answered in their order: those that can be answered from memory at once; while
 * another one waits for a file or the counter, nothing more is read, and what had been read already waits in a queue.
 */
// What a write or close comes to is heard in exceptionCaught or by the end of the connection.
@SuppressWarnings("FutureReturnValueIgnored")
final class Http1Window extends ChannelInboundHandlerAdapter implements Rounds.Visited {
    private static final Logger LOG = LoggerFactory.getLogger(Http1Window.class);
    private static final byte[] END = ascii("\r\n");
    private static final byte[] END_KEEP = ascii("Connection: keep-alive\r\n\r\n");
    private static final byte[] END_CLOSE = ascii("Connection: close\r\n\r\n");
    private static final byte[] CONTINUE = ascii("HTTP/1.1 100 Continue\r\n\r\n");
    private static final int HEAD_ROOM = 100;
    /** How long a client that was told to go may take to take the answer and close. */
    private static final Duration LINGER = Duration.ofSeconds(2);

    /** What is done after an answer. HTTP/1.0 clients must be told that the connection stays. */
    private enum Ending {
        KEEP,
        KEEP_OLD,
        CLOSE
    }

    private final Floor floor;
    private final ArrayDeque<Object> waiting = new ArrayDeque<>(0);
    private @Nullable Rounds rounds;
    private @Nullable ChannelHandlerContext context;
    private @Nullable Upload upload;
    private Ending end = Ending.KEEP;
    private boolean busy;
    private boolean last;
    private boolean gotRequest;
    /** Round in which the wait for something began; 0 while nothing is awaited. */
    private int halfSentSince;

    private int restingSince;
    private int stalledSince;
    private long pendingBefore;
    private int lingersSince;

    Http1Window(Floor floor) {
        this.floor = floor;
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    @Override
    public void handlerAdded(ChannelHandlerContext ctx) {
        context = ctx;
        rounds = floor.rounds(ctx.channel().eventLoop());
        rounds.add(this);
        restingSince = rounds.now();
        halfSentSince = rounds.now();
    }

    @Override
    public void handlerRemoved(ChannelHandlerContext ctx) {
        if (rounds != null) {
            rounds.remove(this);
        }
        waiting.forEach(ReferenceCountUtil::release);
        waiting.clear();
        if (upload != null) {
            upload.release();
            upload = null;
        }
    }

    @Override
    public void channelRead(ChannelHandlerContext ctx, Object message) {
        if (last) {
            ReferenceCountUtil.release(message);
        } else if (busy) {
            waiting.add(message);
        } else {
            take(ctx, message);
        }
    }

    private void take(ChannelHandlerContext ctx, Object message) {
        if (message instanceof HttpRequest request) {
            begin(ctx, request);
        } else if (message instanceof HttpContent content) {
            try {
                if (upload != null) {
                    add(ctx, upload, content);
                }
            } finally {
                content.release();
            }
        }
    }

    @Override
    public void channelReadComplete(ChannelHandlerContext ctx) {
        if (gotRequest) {
            gotRequest = false;
        } else if (halfSentSince == 0 && !busy && rounds != null) {
            halfSentSince = rounds.now();
        }
        ctx.flush();
    }

    private void begin(ChannelHandlerContext ctx, HttpRequest request) {
        gotRequest = true;
        halfSentSince = 0;
        restingSince = rounds == null ? 0 : rounds.now();
        switch (Http1Asked.read(request)) {
            case Http1Asked.Read.Refused(int status) -> {
                end = Ending.CLOSE;
                write(ctx, floor.clerk.refuse(status));
                finish(ctx);
            }
            case Http1Asked.Read.Good(Asked asked) -> {
                boolean body = Http1Asked.hasBody(request);
                var reply = floor.clerk.answer(asked);
                boolean forCounter = reply instanceof Reply.ForCounter;
                boolean keep = HttpUtil.isKeepAlive(request) && (!body || forCounter) && !floor.closing();
                if (!keep) {
                    end = Ending.CLOSE;
                } else {
                    end = request.protocolVersion().equals(HttpVersion.HTTP_1_0) ? Ending.KEEP_OLD : Ending.KEEP;
                }
                deliver(ctx, asked, request, reply);
            }
        }
    }

    private void deliver(ChannelHandlerContext ctx, Asked asked, HttpRequest request, Reply reply) {
        switch (reply) {
            case Reply.Ready ready -> {
                floor.log(asked, ready.head());
                write(ctx, asked.isHead() ? withoutBody(ready) : ready);
                finish(ctx);
            }
            case Reply.Cold cold -> offLoop(ctx, asked, () -> new Reply.Ready(cold.head(), floor.hot.load(cold)));
            case Reply.FromFile file -> sendFile(ctx, asked, file);
            case Reply.ForCounter _ -> startUpload(ctx, asked, request);
        }
    }

    private static Reply.Ready withoutBody(Reply.Ready ready) {
        ready.body().release();
        return new Reply.Ready(ready.head(), Unpooled.EMPTY_BUFFER);
    }

    private void write(ChannelHandlerContext ctx, Reply.Ready ready) {
        writeHead(ctx, ready.head());
        if (ready.body().isReadable()) {
            ctx.write(ready.body(), ctx.voidPromise());
        } else {
            ready.body().release();
        }
    }

    private void writeHead(ChannelHandlerContext ctx, Head head) {
        var bytes = head.http1();
        ByteBuf out = ctx.alloc().directBuffer(bytes.length + HEAD_ROOM);
        out.writeBytes(bytes).writeBytes(floor.dates.line()).writeBytes(endOfHead());
        ctx.write(out, ctx.voidPromise());
    }

    private byte[] endOfHead() {
        return switch (end) {
            case KEEP -> END;
            case KEEP_OLD -> END_KEEP;
            case CLOSE -> END_CLOSE;
        };
    }

    /** After the answer has been written: close, or stop reading while the client does not take it. */
    private void finish(ChannelHandlerContext ctx) {
        if (end == Ending.CLOSE) {
            last = true;
            ctx.writeAndFlush(Unpooled.EMPTY_BUFFER).addListener((ChannelFutureListener) _ -> goodbye(ctx));
        }
    }

    /**
     * Closing at once would make the system drop the answer if the client is still sending (RFC 9112 section 9.6): only
     * our half is closed, the other when the client has gone or the linger is over.
     */
    private void goodbye(ChannelHandlerContext ctx) {
        lingersSince = rounds == null ? 1 : rounds.now();
        ctx.channel().config().setAutoRead(true);
        if (ctx.channel() instanceof DuplexChannel duplex && ctx.pipeline().get("tls") == null) {
            duplex.shutdownOutput();
        } else {
            ctx.close();
        }
    }

    /** Work that blocks; what it returns is answered on the loop. */
    interface Blocking {
        Reply.Ready run() throws IOException;
    }

    private void offLoop(ChannelHandlerContext ctx, Asked asked, Blocking work) {
        pause(ctx);
        Thread.startVirtualThread(() -> {
            var ready = floor.orSorry(asked, work);
            floor.onLoop(ctx, ready, () -> {
                floor.log(asked, ready.head());
                write(ctx, asked.isHead() ? withoutBody(ready) : ready);
                finish(ctx);
                goOn(ctx);
            });
        });
    }

    private void pause(ChannelHandlerContext ctx) {
        busy = true;
        ctx.channel().config().setAutoRead(false);
    }

    private void goOn(ChannelHandlerContext ctx) {
        busy = false;
        restingSince = rounds == null ? 0 : rounds.now();
        while (!busy && !waiting.isEmpty()) {
            var message = waiting.poll();
            if (last) {
                ReferenceCountUtil.release(message);
            } else {
                take(ctx, message);
            }
        }
        ctx.flush();
        if (!busy) {
            ctx.channel().config().setAutoRead(ctx.channel().isWritable());
        }
    }

    private void sendFile(ChannelHandlerContext ctx, Asked asked, Reply.FromFile file) {
        floor.log(asked, file.head());
        pause(ctx);
        FileSending.start(ctx, floor, file, () -> writeHead(ctx, file.head()), whole -> {
            if (whole) {
                finish(ctx);
                goOn(ctx);
            } else {
                ctx.close();
            }
        });
    }

    private void startUpload(ChannelHandlerContext ctx, Asked asked, HttpRequest request) {
        var length = request.headers().get(HttpHeaderNames.CONTENT_LENGTH);
        if (length != null && (length.length() > 10 || Long.parseLong(length) > floor.limits.counterBodyMax())) {
            end = Ending.CLOSE;
            write(ctx, floor.clerk.refuse(413));
            finish(ctx);
            return;
        }
        if (HttpUtil.is100ContinueExpected(request)) {
            ctx.writeAndFlush(Unpooled.wrappedBuffer(CONTINUE), ctx.voidPromise());
        }
        upload = new Upload(
                asked,
                request.headers().entries(),
                floor.passers.of(ctx.channel()),
                ctx.alloc().buffer());
        halfSentSince = rounds == null ? 1 : rounds.now();
    }

    private void add(ChannelHandlerContext ctx, Upload to, HttpContent content) {
        if (content.decoderResult().isFailure()) {
            drop(ctx, to, 400);
        } else if (to.size() + content.content().readableBytes() > floor.limits.counterBodyMax()) {
            drop(ctx, to, 413);
        } else {
            to.add(content.content());
            if (content instanceof LastHttpContent) {
                upload = null;
                halfSentSince = 0;
                offLoop(ctx, to.asked(), () -> floor.askCounter(to));
            }
        }
    }

    private void drop(ChannelHandlerContext ctx, Upload dropped, int status) {
        upload = null;
        dropped.release();
        end = Ending.CLOSE;
        write(ctx, floor.clerk.refuse(status));
        finish(ctx);
    }

    @Override
    public void channelWritabilityChanged(ChannelHandlerContext ctx) {
        if (!busy) {
            ctx.channel().config().setAutoRead(ctx.channel().isWritable());
        }
        ctx.fireChannelWritabilityChanged();
    }

    @Override
    public void visit() {
        if (context == null || rounds == null) {
            return;
        }
        int now = rounds.now();
        var limits = floor.limits;
        long pending = context.channel().unsafe().outboundBuffer() == null
                ? 0
                : context.channel().unsafe().outboundBuffer().totalPendingWriteBytes();
        if (pending == 0 || pending != pendingBefore) {
            stalledSince = now;
        }
        pendingBefore = pending;
        if (lingersSince != 0
                ? now - lingersSince > Rounds.in(LINGER)
                : now - stalledSince > Rounds.in(limits.stalled())) {
            context.close();
        } else if (!busy && !last && pending == 0) {
            if (halfSentSince != 0 && now - halfSentSince > Rounds.in(limits.halfSent())) {
                end = Ending.CLOSE;
                write(context, floor.clerk.refuse(408));
                finish(context);
            } else if (floor.closing() || now - restingSince > Rounds.in(limits.idle())) {
                context.close();
            }
        }
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
        LOG.debug("A connection ended: {}", cause.toString(), cause);
        ctx.close();
    }
}
