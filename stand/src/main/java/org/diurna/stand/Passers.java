package org.diurna.stand;

import io.netty.channel.Channel;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * What the counter learns of where a request came from, so that it can slow down who sends too many: a keyed hash of the
 * network, /24 or /48. The key is made by chance in memory for each day (UTC), is written nowhere and is forgotten
 * afterwards: nobody can find an address from a hash, or follow one into the next day.
 */
final class Passers {
    private static final int PREFIX_BYTES_4 = 3;
    private static final int PREFIX_BYTES_6 = 6;
    private static final int HASH_BYTES = 12;

    private final Clock clock;
    private final SecureRandom random = new SecureRandom();
    private volatile Key key = new Key(LocalDate.MIN, new byte[1]);

    private record Key(LocalDate day, byte[] bytes) {}

    Passers(Clock clock) {
        this.clock = clock;
    }

    /** 24 hexadecimal digits; the same for a network until the day ends. */
    String of(Channel channel) {
        var parent = channel.parent() == null ? channel : channel.parent();
        return channel.remoteAddress() instanceof InetSocketAddress remote
                ? of(remote.getAddress())
                : parent.remoteAddress() instanceof InetSocketAddress remote ? of(remote.getAddress()) : "";
    }

    String of(InetAddress address) {
        int kept = address instanceof Inet6Address ? PREFIX_BYTES_6 : PREFIX_BYTES_4;
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(today(), "HmacSHA256"));
            mac.update((byte) kept);
            var hash = mac.doFinal(Arrays.copyOf(address.getAddress(), kept));
            return HexFormat.of().formatHex(hash, 0, HASH_BYTES);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every JDK has HMAC-SHA256.", e);
        }
    }

    private byte[] today() {
        var day = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        var now = key;
        if (!now.day().equals(day)) {
            now = renewed(day);
        }
        return now.bytes();
    }

    private synchronized Key renewed(LocalDate day) {
        if (!key.day().equals(day)) {
            var bytes = new byte[32];
            random.nextBytes(bytes);
            key = new Key(day, bytes);
        }
        return key;
    }
}
