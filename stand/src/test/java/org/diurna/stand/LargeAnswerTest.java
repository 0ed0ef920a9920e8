package org.diurna.stand;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the counter gives out may be larger than anything that a stand keeps in memory. */
final class LargeAnswerTest {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @Test
    void an_answer_larger_than_the_memory_for_it_arrives_whole() throws IOException {
        var picture = new byte[3 * Counter.IN_MEMORY_BYTES_MAX + 17];
        new Random(7).nextBytes(picture);
        var counter = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        counter.createContext("/", exchange -> {
            try (exchange) {
                exchange.sendResponseHeaders(200, picture.length);
                exchange.getResponseBody().write(picture);
            }
        });
        counter.start();
        try (var shelf = FolderShelf.openOrFound(folder.resolve("shelf"))) {
            SampleSite.lay(shelf);
            var settings = StandSettings.standard()
                    .at("127.0.0.1", 0)
                    .withLoops(1)
                    .withCounter(URI.create(
                            "http://127.0.0.1:" + counter.getAddress().getPort()));
            try (var stand = Stand.open(shelf, settings);
                    var socket = new Socket(InetAddress.getLoopbackAddress(), stand.port())) {
                socket.getOutputStream()
                        .write(("GET /-/licence/x/1 HTTP/1.1\r\nHost: " + SampleSite.HOST
                                        + "\r\nConnection: close\r\n\r\n")
                                .getBytes(StandardCharsets.US_ASCII));
                var answer = socket.getInputStream().readAllBytes();
                int head = new String(answer, StandardCharsets.ISO_8859_1).indexOf("\r\n\r\n") + 4;
                assertThat(new String(answer, 0, head, StandardCharsets.ISO_8859_1))
                        .startsWith("HTTP/1.1 200")
                        .contains("Content-Length: " + picture.length);
                assertThat(Arrays.copyOfRange(answer, head, answer.length)).isEqualTo(picture);
            }
        } finally {
            counter.stop(0);
        }
    }
}
