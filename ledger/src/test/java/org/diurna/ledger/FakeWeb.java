package org.diurna.ledger;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/** A web server on a free port that can misbehave in every way. */
final class FakeWeb implements AutoCloseable {
    /** A request: method, path, body. */
    record Request(String method, String path, String body) {}

    /** What is sent; {@code stall} sends the head and then nothing, {@code breakOff} half of the body. */
    record Reply(int status, String headers, byte[] body, boolean stall, boolean breakOff) {
        static Reply ok(byte[] body) {
            return new Reply(200, "", body, false, false);
        }

        static Reply of(int status, String text) {
            return new Reply(status, "", text.getBytes(StandardCharsets.UTF_8), false, false);
        }
    }

    private final ServerSocket socket;
    private final Map<String, Function<Request, Reply>> paths = new ConcurrentHashMap<>();

    FakeWeb() {
        try {
            socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread.ofVirtual().start(this::accept);
    }

    FakeWeb on(String path, Function<Request, Reply> answer) {
        paths.put(path, answer);
        return this;
    }

    FakeWeb on(String path, byte[] body) {
        return on(path, _ -> Reply.ok(body));
    }

    URI at(String path) {
        return URI.create("http://127.0.0.1:" + socket.getLocalPort() + path);
    }

    private void accept() {
        while (!socket.isClosed()) {
            try {
                Socket connection = socket.accept();
                Thread.ofVirtual().start(() -> serve(connection));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void serve(Socket connection) {
        try (connection) {
            BufferedReader in =
                    new BufferedReader(new InputStreamReader(connection.getInputStream(), StandardCharsets.ISO_8859_1));
            int first = in.read();
            if (first < 'A') {
                // gone already, or the hello of TLS, which is not spoken here
                return;
            }
            String line = (char) first + in.readLine();
            String[] words = line.split(" ", 3);
            int length = 0;
            for (String header = in.readLine(); header != null && !header.isEmpty(); header = in.readLine()) {
                if (header.regionMatches(true, 0, "content-length:", 0, 15)) {
                    length = Integer.parseInt(header.substring(15).strip());
                }
            }
            char[] body = new char[length];
            int read = 0;
            while (read < length) {
                read += in.read(body, read, length - read);
            }
            Request request = new Request(words[0], words[1], utf8(body));
            Reply reply = paths.getOrDefault(words[1], _ -> Reply.of(404, "")).apply(request);
            send(connection, reply);
        } catch (IOException gone) {
            // the client had enough, which some tests are about
            return;
        }
    }

    private static String utf8(char[] latin1) {
        return new String(new String(latin1).getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
    }

    private static void send(Socket connection, Reply reply) throws IOException {
        OutputStream out = connection.getOutputStream();
        out.write(("HTTP/1.1 " + reply.status() + " x\r\nConnection: close\r\nContent-Length: " + reply.body().length
                        + "\r\n" + reply.headers() + "\r\n")
                .getBytes(StandardCharsets.ISO_8859_1));
        if (!reply.stall()) {
            out.write(reply.body(), 0, reply.breakOff() ? reply.body().length / 2 : reply.body().length);
        }
        out.flush();
        if (reply.stall()) {
            // until the client hangs up
            connection.getInputStream().read();
        }
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
