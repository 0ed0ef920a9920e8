package org.diurna.stand;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Plays {@code src/test/scripts/stand.txt} against real stands; its head says how it is written. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class StandScriptTest {
    private static final Path SCRIPT = Path.of("src/test/scripts/stand.txt");
    private static final int BLOCKS_MIN = 80;
    private static final Pattern REPEAT = Pattern.compile("\\{(\\d+)}");
    private static final Pattern BYTE = Pattern.compile("\\\\x([0-9a-f]{2})");

    private final Map<String, Stand> stands = new HashMap<>();
    private final Map<String, String> kept = new HashMap<>();
    private final List<AutoCloseable> open = new ArrayList<>();

    /** Requests and expectations that belong together, with their reason. */
    private record Block(int line, String why, String stand, List<String> sent, List<String> expected) {}

    @BeforeAll
    void open(@TempDir Path folder) throws IOException {
        var shelf = FolderShelf.openOrFound(folder.resolve("shelf"));
        SampleSite.lay(shelf);
        var counter = counter();
        int nobody;
        try (var free = new ServerSocket(0)) {
            nobody = free.getLocalPort();
        }
        var settings = StandSettings.standard().at("127.0.0.1", 0).withLoops(1);
        stands.put("", Stand.open(shelf, settings));
        stands.put(
                "counter",
                Stand.open(shelf, settings.withCounter(at(counter.getAddress().getPort()))));
        stands.put("down", Stand.open(shelf, settings.withCounter(at(nobody))));
        open.addAll(stands.values());
        open.add(shelf);
        open.add(() -> counter.stop(0));
    }

    @AfterAll
    void close() throws Exception {
        for (var each : open) {
            each.close();
        }
    }

    private static URI at(int port) {
        return URI.create("http://127.0.0.1:" + port);
    }

    /** A counter that says what it heard. */
    private static HttpServer counter() throws IOException {
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/-/redirect", exchange -> {
            exchange.getResponseHeaders().set("Location", "/-/thanks");
            exchange.sendResponseHeaders(303, -1);
            exchange.close();
        });
        server.createContext("/", StandScriptTest::echo);
        server.start();
        return server;
    }

    private static void echo(HttpExchange exchange) throws IOException {
        var headers = exchange.getRequestHeaders();
        var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.ISO_8859_1);
        var heard = exchange.getRequestMethod() + " " + exchange.getRequestURI() + " host="
                + headers.getFirst("X-Forwarded-Host") + " for=" + headers.getFirst("X-Forwarded-For") + " hop="
                + headers.getFirst("X-Hop") + " body=" + body;
        exchange.getResponseHeaders().set("Content-Type", "text/plain");
        exchange.sendResponseHeaders(200, heard.length());
        exchange.getResponseBody().write(heard.getBytes(StandardCharsets.ISO_8859_1));
        exchange.close();
    }

    @Test
    void the_script_is_long_and_every_block_says_why() throws IOException {
        assertThat(blocks()).hasSizeGreaterThanOrEqualTo(BLOCKS_MIN).allSatisfy(block -> {
            assertThat(block.why())
                    .as("reason of the block at line %d", block.line())
                    .isNotBlank();
            assertThat(block.expected())
                    .as("expectation at line %d", block.line())
                    .isNotEmpty();
        });
    }

    @TestFactory
    Stream<DynamicTest> script() throws IOException {
        return blocks().stream()
                .map(block -> DynamicTest.dynamicTest(block.line() + ": " + block.why(), () -> play(block)));
    }

    private static List<Block> blocks() throws IOException {
        var blocks = new ArrayList<Block>();
        var lines = new ArrayList<>(Files.readAllLines(SCRIPT));
        lines.add("");
        int start = 0;
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).isEmpty()) {
                var block = block(start + 1, lines.subList(start, i));
                if (!block.sent().isEmpty()) {
                    blocks.add(block);
                }
                start = i + 1;
            }
        }
        return blocks;
    }

    private static Block block(int line, List<String> lines) {
        var why = new ArrayList<String>();
        var sent = new ArrayList<String>();
        var expected = new ArrayList<String>();
        var stand = "";
        for (var each : lines) {
            switch (each.charAt(0)) {
                case '#' -> why.add(each.substring(1).strip());
                case '@' -> stand = each.substring(1);
                case '>' -> sent.add(each.equals(">") ? "" : each.substring(2));
                case '<', '=' -> expected.add(each);
                default -> throw new IllegalArgumentException("line " + line + " of the script: " + each);
            }
        }
        // The file's own head has no requests and is not a block.
        return new Block(
                line,
                String.join(" ", why),
                stand,
                lines.getFirst().contains("What the stand answers") ? List.of() : sent,
                expected);
    }

    private void play(Block block) throws IOException {
        var stand = stands.get(block.stand());
        assertThat(stand).as("stand “%s”", block.stand()).isNotNull();
        var raw = new StringBuilder();
        block.sent().forEach(line -> raw.append(expand(line)).append("\r\n"));
        boolean endsWithBody =
                block.sent().contains("") && !isHeader(block.sent().getLast());
        if (!endsWithBody) {
            raw.append("\r\n");
        }
        var requests = block.sent().stream()
                .filter(line -> line.matches("[A-Z]+ [^ ]+( HTTP/.*)?"))
                .iterator();
        try (var wire = new Wire(stand.port())) {
            wire.send(raw.toString());
            Wire.Answer answer = null;
            for (var expected : block.expected()) {
                if (expected.matches("< \\d{3}")) {
                    answer = wire.answer(requests.hasNext() && requests.next().startsWith("HEAD "));
                    assertThat(answer.status()).as("%s", answer).isEqualTo(Integer.parseInt(expected.substring(2)));
                    checkAlways(answer);
                } else if (expected.equals("< closes")) {
                    assertThat(wire.isClosed()).as("connection is closed").isTrue();
                } else {
                    assertThat(answer).as("an answer before “%s”", expected).isNotNull();
                    check(java.util.Objects.requireNonNull(answer), expected);
                }
            }
        }
    }

    private static boolean isHeader(String line) {
        return line.isEmpty() || line.matches("[A-Za-z-]+ ?:.*") || line.contains(" HTTP/");
    }

    private String expand(String line) {
        var expanded = REPEAT.matcher(line).replaceAll(count -> "a".repeat(Integer.parseInt(count.group(1))));
        expanded = BYTE.matcher(expanded)
                .replaceAll(hex -> java.util.regex.Matcher.quoteReplacement(
                        String.valueOf((char) Integer.parseInt(hex.group(1), 16))));
        for (var word : kept.entrySet()) {
            expanded = expanded.replace("$" + word.getKey(), word.getValue());
        }
        return expanded;
    }

    private static void checkAlways(Wire.Answer answer) {
        assertThat(answer.all("Date")).as("%s", answer).hasSize(1);
        assertThat(answer.header("Content-Security-Policy"))
                .contains("default-src 'none'")
                .doesNotContain("unsafe");
        assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(answer.all("Referrer-Policy")).hasSize(1);
        assertThat(answer.all("Permissions-Policy")).hasSize(1);
        assertThat(answer.all("Cross-Origin-Opener-Policy")).hasSize(1);
        assertThat(answer.all("Cache-Control")).hasSize(1);
        assertThat(answer.all("Set-Cookie")).isEmpty();
        assertThat(answer.all("Server")).isEmpty();
        assertThat(answer.all("Strict-Transport-Security")).as("without TLS").isEmpty();
    }

    private void check(Wire.Answer answer, String expected) {
        if (expected.equals("=0")) {
            assertThat(answer.body()).isEmpty();
        } else if (expected.matches("=\\d+ bytes")) {
            assertThat(answer.body()).hasSize(Integer.parseInt(expected.replaceAll("\\D", "")));
        } else if (expected.startsWith("= ")) {
            assertThat(answer.body()).startsWith(expected.substring(2));
        } else if (expected.startsWith("< !")) {
            assertThat(answer.all(expected.substring(3))).as("%s", answer).isEmpty();
        } else if (expected.contains(" -> ")) {
            var parts = List.of(expected.substring(2).split(" -> ", 2));
            var value = answer.header(parts.getFirst());
            assertThat(value).as("%s", answer).isNotNull();
            kept.put(parts.getLast(), java.util.Objects.requireNonNull(value));
        } else if (expected.contains(" ~ ")) {
            var parts = List.of(expected.substring(2).split(" ~ ", 2));
            assertThat(answer.header(parts.getFirst())).as("%s", answer).matches(parts.getLast());
        } else {
            var parts = List.of(expected.substring(2).split(": ", 2));
            assertThat(answer.all(parts.getFirst())).as("%s", answer).containsExactly(expand(parts.getLast()));
        }
    }
}
