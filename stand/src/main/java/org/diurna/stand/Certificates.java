package org.diurna.stand;

import io.netty.handler.codec.http2.Http2SecurityUtil;
import io.netty.handler.ssl.ApplicationProtocolConfig;
import io.netty.handler.ssl.ApplicationProtocolNames;
import io.netty.handler.ssl.OpenSsl;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslContextBuilder;
import io.netty.handler.ssl.SslProvider;
import io.netty.handler.ssl.SupportedCipherSuiteFilter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import javax.net.ssl.SSLException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Certificate and key, read again when a file changes. A pair that cannot be used is reported and the old one stays.
 * TLS 1.2 and 1.3, HTTP/2 before HTTP/1.1; by OpenSSL where its library loads, else by the JDK.
 */
final class Certificates {
    private static final Logger LOG = LoggerFactory.getLogger(Certificates.class);

    private final StandSettings.Tls files;
    private volatile SslContext context;
    private List<Object> seen;

    Certificates(StandSettings.Tls files) throws IOException {
        this.files = files;
        seen = look();
        context = load();
    }

    SslContext context() {
        return context;
    }

    /** Called now and then, by one thread. */
    void lookAgain() {
        try {
            var now = look();
            if (!now.equals(seen)) {
                seen = now;
                context = load();
                LOG.info("The certificate {} was read again", files.certificate());
            }
        } catch (IOException | IllegalArgumentException e) {
            LOG.error("The new certificate {} is not used, the old one stays: {}", files.certificate(), e.getMessage());
        }
    }

    private List<Object> look() throws IOException {
        return List.of(look(files.certificate()), look(files.key()));
    }

    private static List<Object> look(Path file) throws IOException {
        var attributes = Files.readAttributes(file, BasicFileAttributes.class);
        return List.of(attributes.lastModifiedTime(), attributes.size());
    }

    private SslContext load() throws IOException {
        try {
            return SslContextBuilder.forServer(
                            files.certificate().toFile(), files.key().toFile())
                    .sslProvider(OpenSsl.isAvailable() ? SslProvider.OPENSSL : SslProvider.JDK)
                    .protocols("TLSv1.3", "TLSv1.2")
                    .ciphers(Http2SecurityUtil.CIPHERS, SupportedCipherSuiteFilter.INSTANCE)
                    .applicationProtocolConfig(new ApplicationProtocolConfig(
                            ApplicationProtocolConfig.Protocol.ALPN,
                            ApplicationProtocolConfig.SelectorFailureBehavior.NO_ADVERTISE,
                            ApplicationProtocolConfig.SelectedListenerFailureBehavior.ACCEPT,
                            ApplicationProtocolNames.HTTP_2,
                            ApplicationProtocolNames.HTTP_1_1))
                    .build();
        } catch (SSLException | IllegalArgumentException e) {
            var why = e.getCause() == null ? e : e.getCause();
            throw new IOException(
                    "certificate " + files.certificate() + " and key " + files.key() + " cannot be used ("
                            + why.getMessage() + "); give a PEM chain and its unencrypted PKCS #8 key",
                    e);
        }
    }
}
