package org.diurna.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import org.diurna.ledger.FakeWeb.Reply;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class FetchTest {
    private static final Duration PATIENCE = Duration.ofSeconds(1);
    private static final Optional<Policy> TRUSTED = Optional.of(Policy.of(TestLog.KEY.verifier()));

    private final TestRelease release = TestRelease.published();
    private final Fetch fetch = new Fetch(PATIENCE);
    private final FakeWeb web = new FakeWeb();

    @BeforeEach
    void publish() {
        web.on("/sr/r/slug", release.page())
                .on("/sr/r/edition.json", release.edition())
                .on("/sr/r/edition.tlog-proof", release.proof())
                .on(Fetch.POLICY_PATH, Policy.of(TestLog.KEY.verifier()).text().getBytes(StandardCharsets.UTF_8));
    }

    @AfterEach
    void close() {
        fetch.close();
        web.close();
    }

    @Test
    void a_release_page_is_checked_with_what_it_links_to() {
        assertThat(fetch.check(web.at("/sr/r/slug"), TRUSTED))
                .isInstanceOfSatisfying(
                        Verdict.Genuine.class,
                        genuine -> assertThat(genuine.notProven()).noneMatch(words -> words.contains("key came from")));
    }

    @Test
    void with_the_keys_of_the_same_host_less_is_proven_and_that_is_said() {
        assertThat(fetch.check(web.at("/sr/r/slug"), Optional.empty()))
                .isInstanceOfSatisfying(
                        Verdict.Genuine.class,
                        genuine -> assertThat(genuine.notProven())
                                .anyMatch(words -> words.contains("its key came from 127.0.0.1")));
        web.on(Fetch.POLICY_PATH, "nonsense\n".getBytes(StandardCharsets.UTF_8));
        assertThat(fetch.check(web.at("/sr/r/slug"), Optional.empty())).isInstanceOf(Verdict.NotProven.class);
    }

    @Test
    void links_count_from_where_a_redirect_led() {
        web.on("/old", _ -> new Reply(301, "Location: /sr/r/slug\r\n", new byte[0], false, false));
        assertThat(fetch.check(web.at("/old"), TRUSTED)).isInstanceOf(Verdict.Genuine.class);
        web.on("/loop", _ -> new Reply(301, "Location: /loop\r\n", new byte[0], false, false));
        failed("/loop", Fetch.Failure.BAD_ANSWER);
    }

    @Test
    void an_altered_page_is_told() {
        web.on("/sr/r/slug", TestRelease.page(TestRelease.BODY.replace("A", "B")));
        assertThat(fetch.check(web.at("/sr/r/slug"), TRUSTED)).isInstanceOf(Verdict.Altered.class);
    }

    @Test
    void a_page_of_another_kind_is_told() {
        web.on("/home", "<html><link rel=alternate href=x></html>".getBytes(StandardCharsets.UTF_8));
        assertThat(fetch.check(web.at("/home"), TRUSTED)).isInstanceOf(Verdict.Unreadable.class);
    }

    @Test
    void everything_that_can_go_wrong_on_the_way_has_its_name() throws IOException {
        failed("/missing", Fetch.Failure.NOT_FOUND);
        web.on("/error", _ -> Reply.of(500, "oh"));
        failed("/error", Fetch.Failure.BAD_ANSWER);
        web.on("/stall", _ -> new Reply(200, "", new byte[10], true, false));
        failed("/stall", Fetch.Failure.TOO_SLOW);
        web.on("/cut", _ -> new Reply(200, "", new byte[10], false, true));
        failed("/cut", Fetch.Failure.BROKEN_OFF);
        web.on("/huge", _ -> Reply.ok(new byte[Fetch.PAGE_MAX_BYTES + 1]));
        failed("/huge", Fetch.Failure.TOO_LARGE);
        failed(URI.create("http://nobody.invalid/"), Fetch.Failure.NO_NAME);
        failed(URI.create(web.at("/").toString().replace("http:", "https:")), Fetch.Failure.BAD_CERTIFICATE);
        failed(URI.create("ftp://a.example/"), Fetch.Failure.BAD_ADDRESS);
        failed(URI.create("file:///etc/passwd"), Fetch.Failure.BAD_ADDRESS);
        failed(URI.create("http://127.0.0.1:" + closedPort() + "/"), Fetch.Failure.REFUSED);
    }

    private static int closedPort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private void failed(String path, Fetch.Failure failure) {
        failed(web.at(path), failure);
    }

    private void failed(URI address, Fetch.Failure failure) {
        assertThat(fetch.check(address, TRUSTED))
                .as(address.toString())
                .isInstanceOfSatisfying(Verdict.Unreachable.class, verdict -> {
                    assertThat(verdict.failure()).isEqualTo(failure);
                    assertThat(verdict.words()).endsWith(".");
                });
    }
}
