package org.diurna.stand;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The way to the counter: one HTTP request of a reader passed on and its answer passed back. The address of the reader
 * is not passed on, only what {@link Passers} makes of it for a day. Blocks; safe for many threads. Not tried again: the request may have been a deed.
 */
final class Counter implements AutoCloseable {
    static final int ANSWER_BYTES_MAX = 256 << 20;

    /** A longer answer goes through a temporary file, so that no number of readers fills the memory. */
    static final int IN_MEMORY_BYTES_MAX = 4 << 20;

    private static final Duration CONNECT_PATIENCE = Duration.ofSeconds(2);
    private static final Logger LOG = LoggerFactory.getLogger(Counter.class);

    /** Hop by hop (RFC 9110 section 7.6.1), or written anew on each side. */
    private static final Set<String> DROPPED = Set.of(
            "connection",
            "content-length",
            "date",
            "expect",
            "forwarded",
            "host",
            "http2-settings",
            "keep-alive",
            "proxy-authenticate",
            "proxy-authorization",
            "proxy-connection",
            "server",
            "te",
            "trailer",
            "transfer-encoding",
            "upgrade",
            "via",
            "x-forwarded-for",
            "x-forwarded-host",
            "x-forwarded-proto",
            "x-passer",
            "x-real-ip");

    /** What is passed on; header names as they came. */
    record Passed(
            String method,
            String host,
            String pathAndQuery,
            List<Map.Entry<String, String>> headers,
            String passer,
            Body body) {}

    /** Bytes of a request. */
    static final class Body {
        private final byte[] bytes;

        Body(byte[] bytes) {
            this.bytes = bytes;
        }

        byte[] bytes() {
            return bytes;
        }
    }

    /** An answer; its bytes are read-only and may lie in a file that has no name any more. */
    record Answer(int status, List<String> lines, ByteBuffer body) {}

    private final String base;
    private final Duration patience;
    private final String scheme;
    private final HttpClient client;

    Counter(URI base, Duration patience, Heads.Transport transport) {
        this.base = base.toString().replaceAll("/+$", "");
        this.patience = patience;
        scheme = transport == Heads.Transport.TLS ? "https" : "http";
        client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(CONNECT_PATIENCE)
                .build();
    }

    /** Empty when the counter does not answer, or answers with more than it may. */
    Optional<Answer> pass(Passed passed) {
        try {
            var request = HttpRequest.newBuilder(URI.create(base + passed.pathAndQuery()))
                    .timeout(patience)
                    .method(
                            passed.method(),
                            HttpRequest.BodyPublishers.ofByteArray(passed.body().bytes()));
            var named = connectionNames(passed.headers());
            for (var header : passed.headers()) {
                var name = header.getKey().toLowerCase(Locale.ROOT);
                if (!DROPPED.contains(name) && !named.contains(name)) {
                    request.header(header.getKey(), header.getValue());
                }
            }
            request.header("X-Forwarded-Host", passed.host());
            request.header("X-Forwarded-Proto", scheme);
            request.header("X-Passer", passed.passer());
            var response = client.send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
            try (var in = response.body()) {
                return Optional.of(new Answer(response.statusCode(), lines(response), read(in)));
            }
        } catch (IOException | IllegalArgumentException e) {
            LOG.warn("The counter at {} gave no answer: {}", base, e.toString());
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    private static ByteBuffer read(InputStream in) throws IOException {
        var first = in.readNBytes(IN_MEMORY_BYTES_MAX);
        if (first.length < IN_MEMORY_BYTES_MAX) {
            return ByteBuffer.wrap(first);
        }
        var file = Files.createTempFile("counter", ".part");
        try (var channel = FileChannel.open(
                file, StandardOpenOption.READ, StandardOpenOption.WRITE, StandardOpenOption.DELETE_ON_CLOSE)) {
            write(channel, first);
            long size = first.length;
            var more = in.readNBytes(IN_MEMORY_BYTES_MAX);
            while (more.length > 0) {
                size += more.length;
                if (size > ANSWER_BYTES_MAX) {
                    throw new IOException("its answer has more than " + ANSWER_BYTES_MAX + " bytes");
                }
                write(channel, more);
                more = in.readNBytes(IN_MEMORY_BYTES_MAX);
            }
            // what is mapped stays readable after the file has lost its name
            return channel.map(FileChannel.MapMode.READ_ONLY, 0, size);
        }
    }

    private static void write(FileChannel channel, byte[] bytes) throws IOException {
        var buffer = ByteBuffer.wrap(bytes);
        while (buffer.hasRemaining()) {
            channel.write(buffer);
        }
    }

    /** Headers that the Connection header declares to be of this hop only. */
    private static List<String> connectionNames(List<Map.Entry<String, String>> headers) {
        var names = new ArrayList<String>();
        for (var header : headers) {
            if (header.getKey().equalsIgnoreCase("connection")) {
                for (var name : header.getValue().split(",", -1)) {
                    names.add(name.strip().toLowerCase(Locale.ROOT));
                }
            }
        }
        return names;
    }

    private static List<String> lines(HttpResponse<?> response) {
        var lines = new ArrayList<String>();
        response.headers().map().forEach((name, values) -> {
            if (!DROPPED.contains(name.toLowerCase(Locale.ROOT)) && !name.startsWith(":")) {
                values.forEach(value -> lines.add(name + ": " + value));
            }
        });
        return lines;
    }

    @Override
    public void close() {
        client.shutdownNow();
    }
}
