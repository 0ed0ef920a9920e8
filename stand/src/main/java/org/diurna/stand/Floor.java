package org.diurna.stand;

import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.EventLoop;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.RejectedExecutionException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What all connections of a stand share. */
final class Floor {
    /** Where all that the counter answers begins. */
    private static final String COUNTER = "/-/";

    private static final Logger ACCESS = LoggerFactory.getLogger("org.diurna.stand.access");

    private static final Logger LOG = LoggerFactory.getLogger(Floor.class);

    final Shelf shelf;
    final Clerk clerk;
    final HotPages hot;
    final Heads heads;
    final DateLine dates;
    final Limits limits;
    final Passers passers;
    final @Nullable Counter counter;
    private final boolean logs;
    private final Map<EventLoop, Rounds> rounds = new ConcurrentHashMap<>();
    private volatile boolean closing;

    Floor(
            Shelf shelf,
            Clerk clerk,
            HotPages hot,
            Heads heads,
            DateLine dates,
            StandSettings settings,
            @Nullable Counter counter,
            Passers passers) {
        this.shelf = shelf;
        this.clerk = clerk;
        this.hot = hot;
        this.heads = heads;
        this.dates = dates;
        this.limits = settings.limits();
        this.counter = counter;
        this.passers = passers;
        this.logs = settings.accessLog() == StandSettings.AccessLog.WITHOUT_ADDRESSES;
    }

    Rounds rounds(EventLoop loop) {
        return rounds.computeIfAbsent(loop, Rounds::new);
    }

    /** Whether connections are to end after the answer under way. */
    boolean closing() {
        return closing;
    }

    void startClosing() {
        closing = true;
    }

    /** The answer of this work, or the one that says that it failed. Blocks. */
    Reply.Ready orSorry(Asked asked, Http1Window.Blocking work) {
        try {
            return work.run();
        } catch (IOException | RuntimeException e) {
            LOG.error(
                    "No answer for {}{}: {}", asked.host(), told(asked.target().path()), e.toString(), e);
            return clerk.refuse(500);
        }
    }

    /** Runs the answer on the connection's loop; if that has ended, gives the bytes back. */
    void onLoop(ChannelHandlerContext ctx, Reply.Ready ready, Runnable answer) {
        try {
            ctx.executor().execute(answer);
        } catch (RejectedExecutionException closed) {
            ready.body().release();
        }
    }

    /** Passes a request on to the counter; without an answer the office's page for 503 is shown. Blocks. */
    Reply.Ready askCounter(Upload upload) throws IOException {
        var asked = upload.asked();
        var passed = upload.passed();
        var answer = counter == null ? Optional.<Counter.Answer>empty() : counter.pass(passed);
        if (answer.isEmpty()) {
            return switch (clerk.officePage(asked, 503)) {
                case Reply.Ready ready -> ready;
                case Reply.Cold cold -> new Reply.Ready(cold.head(), hot.load(cold));
                case Reply.FromFile _, Reply.ForCounter _ -> clerk.refuse(503);
            };
        }
        var bytes = answer.get().body();
        int status = answer.get().status();
        var lines = new ArrayList<>(answer.get().lines());
        var text = heads.text(status, lines, Heads.CACHE_NOT);
        boolean bodiless = status == 204 || status == 304;
        var length = bodiless || asked.isHead() ? "" : "Content-Length: " + bytes.remaining() + "\r\n";
        return new Reply.Ready(new Head(status, text + length), Unpooled.wrappedBuffer(bytes));
    }

    /** What was asked and answered, never by whom. */
    void log(Asked asked, Head head) {
        if (logs) {
            ACCESS.info(
                    "{} {} {} {}",
                    asked.method(),
                    asked.host(),
                    told(asked.target().path()),
                    head.status());
        }
    }

    /** A path as logs may have it: behind the first two segments of what the counter answers may stand a key. */
    static String told(String path) {
        int second = path.startsWith(COUNTER) ? path.indexOf('/', COUNTER.length()) : -1;
        return second < 0 ? path : path.substring(0, second) + "/…";
    }
}
