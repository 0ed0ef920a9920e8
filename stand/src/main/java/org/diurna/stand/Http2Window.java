package org.diurna.stand;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.http2.DefaultHttp2DataFrame;
import io.netty.handler.codec.http2.DefaultHttp2GoAwayFrame;
import io.netty.handler.codec.http2.DefaultHttp2HeadersFrame;
import io.netty.handler.codec.http2.DefaultHttp2ResetFrame;
import io.netty.handler.codec.http2.DefaultHttp2WindowUpdateFrame;
import io.netty.handler.codec.http2.Http2DataFrame;
import io.netty.handler.codec.http2.Http2Error;
import io.netty.handler.codec.http2.Http2FrameCodec;
import io.netty.handler.codec.http2.Http2FrameCodecBuilder;
import io.netty.handler.codec.http2.Http2FrameStream;
import io.netty.handler.codec.http2.Http2Headers;
import io.netty.handler.codec.http2.Http2HeadersFrame;
import io.netty.handler.codec.http2.Http2ResetFrame;
import io.netty.handler.codec.http2.Http2Settings;
import io.netty.util.ReferenceCountUtil;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One HTTP/2 connection (RFC 9113): frames in, the same replies as HTTP/1 out, each stream in its own time. */
// What a write or close comes to is heard in exceptionCaught or by the end of the connection.
@SuppressWarnings("FutureReturnValueIgnored")
final class Http2Window extends ChannelInboundHandlerAdapter implements Rounds.Visited {
    static final int STREAMS_MAX = 100;
    private static final Logger LOG = LoggerFactory.getLogger(Http2Window.class);

    private final Floor floor;
    private final Map<Http2FrameStream, Upload> uploads = new HashMap<>();
    private @Nullable Rounds rounds;
    private @Nullable ChannelHandlerContext context;
    private int underWay;
    private int restingSince;
    private int stalledSince;
    private boolean saidGoodbye;

    Http2Window(Floor floor) {
        this.floor = floor;
    }

    static Http2FrameCodec codec(Limits limits) {
        return Http2FrameCodecBuilder.forServer()
                .initialSettings(Http2Settings.defaultSettings()
                        .maxConcurrentStreams(STREAMS_MAX)
                        .maxHeaderListSize(limits.headersMax()))
                .build();
    }

    @Override
    public void handlerAdded(ChannelHandlerContext ctx) {
        context = ctx;
        rounds = floor.rounds(ctx.channel().eventLoop());
        rounds.add(this);
        restingSince = rounds.now();
        stalledSince = rounds.now();
    }

    @Override
    public void handlerRemoved(ChannelHandlerContext ctx) {
        if (rounds != null) {
            rounds.remove(this);
        }
        uploads.values().forEach(Upload::release);
        uploads.clear();
    }

    @Override
    public void channelRead(ChannelHandlerContext ctx, Object message) {
        restingSince = rounds == null ? 0 : rounds.now();
        try {
            switch (message) {
                case Http2HeadersFrame frame -> begin(ctx, frame);
                case Http2DataFrame frame -> data(ctx, frame);
                case Http2ResetFrame frame -> forget(frame.stream());
                default -> {
                    // settings, pings and the rest are the codec's business
                }
            }
        } finally {
            ReferenceCountUtil.release(message);
        }
    }

    @Override
    public void channelReadComplete(ChannelHandlerContext ctx) {
        ctx.flush();
    }

    private void forget(@Nullable Http2FrameStream stream) {
        var upload = uploads.remove(stream);
        if (upload != null) {
            upload.release();
        }
    }

    private void begin(ChannelHandlerContext ctx, Http2HeadersFrame frame) {
        var stream = frame.stream();
        if (uploads.containsKey(stream)) {
            if (frame.isEndStream()) {
                pass(ctx, stream);
            }
            return;
        }
        var asked = read(frame.headers());
        if (asked == null) {
            write(ctx, stream, floor.clerk.refuse(400), false);
            return;
        }
        var reply = floor.clerk.answer(asked);
        switch (reply) {
            case Reply.Ready ready -> {
                floor.log(asked, ready.head());
                write(ctx, stream, ready, asked.isHead());
            }
            case Reply.Cold cold ->
                offLoop(ctx, stream, asked, () -> new Reply.Ready(cold.head(), floor.hot.load(cold)));
            case Reply.FromFile file -> sendFile(ctx, stream, asked, file);
            case Reply.ForCounter _ -> {
                uploads.put(
                        stream,
                        new Upload(
                                asked,
                                entries(frame.headers()),
                                floor.passers.of(ctx.channel()),
                                ctx.alloc().buffer()));
                if (frame.isEndStream()) {
                    pass(ctx, stream);
                }
            }
        }
    }

    private static @Nullable Asked read(Http2Headers headers) {
        if (headers.method() == null || headers.path() == null) {
            return null;
        }
        var authority = headers.authority() == null ? headers.get("host") : headers.authority();
        var host = authority == null ? null : Authority.host(authority.toString());
        var target = Http1Asked.target(headers.path().toString());
        if (host == null || target == null) {
            return null;
        }
        return new Asked(headers.method().toString(), host, target, name -> joined(headers, name));
    }

    private static @Nullable String joined(Http2Headers headers, String name) {
        var all = headers.getAll(name);
        return all.isEmpty() ? null : String.join(", ", all);
    }

    private static List<Map.Entry<String, String>> entries(Http2Headers headers) {
        var entries = new ArrayList<Map.Entry<String, String>>();
        for (var header : headers) {
            if (header.getKey().charAt(0) != ':') {
                entries.add(
                        Map.entry(header.getKey().toString(), header.getValue().toString()));
            }
        }
        return entries;
    }

    private void data(ChannelHandlerContext ctx, Http2DataFrame frame) {
        var stream = frame.stream();
        ctx.write(new DefaultHttp2WindowUpdateFrame(frame.initialFlowControlledBytes()).stream(stream));
        var upload = uploads.get(stream);
        if (upload == null) {
            return;
        }
        if (upload.size() + frame.content().readableBytes() > floor.limits.counterBodyMax()) {
            forget(stream);
            write(ctx, stream, floor.clerk.refuse(413), false);
            return;
        }
        upload.add(frame.content());
        if (frame.isEndStream()) {
            pass(ctx, stream);
        }
    }

    private void pass(ChannelHandlerContext ctx, Http2FrameStream stream) {
        var upload = uploads.remove(stream);
        if (upload != null) {
            offLoop(ctx, stream, upload.asked(), () -> floor.askCounter(upload));
        }
    }

    private void write(ChannelHandlerContext ctx, Http2FrameStream stream, Reply.Ready ready, boolean headOnly) {
        boolean bodiless = headOnly || !ready.body().isReadable();
        var headers = ready.head().http2(floor.dates.text());
        ctx.write(new DefaultHttp2HeadersFrame(headers, bodiless).stream(stream));
        if (bodiless) {
            ready.body().release();
        } else {
            ctx.write(new DefaultHttp2DataFrame(ready.body(), true).stream(stream));
        }
    }

    private void offLoop(ChannelHandlerContext ctx, Http2FrameStream stream, Asked asked, Http1Window.Blocking work) {
        underWay++;
        Thread.startVirtualThread(() -> {
            var ready = floor.orSorry(asked, work);
            floor.onLoop(ctx, ready, () -> {
                underWay--;
                floor.log(asked, ready.head());
                write(ctx, stream, ready, asked.isHead());
                ctx.flush();
            });
        });
    }

    private void sendFile(ChannelHandlerContext ctx, Http2FrameStream stream, Asked asked, Reply.FromFile file) {
        floor.log(asked, file.head());
        underWay++;
        var headers = file.head().http2(floor.dates.text());
        ctx.write(new DefaultHttp2HeadersFrame(headers, false).stream(stream));
        Thread.startVirtualThread(() -> {
            try {
                FileSending.inPieces(floor, file, (piece, last) -> sendPiece(ctx, stream, piece, last));
            } catch (IOException | InterruptedException | RuntimeException e) {
                // Mostly a reader who broke off; the other streams go on.
                LOG.debug("A file was not sent whole: {}", e.toString(), e);
                ctx.writeAndFlush(new DefaultHttp2ResetFrame(Http2Error.INTERNAL_ERROR).stream(stream));
            }
            ctx.executor().execute(() -> underWay--);
        });
    }

    /** The promise is kept when the reader's flow control has let the piece pass. */
    private static void sendPiece(ChannelHandlerContext ctx, Http2FrameStream stream, ByteBuf piece, boolean last)
            throws InterruptedException {
        ctx.writeAndFlush(new DefaultHttp2DataFrame(piece, last).stream(stream)).sync();
    }

    @Override
    public void visit() {
        if (context == null || rounds == null) {
            return;
        }
        int now = rounds.now();
        var out = context.channel().unsafe().outboundBuffer();
        if (out == null || out.totalPendingWriteBytes() == 0) {
            stalledSince = now;
        }
        boolean rests = underWay == 0 && uploads.isEmpty() && now - restingSince > Rounds.in(floor.limits.idle());
        if (floor.closing() && !saidGoodbye) {
            saidGoodbye = true;
            context.writeAndFlush(new DefaultHttp2GoAwayFrame(Http2Error.NO_ERROR));
        } else if (rests
                || now - stalledSince > Rounds.in(floor.limits.stalled())
                || (saidGoodbye && underWay == 0)
                || (!uploads.isEmpty() && now - restingSince > Rounds.in(floor.limits.halfSent()))) {
            context.close();
        }
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
        LOG.debug("A connection ended: {}", cause.toString(), cause);
        ctx.close();
    }
}
