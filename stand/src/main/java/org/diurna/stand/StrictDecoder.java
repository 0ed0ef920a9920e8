package org.diurna.stand;

import io.netty.handler.codec.http.HttpDecoderConfig;
import io.netty.handler.codec.http.HttpMessage;
import io.netty.handler.codec.http.HttpRequestDecoder;

/** Netty's decoder, which also refuses what two servers in a row might read differently. */
final class StrictDecoder extends HttpRequestDecoder {
    StrictDecoder(Limits limits) {
        super(new HttpDecoderConfig()
                .setMaxInitialLineLength(limits.requestLineMax())
                .setMaxHeaderSize(limits.headersMax())
                .setAllowDuplicateContentLengths(false)
                .setStrictLineParsing(true));
    }

    /** RFC 9112 section 6.1 lets a server refuse a message with both; it is how requests are smuggled. */
    @Override
    protected void handleTransferEncodingChunkedWithContentLength(HttpMessage message) {
        throw new IllegalArgumentException("Transfer-Encoding and Content-Length together");
    }
}
