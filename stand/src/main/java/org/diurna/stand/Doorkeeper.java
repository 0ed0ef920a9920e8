package org.diurna.stand;

import io.netty.channel.Channel;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Counts connections, in all and by address. A loopback address is not counted: it is the proxy of this machine. Safe
 * for many threads.
 */
// What a write or close comes to is heard in exceptionCaught or by the end of the connection.
@SuppressWarnings("FutureReturnValueIgnored")
final class Doorkeeper {
    private final Limits limits;
    private final AtomicInteger all = new AtomicInteger();
    private final ConcurrentHashMap<InetAddress, Integer> byAddress = new ConcurrentHashMap<>();

    Doorkeeper(Limits limits) {
        this.limits = limits;
    }

    /** Whether the connection may stay; it is counted until it closes. */
    boolean admit(Channel channel) {
        if (!(channel.remoteAddress() instanceof InetSocketAddress remote)) {
            return false;
        }
        var address = remote.getAddress();
        if (!admit(address)) {
            return false;
        }
        channel.closeFuture().addListener(_ -> leave(address));
        return true;
    }

    boolean admit(InetAddress address) {
        if (all.incrementAndGet() > limits.connectionsMax()) {
            all.decrementAndGet();
            return false;
        }
        if (!address.isLoopbackAddress()
                && byAddress.merge(address, 1, Integer::sum) > limits.connectionsPerAddressMax()) {
            leave(address);
            return false;
        }
        return true;
    }

    void leave(InetAddress address) {
        all.decrementAndGet();
        byAddress.computeIfPresent(address, (_, count) -> count == 1 ? null : count - 1);
    }

    int open() {
        return all.get();
    }
}
