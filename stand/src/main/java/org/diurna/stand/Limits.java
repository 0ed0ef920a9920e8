package org.diurna.stand;

import java.time.Duration;

/**
 * What one client, and all together, may ask of the stand.
 *
 * @param requestLineMax bytes of the first line; beyond it 414
 * @param headersMax bytes of all headers; beyond it 431
 * @param idle how long a connection may rest between requests
 * @param halfSent how long a request may take to arrive whole
 * @param stalled how long a client may take none of the bytes that wait for it
 * @param connectionsMax open connections in all
 * @param connectionsPerAddressMax open connections from one address; behind a proxy set it as high as in all
 * @param counterBodyMax bytes of a request body that is passed to the counter; beyond it 413
 * @param counterPatience how long the counter may take for its whole answer
 * @param closing how long answers under way may take when the stand closes
 */
public record Limits(
        int requestLineMax,
        int headersMax,
        Duration idle,
        Duration halfSent,
        Duration stalled,
        int connectionsMax,
        int connectionsPerAddressMax,
        int counterBodyMax,
        Duration counterPatience,
        Duration closing) {
    static final int REQUEST_LINE_MAX = 8_192;
    static final int HEADERS_MAX = 16_384;
    static final Duration IDLE = Duration.ofSeconds(60);
    static final Duration HALF_SENT = Duration.ofSeconds(10);
    static final Duration STALLED = Duration.ofSeconds(30);
    static final int CONNECTIONS_MAX = 20_000;
    static final int CONNECTIONS_PER_ADDRESS_MAX = 5_000;
    static final int COUNTER_BODY_MAX = 1 << 20;
    static final Duration COUNTER_PATIENCE = Duration.ofSeconds(10);
    static final Duration CLOSING = Duration.ofSeconds(5);

    public Limits {
        if (requestLineMax < 64 || headersMax < 256 || connectionsMax < 1 || connectionsPerAddressMax < 1) {
            throw new IllegalArgumentException("limits this small would turn everybody away");
        }
    }

    public static Limits standard() {
        return new Limits(
                REQUEST_LINE_MAX,
                HEADERS_MAX,
                IDLE,
                HALF_SENT,
                STALLED,
                CONNECTIONS_MAX,
                CONNECTIONS_PER_ADDRESS_MAX,
                COUNTER_BODY_MAX,
                COUNTER_PATIENCE,
                CLOSING);
    }
}
