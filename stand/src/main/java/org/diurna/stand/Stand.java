package org.diurna.stand;

import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.IoHandlerFactory;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.ServerChannel;
import io.netty.channel.WriteBufferWaterMark;
import io.netty.channel.epoll.Epoll;
import io.netty.channel.epoll.EpollIoHandler;
import io.netty.channel.epoll.EpollServerSocketChannel;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Clock;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The door of the room: opens a shelf to the public over HTTP. Serves what is on the shelf, whatever becomes of the rest
 * of the house; all methods may be called from many threads, none on an event loop.
 */
public final class Stand implements AutoCloseable {
    private static final int BACKLOG = 4_096;
    /** Above the size of most pages, so that one page does not stop the reading of the next request. */
    private static final WriteBufferWaterMark WATER = new WriteBufferWaterMark(64 << 10, 256 << 10);

    private static final Duration CERTIFICATE_LOOK = Duration.ofSeconds(2);

    private final Site site;
    private final HotPages hot;
    private final Floor floor;
    private final Doorkeeper doorkeeper;
    private final EventLoopGroup loops;
    private final Channel door;
    private final @Nullable Counter counter;
    private final Limits limits;

    private Stand(Shelf shelf, StandSettings settings, Clock clock) {
        limits = settings.limits();
        var transport = settings.tls().isPresent() ? Heads.Transport.TLS : Heads.Transport.PLAIN;
        var certificates = settings.tls().map(Stand::certificates).orElse(null);
        var heads = new Heads(transport);
        hot = new HotPages(shelf, settings.hotBytesMax());
        site = new Site(shelf, hot::forget);
        counter = settings.counter()
                .map(url -> new Counter(url, limits.counterPatience(), transport))
                .orElse(null);
        var clerk = new Clerk(site.index(), hot, heads, counter != null);
        floor = new Floor(shelf, clerk, hot, heads, new DateLine(clock), settings, counter, new Passers(clock));
        doorkeeper = new Doorkeeper(limits);
        boolean epoll = Epoll.isAvailable();
        IoHandlerFactory io = epoll ? EpollIoHandler.newFactory() : NioIoHandler.newFactory();
        int count =
                settings.loops() > 0 ? settings.loops() : Runtime.getRuntime().availableProcessors();
        loops = new MultiThreadIoEventLoopGroup(count, io);
        try {
            door = listen(
                    settings, epoll ? EpollServerSocketChannel.class : NioServerSocketChannel.class, certificates);
        } catch (RuntimeException e) {
            release();
            throw e;
        }
    }

    private static Certificates certificates(StandSettings.Tls files) {
        try {
            return new Certificates(files);
        } catch (IOException e) {
            throw new StandUnavailable("TLS cannot be used: " + e.getMessage(), e);
        }
    }

    private Channel listen(
            StandSettings settings, Class<? extends ServerChannel> kind, @Nullable Certificates certificates) {
        var bootstrap = new ServerBootstrap()
                .group(loops)
                .channel(kind)
                .option(ChannelOption.SO_BACKLOG, BACKLOG)
                .option(ChannelOption.SO_REUSEADDR, true)
                .childOption(ChannelOption.TCP_NODELAY, true)
                .childOption(ChannelOption.ALLOW_HALF_CLOSURE, false)
                .childOption(ChannelOption.WRITE_BUFFER_WATER_MARK, WATER)
                .childHandler(new Entrance(floor, doorkeeper, certificates));
        var address = new InetSocketAddress(settings.bind(), settings.port());
        var bound = bootstrap.bind(address).awaitUninterruptibly();
        if (!bound.isSuccess()) {
            throw new StandUnavailable(
                    "cannot listen at " + settings.bind() + " port " + settings.port() + " ("
                            + bound.cause().getMessage() + "); end what uses it or choose another with --port",
                    bound.cause());
        }
        if (certificates != null) {
            var _ = loops.next()
                    .scheduleWithFixedDelay(
                            () -> Thread.startVirtualThread(certificates::lookAgain),
                            CERTIFICATE_LOOK.toMillis(),
                            CERTIFICATE_LOOK.toMillis(),
                            TimeUnit.MILLISECONDS);
        }
        return bound.channel();
    }

    /**
     * Reads the shelf, listens, and returns when the first request can be answered. The shelf stays the caller's.
     *
     * @throws StandUnavailable when the port is taken or TLS cannot be used
     * @throws ShelfUnavailable when the shelf cannot be read
     */
    public static Stand open(Shelf shelf, StandSettings settings) {
        return open(shelf, settings, Clock.systemUTC());
    }

    static Stand open(Shelf shelf, StandSettings settings, Clock clock) {
        return new Stand(shelf, settings, clock);
    }

    /**
     * Loads the machinery of a door, the system's own transport above all. Nothing is opened. A program that calls it in
     * another thread while it reads its settings answers its first request sooner.
     */
    public static void prepare() {
        IoHandlerFactory io = Epoll.isAvailable() ? EpollIoHandler.newFactory() : NioIoHandler.newFactory();
        new MultiThreadIoEventLoopGroup(1, io).shutdownGracefully(0, 1, TimeUnit.MILLISECONDS);
    }

    /** The port that it listens at. */
    public int port() {
        return ((InetSocketAddress) door.localAddress()).getPort();
    }

    /** The hosts that it answers for. */
    public Set<String> hosts() {
        return Set.copyOf(site.index().hosts());
    }

    /**
     * Waits until what this turn changed is what the public gets, at most {@code patience}. For a turn made through the
     * same {@link Shelf} object that is so when {@link Shelf#turn} has returned.
     *
     * @return whether it is
     */
    public boolean confirm(long turn, Duration patience) {
        return site.confirm(turn, patience);
    }

    /** The last turn that is public. */
    public long turn() {
        return site.applied();
    }

    /** Takes no more connections, lets answers under way finish, then closes. The shelf stays open. */
    @Override
    public void close() {
        floor.startClosing();
        door.close().awaitUninterruptibly();
        long until = System.nanoTime() + limits.closing().toNanos();
        while (doorkeeper.open() > 0 && System.nanoTime() < until) {
            try {
                Thread.sleep(Rounds.EVERY.dividedBy(10));
            } catch (InterruptedException hurry) {
                Thread.currentThread().interrupt();
                break;
            }
        }
        release();
    }

    private void release() {
        site.close();
        loops.shutdownGracefully(0, 1, TimeUnit.SECONDS).awaitUninterruptibly();
        if (counter != null) {
            counter.close();
        }
        hot.close();
    }
}
