package org.diurna.wire;

import java.io.IOException;
import java.net.ConnectException;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Optional;
import org.diurna.house.Database;
import org.diurna.house.HmacSha256;
import org.diurna.house.Jobs;
import org.diurna.house.Settings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Calls an address of the organisation's own for each new entry of the ledger, at most once: a call that was under way
 * when the program died, or whose answer never came, is uncertain and never made again; one that surely reached nobody
 * is made again later.
 *
 * <p>The body is JSON. {@code Diurna-Signature: t=<unix seconds>,sha256=<64 hex>} is the HMAC-SHA256 (RFC 2104) of
 * {@code <unix seconds>.<body>} with the secret of the settings, so that nobody else can call.
 */
public final class LeafCalls {
    /** The kind of job that makes one. */
    private static final String JOB = "leaf-call";

    private static final Duration PATIENCE = Duration.ofSeconds(15);
    private static final Logger LOG = LoggerFactory.getLogger(LeafCalls.class);

    private final Database database;
    private final Jobs jobs;
    private final Clock clock;
    private final Optional<Settings.Hook> hook;

    /** @param hook empty where nobody is called: then nothing is put */
    public LeafCalls(Database database, Jobs jobs, Clock clock, Optional<Settings.Hook> hook) {
        this.database = database;
        this.jobs = jobs;
        this.clock = clock;
        this.hook = hook;
    }

    /** Nobody was there: it may be tried again. */
    static final class NobodyThere extends RuntimeException {
        private static final long serialVersionUID = 1L;

        NobodyThere(String why) {
            super(why, null, false, false);
        }
    }

    /** Names the job of this class. */
    public void handle(Jobs handled) {
        handled.handle(JOB, this::call);
    }

    /** Puts a call, inside the transaction that notes the entry; a second one of this key is never put. */
    public void put(String key, String json) {
        if (hook.isEmpty()) {
            return;
        }
        int put = database.sql("""
                        insert into leaf_call (name, body, state, changed, note) values (:key, :body, 'waiting', :at, '')
                        on conflict (name) do nothing""")
                .param("key", key)
                .param("body", json)
                .param("at", clock.millis())
                .update();
        if (put == 1) {
            jobs.ask(JOB, key, clock.instant());
        }
    }

    void call(String key) {
        if (hook.isEmpty()) {
            return;
        }
        Optional<String> body = take(key);
        if (body.isEmpty()) {
            return;
        }
        try {
            int status = post(hook.get(), body.get());
            move(key, "sending", status / 100 == 2 ? "sent" : "refused", "status " + status);
        } catch (ConnectException | HttpConnectTimeoutException e) {
            move(key, "sending", "waiting", String.valueOf(e.getMessage()));
            throw new NobodyThere(
                    "Nobody answers at the address of ledger.webhook; the call " + key + " is made again later.");
        } catch (IOException e) {
            LOG.warn("Nobody knows whether the call {} of ledger.webhook arrived: {}", key, e.toString());
            move(key, "sending", "uncertain", e.toString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            move(key, "sending", "uncertain", "interrupted");
        }
    }

    /** A call that is found under way was in the hands of a program that died. */
    private Optional<String> take(String key) {
        return database.write(() -> {
            move(key, "sending", "uncertain", "the program ended meanwhile");
            return move(key, "waiting", "sending", "")
                    ? database.sql("select body from leaf_call where name = :key")
                            .param("key", key)
                            .query(String.class)
                            .optional()
                    : Optional.empty();
        });
    }

    private boolean move(String key, String from, String to, String note) {
        return database.write(() -> database.sql("""
                                update leaf_call set state = :to, changed = :at, note = :note
                                where name = :key and state = :from""")
                        .param("to", to)
                        .param("at", clock.millis())
                        .param("note", note.length() > 200 ? note.substring(0, 200) : note)
                        .param("key", key)
                        .param("from", from)
                        .update()
                == 1);
    }

    private int post(Settings.Hook to, String body) throws IOException, InterruptedException {
        long second = clock.instant().getEpochSecond();
        HttpRequest request = HttpRequest.newBuilder(to.address())
                .timeout(PATIENCE)
                .header("Content-Type", "application/json")
                .header("Diurna-Signature", "t=" + second + ",sha256=" + signature(to.secret(), second + "." + body))
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        try (HttpClient client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(PATIENCE)
                .followRedirects(HttpClient.Redirect.NEVER)
                .build()) {
            return client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
        }
    }

    static String signature(String secret, String signed) {
        byte[] mac = HmacSha256.keyed(secret.getBytes(StandardCharsets.UTF_8))
                .doFinal(signed.getBytes(StandardCharsets.UTF_8));
        return HexFormat.of().formatHex(mac);
    }
}
