package org.diurna.stand;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class StandTest {
    private static final StandSettings SETTINGS =
            StandSettings.standard().at("127.0.0.1", 0).withLoops(1);
    private static final Limits QUICK = new Limits(
            8_192,
            16_384,
            Duration.ofSeconds(1),
            Duration.ofSeconds(1),
            Duration.ofSeconds(1),
            20_000,
            100,
            1 << 20,
            Duration.ofSeconds(1),
            Duration.ofSeconds(2));

    @TempDir
    Path folder;

    @SuppressWarnings("NullAway.Init")
    private FolderShelf shelf;

    @BeforeEach
    void lay() {
        shelf = FolderShelf.openOrFound(folder.resolve("shelf"));
        SampleSite.lay(shelf);
    }

    @AfterEach
    void close() {
        shelf.close();
    }

    private static void put(Shelf shelf, String path, String text) {
        shelf.turn(shelf.last(), Instant.EPOCH, List.of(SampleSite.page(shelf, path, 200, text, Map.of())));
    }

    private static String body(Stand stand, String path) throws IOException {
        return Wire.get(stand.port(), SampleSite.HOST, path).body();
    }

    @Test
    void a_turn_is_public_when_it_returns() throws IOException {
        try (var stand = Stand.open(shelf, SETTINGS)) {
            assertThat(body(stand, "/en/7/visit")).isEqualTo(SampleSite.VISIT);
            for (int n = 0; n < 50; n++) {
                put(shelf, "/en/7/visit", "wording " + n);
                assertThat(stand.confirm(shelf.last(), Duration.ZERO)).isTrue();
                assertThat(body(stand, "/en/7/visit")).isEqualTo("wording " + n);
            }
        }
    }

    @Test
    void a_turn_of_another_process_is_confirmed() throws IOException {
        try (var stand = Stand.open(shelf, SETTINGS);
                var elsewhere = FolderShelf.open(folder.resolve("shelf"))) {
            assertThat(stand.confirm(2, Duration.ofMillis(1))).isFalse();
            put(elsewhere, "/en/11/new", "from elsewhere");
            assertThat(stand.confirm(2, Duration.ofSeconds(5))).isTrue();
            assertThat(body(stand, "/en/11/new")).isEqualTo("from elsewhere");
            assertThat(stand.turn()).isEqualTo(2);
        }
    }

    @Test
    void a_page_that_was_withdrawn_is_gone_at_once() throws IOException {
        try (var stand = Stand.open(shelf, SETTINGS)) {
            assertThat(body(stand, "/en/7/visit")).isEqualTo(SampleSite.VISIT);
            shelf.turn(1, Instant.EPOCH, List.of(new Change.Gone(SampleSite.HOST, "/en/7/visit")));
            assertThat(Wire.get(stand.port(), SampleSite.HOST, "/en/7/visit").status())
                    .isEqualTo(410);
        }
    }

    @Test
    void without_any_memory_budget_pages_come_from_files() throws IOException {
        try (var stand = Stand.open(shelf, SETTINGS.withHotBytesMax(0))) {
            for (int n = 0; n < 20; n++) {
                assertThat(body(stand, "/en/7/visit")).isEqualTo(SampleSite.VISIT);
            }
        }
    }

    @Test
    void a_small_memory_budget_gives_the_same_bytes_to_many_readers() throws Exception {
        var texts = new ArrayList<String>();
        var changes = new ArrayList<Change>();
        for (int n = 0; n < 60; n++) {
            texts.add(("page " + n + " ").repeat(500));
            changes.add(SampleSite.page(shelf, "/p/" + n, 200, texts.getLast(), Map.of()));
        }
        shelf.turn(1, Instant.EPOCH, changes);
        try (var stand = Stand.open(shelf, SETTINGS.withHotBytesMax(40_000).withLoops(2));
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var readers = new ArrayList<java.util.concurrent.Future<?>>();
            for (int reader = 0; reader < 8; reader++) {
                var random = new Random(reader);
                readers.add(threads.submit(() -> {
                    for (int n = 0; n < 150; n++) {
                        int page = random.nextInt(60);
                        assertThat(body(stand, "/p/" + page)).isEqualTo(texts.get(page));
                    }
                    return null;
                }));
            }
            for (var reader : readers) {
                reader.get(50, TimeUnit.SECONDS);
            }
        }
    }

    @Test
    void two_thousand_slow_clients_do_not_stop_others() throws IOException {
        var slow = new ArrayList<Wire>();
        try (var stand = Stand.open(shelf, SETTINGS)) {
            for (int n = 0; n < 2_000; n++) {
                var wire = new Wire(stand.port());
                slow.add(wire);
                // Half a request, or a large answer that nobody takes.
                wire.send(
                        n % 2 == 0
                                ? "GET /en/7/visit HTTP/1.1\r\nHost: mf"
                                : "GET /media/big/film.bin HTTP/1.1\r\nHost: mfa.localhost\r\n\r\n");
            }
            long slowest = 0;
            for (int n = 0; n < 50; n++) {
                long start = System.nanoTime();
                assertThat(body(stand, "/en/7/visit")).isEqualTo(SampleSite.VISIT);
                slowest = Math.max(slowest, System.nanoTime() - start);
            }
            assertThat(Duration.ofNanos(slowest)).isLessThan(Duration.ofSeconds(2));
        } finally {
            for (var wire : slow) {
                wire.close();
            }
        }
    }

    @Test
    void a_half_sent_request_is_ended_with_408() throws IOException {
        try (var stand = Stand.open(shelf, SETTINGS.withLimits(QUICK));
                var wire = new Wire(stand.port())) {
            wire.send("GET /en/7/visit HTTP/1.1\r\nHo");
            assertThat(wire.answer(false).status()).isEqualTo(408);
            assertThat(wire.isClosed()).isTrue();
        }
    }

    @Test
    void an_idle_connection_is_closed() throws IOException {
        try (var stand = Stand.open(shelf, SETTINGS.withLimits(QUICK));
                var wire = new Wire(stand.port())) {
            wire.send("GET /en/7/visit HTTP/1.1\r\nHost: mfa.localhost\r\n\r\n");
            assertThat(wire.answer(false).status()).isEqualTo(200);
            assertThat(wire.isClosed()).isTrue();
        }
    }

    @Test
    void one_address_gets_only_its_share_of_connections() throws IOException {
        var doorkeeper = new Doorkeeper(QUICK);
        var address = InetAddress.getByName("192.0.2.7");
        for (int n = 0; n < 100; n++) {
            assertThat(doorkeeper.admit(address)).isTrue();
        }
        assertThat(doorkeeper.admit(address)).isFalse();
        assertThat(doorkeeper.admit(InetAddress.getByName("192.0.2.8"))).isTrue();
        doorkeeper.leave(address);
        assertThat(doorkeeper.admit(address)).isTrue();
    }

    @Test
    void closing_lets_an_answer_under_way_finish() throws Exception {
        var stand = Stand.open(shelf, SETTINGS);
        try (var wire = new Wire(stand.port())) {
            wire.send("GET /media/big/film.bin HTTP/1.1\r\nHost: mfa.localhost\r\n\r\n");
            var closing = Thread.ofVirtual().start(stand::close);
            assertThat(wire.answer(false).body()).hasSize(1_000_000);
            assertThat(closing.join(Duration.ofSeconds(20))).isTrue();
        }
        assertThatThrownBy(() -> new Wire(stand.port()).close()).isInstanceOf(IOException.class);
    }

    @Test
    void a_port_that_is_taken_is_named_with_the_remedy() {
        try (var stand = Stand.open(shelf, SETTINGS)) {
            assertThatThrownBy(() -> Stand.open(shelf, SETTINGS.at("127.0.0.1", stand.port())))
                    .isInstanceOf(StandUnavailable.class)
                    .hasMessageContaining("port " + stand.port())
                    .hasMessageContaining("--port");
        }
    }

    @Test
    void a_blob_that_was_lost_is_an_error_of_its_page_only() throws IOException {
        var put = (Change.Put) shelf.journal(1).changes().get(1);
        Files.delete(shelf.file(put.identity().digest()).orElseThrow());
        try (var stand = Stand.open(shelf, SETTINGS)) {
            assertThat(Wire.get(stand.port(), SampleSite.HOST, "/en/7/visit").status())
                    .isEqualTo(500);
            assertThat(body(stand, "/en/")).isEqualTo("Home\n");
        }
    }

    @Test
    void the_date_is_the_clocks() throws IOException {
        var clock = Clock.fixed(Instant.parse("2026-11-25T08:30:00Z"), ZoneOffset.UTC);
        try (var stand = Stand.open(shelf, SETTINGS, clock)) {
            assertThat(Wire.get(stand.port(), SampleSite.HOST, "/en/").header("Date"))
                    .isEqualTo("Wed, 25 Nov 2026 08:30:00 GMT");
        }
    }
}
