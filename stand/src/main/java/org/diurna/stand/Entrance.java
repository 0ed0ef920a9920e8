package org.diurna.stand;

import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInitializer;
import io.netty.handler.ssl.ApplicationProtocolNames;
import io.netty.handler.ssl.ApplicationProtocolNegotiationHandler;
import io.netty.handler.ssl.SslHandler;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sets up each new connection. */
// What a write or close comes to is heard in exceptionCaught or by the end of the connection.
@SuppressWarnings("FutureReturnValueIgnored")
final class Entrance extends ChannelInitializer<Channel> {
    private static final Logger LOG = LoggerFactory.getLogger(Entrance.class);

    private final Floor floor;
    private final Doorkeeper doorkeeper;
    private final @Nullable Certificates certificates;

    Entrance(Floor floor, Doorkeeper doorkeeper, @Nullable Certificates certificates) {
        this.floor = floor;
        this.doorkeeper = doorkeeper;
        this.certificates = certificates;
    }

    @Override
    protected void initChannel(Channel channel) {
        if (!doorkeeper.admit(channel)) {
            var _ = channel.close();
            return;
        }
        if (certificates == null) {
            addHttp1(channel);
            return;
        }
        SslHandler tls = certificates.context().newHandler(channel.alloc());
        tls.setHandshakeTimeoutMillis(floor.limits.halfSent().toMillis());
        channel.pipeline().addLast("tls", tls).addLast(new Negotiated());
    }

    private void addHttp1(Channel channel) {
        channel.pipeline().addLast(new StrictDecoder(floor.limits)).addLast(new Http1Window(floor));
    }

    /** The version of HTTP that client and stand have agreed on in the handshake. */
    private final class Negotiated extends ApplicationProtocolNegotiationHandler {
        Negotiated() {
            super(ApplicationProtocolNames.HTTP_1_1);
        }

        @Override
        protected void configurePipeline(ChannelHandlerContext ctx, String protocol) {
            if (protocol.equals(ApplicationProtocolNames.HTTP_2)) {
                ctx.pipeline().addLast(Http2Window.codec(floor.limits)).addLast(new Http2Window(floor));
            } else {
                addHttp1(ctx.channel());
            }
        }

        @Override
        protected void handshakeFailure(ChannelHandlerContext ctx, Throwable cause) {
            LOG.debug("A TLS handshake failed: {}", cause.toString());
            var _ = ctx.close();
        }

        @Override
        public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
            LOG.debug("A connection ended before its handshake: {}", cause.toString());
            var _ = ctx.close();
        }
    }
}
