package org.diurna.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.diurna.house.Database;
import org.diurna.house.FakeClock;
import org.diurna.house.Jobs;
import org.diurna.house.OnBothDatabases;
import org.diurna.house.Settings;
import org.diurna.house.TestDatabases;

/** Calls for each entry of the ledger, signed and made at most once. */
final class LeafCallsTest {
    private static final String BODY = "{\"index\":7}";
    private static final String SECRET = "a secret of the organisation";

    private final FakeClock clock = new FakeClock("2026-03-04T09:30:00Z");

    private LeafCalls calls(Database database, int port) {
        URI address = URI.create("http://127.0.0.1:" + port + "/ledger");
        return new LeafCalls(database, new Jobs(database), clock, Optional.of(new Settings.Hook(address, SECRET)));
    }

    private static String state(Database database) {
        return database.read(() ->
                database.sql("select state from leaf_call").query(String.class).single());
    }

    @OnBothDatabases
    void a_call_is_signed_and_made_once(TestDatabases.Fresh fresh) throws IOException {
        List<String> heard = new CopyOnWriteArrayList<>();
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/ledger", exchange -> {
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            heard.add(exchange.getRequestHeaders().getFirst("Diurna-Signature") + " " + body);
            exchange.sendResponseHeaders(204, -1);
            exchange.close();
        });
        server.start();
        try (Database database = fresh.open()) {
            LeafCalls calls = calls(database, server.getAddress().getPort());
            database.write(() -> calls.put("leaf:7", BODY));
            database.write(() -> calls.put("leaf:7", BODY));
            calls.call("leaf:7");
            calls.call("leaf:7");
            long second = clock.instant().getEpochSecond();
            assertThat(heard)
                    .containsExactly(
                            "t=" + second + ",sha256=" + LeafCalls.signature(SECRET, second + "." + BODY) + " " + BODY);
            assertThat(state(database)).isEqualTo("sent");
        } finally {
            server.stop(0);
        }
    }

    @OnBothDatabases
    void where_nobody_is_the_call_is_made_again_and_where_the_answer_is_lost_it_is_not(TestDatabases.Fresh fresh)
            throws IOException {
        try (Database database = fresh.open()) {
            int nobody;
            try (ServerSocket free = new ServerSocket(0)) {
                nobody = free.getLocalPort();
            }
            LeafCalls away = calls(database, nobody);
            database.write(() -> away.put("leaf:7", BODY));
            assertThatThrownBy(() -> away.call("leaf:7")).isInstanceOf(LeafCalls.NobodyThere.class);
            assertThat(state(database)).isEqualTo("waiting");
            try (ServerSocket silent = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
                Thread.ofVirtual().start(() -> hangUp(silent));
                LeafCalls cut = calls(database, silent.getLocalPort());
                cut.call("leaf:7");
                assertThat(state(database)).isEqualTo("uncertain");
                cut.call("leaf:7");
                assertThat(state(database)).isEqualTo("uncertain");
            }
        }
    }

    private static void hangUp(ServerSocket server) {
        while (!server.isClosed()) {
            try (var client = server.accept()) {
                assertThat(client.getInputStream().read()).isNotNegative();
            } catch (IOException e) {
                // the test has ended
            }
        }
    }
}
