package org.diurna.stand;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import java.util.List;
import java.util.Map;

/** A request for the counter whose body is still coming. Belongs to its connection's loop. */
final class Upload {
    private final Asked asked;
    private final List<Map.Entry<String, String>> headers;
    private final String passer;
    private final ByteBuf body;

    Upload(Asked asked, List<Map.Entry<String, String>> headers, String passer, ByteBuf body) {
        this.passer = passer;
        this.asked = asked;
        this.headers = headers;
        this.body = body;
    }

    Asked asked() {
        return asked;
    }

    int size() {
        return body.readableBytes();
    }

    void add(ByteBuf more) {
        body.writeBytes(more);
    }

    void release() {
        body.release();
    }

    /** Ends the upload. */
    Counter.Passed passed() {
        try {
            var bytes = new Counter.Body(ByteBufUtil.getBytes(body));
            return new Counter.Passed(
                    asked.method(), asked.host(), asked.target().pathAndQuery(), headers, passer, bytes);
        } finally {
            body.release();
        }
    }
}
