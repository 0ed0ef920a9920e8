package org.diurna.stand;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A plain socket that speaks raw HTTP/1 and believes nothing. */
final class Wire implements AutoCloseable {
    private static final int PATIENCE_MILLIS = 15_000;

    /** An answer as it came. */
    record Answer(int status, List<String> lines, String body) {
        List<String> all(String name) {
            return lines.stream()
                    .filter(line -> line.regionMatches(true, 0, name + ":", 0, name.length() + 1))
                    .map(line -> line.substring(name.length() + 1).strip())
                    .toList();
        }

        @Nullable
        String header(String name) {
            var all = all(name);
            return all.isEmpty() ? null : all.getFirst();
        }
    }

    private final Socket socket;
    private final InputStream in;

    Wire(int port) throws IOException {
        socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setSoTimeout(PATIENCE_MILLIS);
        in = new BufferedInputStream(socket.getInputStream());
    }

    static Answer get(int port, String host, String path) throws IOException {
        try (var wire = new Wire(port)) {
            wire.send("GET " + path + " HTTP/1.1\r\nHost: " + host + "\r\n\r\n");
            return wire.answer(false);
        }
    }

    void send(String latin1) throws IOException {
        socket.getOutputStream().write(latin1.getBytes(StandardCharsets.ISO_8859_1));
    }

    /** Reads one answer; {@code head} when it was asked for with HEAD. */
    Answer answer(boolean head) throws IOException {
        var first = line();
        if (!first.matches("HTTP/1\\.1 \\d{3} .*")) {
            throw new IOException("not a status line: " + first);
        }
        int status = Integer.parseInt(first.substring(9, 12));
        var lines = new ArrayList<String>();
        for (var line = line(); !line.isEmpty(); line = line()) {
            lines.add(line);
        }
        var answer = new Answer(status, lines, "");
        var length = answer.header("Content-Length");
        if (head || status == 304 || status == 204 || length == null) {
            return answer;
        }
        var body = in.readNBytes(Integer.parseInt(length));
        if (body.length < Integer.parseInt(length)) {
            throw new EOFException("the body ended after " + body.length + " of " + length + " bytes");
        }
        return new Answer(status, lines, new String(body, StandardCharsets.ISO_8859_1));
    }

    private String line() throws IOException {
        var line = new StringBuilder();
        int c;
        while ((c = in.read()) != '\n') {
            if (c < 0) {
                throw new EOFException("the connection ended after “" + line + "”");
            }
            line.append((char) c);
        }
        if (line.isEmpty() || line.charAt(line.length() - 1) != '\r') {
            throw new IOException("a line of a head ends with CRLF: " + line);
        }
        return line.substring(0, line.length() - 1);
    }

    /** Whether the other side has ended the connection, without another byte. */
    boolean isClosed() throws IOException {
        return in.read() < 0;
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
