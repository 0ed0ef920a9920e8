package org.diurna.stand;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.KeyStore;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.X509ExtendedTrustManager;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** HTTP/2 and HTTP/1.1 over TLS, with the JDK's client. Certificates are made by the JDK's keytool. */
@Timeout(60)
class TlsTest {
    private static final String PASSWORD = "only-a-test";

    @TempDir
    Path folder;

    @SuppressWarnings("NullAway.Init")
    private FolderShelf shelf;

    @BeforeEach
    void lay() throws Exception {
        shelf = FolderShelf.openOrFound(folder.resolve("shelf"));
        SampleSite.lay(shelf);
        // The one host name that resolves on every machine.
        var here = shelf.journal(1).changes().stream()
                .flatMap(change -> change instanceof Change.Put put
                        ? Stream.<Change>of(new Change.Put(
                                "localhost", put.path(), put.type(), put.status(), put.headers(), put.bytes()))
                        : Stream.empty())
                .toList();
        shelf.turn(1, Instant.EPOCH, here);
        certify("first");
    }

    private StandSettings settings() {
        return StandSettings.standard()
                .at("127.0.0.1", 0)
                .withLoops(1)
                .withTls(folder.resolve("cert.pem"), folder.resolve("key.pem"));
    }

    /** Makes a new pair and puts it in the place of the old one. */
    private void certify(String name) throws Exception {
        var store = folder.resolve(name + ".p12");
        var keytool = Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
        var made = new ProcessBuilder(List.of(
                        keytool,
                        "-genkeypair",
                        "-alias",
                        "k",
                        "-keyalg",
                        "EC",
                        "-groupname",
                        "secp256r1",
                        "-dname",
                        "CN=" + name,
                        "-ext",
                        "san=dns:localhost",
                        "-storepass",
                        PASSWORD,
                        "-keystore",
                        store.toString(),
                        "-storetype",
                        "PKCS12"))
                .redirectErrorStream(true)
                .start();
        assertThat(made.waitFor(30, TimeUnit.SECONDS)).isTrue();
        var keys = KeyStore.getInstance(store.toFile(), PASSWORD.toCharArray());
        write("cert.pem", "CERTIFICATE", keys.getCertificate("k").getEncoded());
        write(
                "key.pem",
                "PRIVATE KEY",
                Objects.requireNonNull(keys.getKey("k", PASSWORD.toCharArray())).getEncoded());
    }

    private void write(String file, String what, byte[] bytes) throws IOException {
        var text = "-----BEGIN " + what + "-----\n" + Base64.getMimeEncoder().encodeToString(bytes) + "\n-----END "
                + what + "-----\n";
        var fresh = Files.writeString(folder.resolve(file + ".new"), text);
        Files.move(fresh, folder.resolve(file), StandardCopyOption.REPLACE_EXISTING);
    }

    /** Trusts everything and remembers whom it saw: this is about the stand's certificate, not about trust. */
    private static final class Seen extends X509ExtendedTrustManager {
        private final List<String> names = new ArrayList<>();

        private void add(X509Certificate[] chain) {
            names.add(chain[0].getSubjectX500Principal().getName());
        }

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type) {
            add(chain);
        }

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type, java.net.Socket socket) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type, java.net.Socket socket) {
            add(chain);
        }

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type, SSLEngine engine) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type, SSLEngine engine) {
            add(chain);
        }

        @Override
        public X509Certificate[] getAcceptedIssuers() {
            return new X509Certificate[0];
        }
    }

    private static HttpClient client(Seen seen, HttpClient.Version version) throws Exception {
        var context = SSLContext.getInstance("TLS");
        context.init(null, new Seen[] {seen}, new SecureRandom());
        return HttpClient.newBuilder().sslContext(context).version(version).build();
    }

    private static HttpRequest.Builder ask(Stand stand, String path) {
        return HttpRequest.newBuilder(URI.create("https://localhost:" + stand.port() + path));
    }

    @Test
    void http2_answers_what_http1_answers() throws Exception {
        try (var stand = Stand.open(shelf, settings())) {
            for (var version : HttpClient.Version.values()) {
                if (version.name().equals("HTTP_3")) {
                    continue;
                }
                try (var client = client(new Seen(), version)) {
                    var page = client.send(ask(stand, "/en/7/visit").build(), HttpResponse.BodyHandlers.ofString());
                    assertThat(page.version()).isEqualTo(version);
                    assertThat(page.statusCode()).isEqualTo(200);
                    assertThat(page.body()).isEqualTo(SampleSite.VISIT);
                    assertThat(page.headers().firstValue("strict-transport-security"))
                            .contains("max-age=31536000");
                    assertThat(page.headers().allValues("date")).hasSize(1);
                    var tag = page.headers().firstValue("etag").orElseThrow();
                    var again = client.send(
                            ask(stand, "/en/7/visit")
                                    .header("If-None-Match", tag)
                                    .build(),
                            HttpResponse.BodyHandlers.ofString());
                    assertThat(again.statusCode()).isEqualTo(304);
                    var film = client.send(
                            ask(stand, "/media/big/film.bin").build(), HttpResponse.BodyHandlers.ofByteArray());
                    assertThat(film.body()).hasSize(1_000_000);
                    var part = client.send(
                            ask(stand, "/media/abc/photo.jpg")
                                    .header("Range", "bytes=95-")
                                    .build(),
                            HttpResponse.BodyHandlers.ofString());
                    assertThat(part.statusCode()).isEqualTo(206);
                    assertThat(part.body()).isEqualTo("56789");
                    var head =
                            client.send(ask(stand, "/en/7/visit").HEAD().build(), HttpResponse.BodyHandlers.ofString());
                    assertThat(head.headers().firstValue("content-length")).contains("34");
                    var post = client.send(
                            ask(stand, "/en/7/visit")
                                    .POST(HttpRequest.BodyPublishers.ofString("x"))
                                    .build(),
                            HttpResponse.BodyHandlers.ofString());
                    assertThat(post.statusCode()).isEqualTo(405);
                }
            }
        }
    }

    @Test
    void many_streams_of_one_connection_are_answered() throws Exception {
        try (var stand = Stand.open(shelf, settings());
                var client = client(new Seen(), HttpClient.Version.HTTP_2)) {
            var first = client.send(ask(stand, "/en/").build(), HttpResponse.BodyHandlers.ofString());
            assertThat(first.version()).isEqualTo(HttpClient.Version.HTTP_2);
            var all = new ArrayList<java.util.concurrent.CompletableFuture<HttpResponse<byte[]>>>();
            for (int n = 0; n < 60; n++) {
                var path = n % 10 == 0 ? "/media/big/film.bin" : "/en/7/visit";
                all.add(client.sendAsync(ask(stand, path).build(), HttpResponse.BodyHandlers.ofByteArray()));
            }
            for (int n = 0; n < all.size(); n++) {
                var answer = all.get(n).get(30, TimeUnit.SECONDS);
                assertThat(answer.body()).hasSize(n % 10 == 0 ? 1_000_000 : SampleSite.VISIT.length());
            }
        }
    }

    @Test
    void a_new_certificate_is_used_without_a_restart_and_a_bad_one_is_not() throws Exception {
        try (var stand = Stand.open(shelf, settings())) {
            assertThat(certificateOf(stand)).isEqualTo("CN=first");
            certify("second");
            long until = System.nanoTime() + Duration.ofSeconds(20).toNanos();
            while (!certificateOf(stand).equals("CN=second") && System.nanoTime() < until) {
                TimeUnit.MILLISECONDS.sleep(100);
            }
            assertThat(certificateOf(stand)).isEqualTo("CN=second");
            var certificates =
                    new Certificates(new StandSettings.Tls(folder.resolve("cert.pem"), folder.resolve("key.pem")));
            var before = certificates.context();
            Files.writeString(folder.resolve("cert.pem"), "not a certificate");
            certificates.lookAgain();
            assertThat(certificates.context()).isSameAs(before);
        }
    }

    private static String certificateOf(Stand stand) throws Exception {
        var seen = new Seen();
        try (var client = client(seen, HttpClient.Version.HTTP_1_1)) {
            client.send(ask(stand, "/en/").build(), HttpResponse.BodyHandlers.discarding());
        }
        return seen.names.getFirst();
    }

    @Test
    void a_certificate_that_cannot_be_used_is_named_at_the_start() throws IOException {
        Files.writeString(folder.resolve("key.pem"), "not a key");
        assertThatThrownBy(() -> Stand.open(shelf, settings()))
                .isInstanceOf(StandUnavailable.class)
                .hasMessageContaining("key.pem")
                .hasMessageContaining("PKCS #8");
    }
}
