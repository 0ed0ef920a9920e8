package org.diurna.counter;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The counter's port, on the loopback alone: the stand before it reads what the world sends and passes on what is well
 * formed. It takes connections from the start and answers once the counter is open, so that nobody is turned away while the
 * rooms wake up.
 */
public final class Window implements AutoCloseable {
    private static final int WAITING_MOST = 256;
    private static final int BODY_MAX_BYTES = 256 * 1024;
    private static final int STOP_SECONDS = 1;
    private static final Logger LOG = LoggerFactory.getLogger(Window.class);

    private final HttpServer server;
    private final ExecutorService threads;

    private Window(HttpServer server) {
        this.server = server;
        this.threads = Executors.newThreadPerTaskExecutor(
                Thread.ofVirtual().name("counter-", 0).factory());
    }

    /**
     * Takes the port.
     *
     * @param port 0 for a free one
     * @throws UncheckedIOException when it is taken
     */
    public static Window at(int port) {
        try {
            return new Window(
                    HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), WAITING_MOST));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public int port() {
        return server.getAddress().getPort();
    }

    /** Where the stand finds it. */
    public URI address() {
        return URI.create("http://" + InetAddress.getLoopbackAddress().getHostAddress() + ":" + port());
    }

    /** Begins to answer. */
    public void open(Counter counter) {
        server.createContext("/", exchange -> answer(counter, exchange));
        server.setExecutor(threads);
        server.start();
    }

    private static void answer(Counter counter, HttpExchange exchange) {
        try (exchange) {
            send(exchange, answered(counter, exchange));
        } catch (IOException e) {
            LOG.debug("A reader went away: {}", e.toString());
        }
    }

    private static Answer answered(Counter counter, HttpExchange exchange) throws IOException {
        try {
            return read(exchange).map(counter::answer).orElseGet(() -> plain(413));
        } catch (IllegalArgumentException e) {
            LOG.debug("A request that is none of a form: {}", e.toString());
            return plain(400);
        } catch (RuntimeException e) {
            // its path would be the key to a request
            LOG.error("No answer for a {}", exchange.getRequestMethod(), e);
            return plain(500);
        }
    }

    private static Answer plain(int status) {
        return Answer.of(status, "text/plain; charset=utf-8", (status + "\n").getBytes(StandardCharsets.US_ASCII));
    }

    private static Optional<Asked> read(HttpExchange exchange) throws IOException {
        byte[] body = exchange.getRequestBody().readNBytes(BODY_MAX_BYTES + 1);
        if (body.length > BODY_MAX_BYTES) {
            return Optional.empty();
        }
        String query = exchange.getRequestURI().getRawQuery();
        String host = header(exchange, "X-Forwarded-Host");
        return Optional.of(new Asked(
                exchange.getRequestMethod(),
                (host.isEmpty() ? header(exchange, "Host") : host)
                        .replaceFirst(":\\d+$", "")
                        .toLowerCase(Locale.ROOT),
                exchange.getRequestURI().getRawPath(),
                query == null ? Typed.NOTHING : Typed.of(query),
                header(exchange, "X-Passer"),
                header(exchange, "Range"),
                body.length == 0 ? Typed.NOTHING : Typed.of(new String(body, StandardCharsets.ISO_8859_1))));
    }

    private static String header(HttpExchange exchange, String name) {
        String value = exchange.getRequestHeaders().getFirst(name);
        return value == null ? "" : value;
    }

    private static void send(HttpExchange exchange, Answer answer) throws IOException {
        answer.headers().forEach(exchange.getResponseHeaders()::set);
        // the stand sends nothing twice: a connection that is about to rest must not be used again
        exchange.getResponseHeaders().set("Connection", "close");
        boolean bodiless = exchange.getRequestMethod().equals("HEAD") || answer.body().length == 0;
        exchange.sendResponseHeaders(answer.status(), bodiless ? -1 : answer.body().length);
        if (!bodiless) {
            exchange.getResponseBody().write(answer.body());
        }
    }

    @Override
    public void close() {
        server.stop(STOP_SECONDS);
        threads.close();
    }
}
