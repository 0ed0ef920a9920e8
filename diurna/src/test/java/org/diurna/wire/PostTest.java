package org.diurna.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.Message;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.diurna.house.Database;
import org.diurna.house.Jobs;
import org.diurna.house.Letter;
import org.diurna.house.OnBothDatabases;
import org.diurna.house.Outbox;
import org.diurna.house.Settings;
import org.diurna.house.TestDatabases;
import org.junit.jupiter.api.Test;

/** Letters from the outbox to a mail server, and what becomes of them when it is unwilling, away or cut off. */
final class PostTest {
    private static final Letter LETTER = new Letter(
            "comment:7:person:4",
            "ana@ministry.example",
            "fr",
            "Vous êtes mentionnée : l’accord de pêche",
            "Bonjour,\n\nVous êtes mentionnée.\n");

    /** A mail server that answers by a script; what is not in it is answered 250, "cut" ends the connection. */
    private static final class Scripted implements AutoCloseable {
        private final ServerSocket socket = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
        private final Map<String, String> script;

        Scripted(Map<String, String> script) throws IOException {
            this.script = script;
            Thread.ofVirtual().start(this::serve);
        }

        private void serve() {
            while (!socket.isClosed()) {
                try (Socket client = socket.accept()) {
                    talk(client);
                } catch (IOException e) {
                    // the test has ended, or the client has
                }
            }
        }

        private void talk(Socket client) throws IOException {
            var in = new BufferedReader(new InputStreamReader(client.getInputStream(), StandardCharsets.US_ASCII));
            say(client, "220 mail.ministry.example");
            boolean words = false;
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                String verb = words ? (line.equals(".") ? "END" : "") : line.split("[ :]", 2)[0];
                if (!verb.isEmpty()) {
                    String usual = verb.equals("DATA") ? "354 go on" : "250 fine";
                    String answer = script.getOrDefault(verb, usual);
                    if (answer.equals("cut")) {
                        return;
                    }
                    say(client, answer);
                    words = answer.startsWith("354");
                }
            }
        }

        private static void say(Socket client, String line) throws IOException {
            client.getOutputStream().write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
        }

        @Override
        public void close() throws IOException {
            socket.close();
        }
    }

    private static Settings.Mail at(int port) {
        return new Settings.Mail("127.0.0.1", port, Settings.Mail.Security.NONE, "press@ministry.example", "", "");
    }

    private static Outbox.Slip after(TestDatabases.Fresh fresh, Map<String, String> script) throws IOException {
        try (Database database = fresh.open();
                Jobs jobs = new Jobs(database);
                Scripted server = new Scripted(script)) {
            Outbox outbox = new Outbox(database, jobs, Clock.systemUTC());
            Post post = new Post(outbox, Optional.of(at(server.socket.getLocalPort())), Clock.systemUTC());
            outbox.put(LETTER);
            try {
                post.carry(LETTER.key());
            } catch (Post.MailServerAway e) {
                assertThat(outbox.unsent(9))
                        .singleElement()
                        .extracting(Outbox.Slip::state)
                        .isEqualTo(Outbox.State.WAITING);
            }
            return outbox.unsent(9).isEmpty()
                    ? outbox.sent(9).getFirst()
                    : outbox.unsent(9).getFirst();
        }
    }

    @OnBothDatabases
    void a_letter_arrives_once_with_its_words_and_they_are_kept_no_longer(TestDatabases.Fresh fresh) throws Exception {
        GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        server.start();
        try (Database database = fresh.open();
                Jobs jobs = new Jobs(database)) {
            Outbox outbox = new Outbox(database, jobs, Clock.systemUTC());
            Post post = new Post(outbox, Optional.of(at(server.getSmtp().getPort())), Clock.systemUTC());
            assertThat(outbox.put(LETTER)).isTrue();
            assertThat(outbox.put(LETTER)).as("the same letter again").isFalse();
            post.carry(LETTER.key());
            post.carry(LETTER.key());
            Message[] got = server.getReceivedMessages();
            assertThat(got).hasSize(1);
            assertThat(got[0].getSubject()).isEqualTo(LETTER.subject());
            assertThat(got[0].getContent().toString().replace("\r\n", "\n").strip())
                    .isEqualTo(LETTER.text().strip());
            assertThat(List.of(
                            got[0].getHeader("Auto-Submitted")[0],
                            got[0].getHeader("Content-Language")[0],
                            got[0].getAllRecipients()[0].toString()))
                    .containsExactly("auto-generated", "fr", "ana@ministry.example");
            assertThat(got[0].getHeader("Message-ID")[0]).endsWith("@ministry.example>");
            assertThat(outbox.sent(9))
                    .singleElement()
                    .extracting(Outbox.Slip::to)
                    .isEqualTo(LETTER.to());
            assertThat(database.read(() -> database.sql("select words from letter")
                            .query(String.class)
                            .single()))
                    .isEmpty();
            outbox.forgetDone(Instant.now().plusSeconds(60));
            assertThat(outbox.sent(9)).isEmpty();
        } finally {
            server.stop();
        }
    }

    @OnBothDatabases
    void a_connection_that_breaks_after_the_words_leaves_an_uncertain_letter_that_never_goes_again_by_itself(
            TestDatabases.Fresh fresh) throws Exception {
        try (Database database = fresh.open();
                Jobs jobs = new Jobs(database);
                Scripted server = new Scripted(Map.of("END", "cut"))) {
            Outbox outbox = new Outbox(database, jobs, Clock.systemUTC());
            Post post = new Post(outbox, Optional.of(at(server.socket.getLocalPort())), Clock.systemUTC());
            outbox.put(LETTER);
            post.carry(LETTER.key());
            assertThat(outbox.unsent(9))
                    .singleElement()
                    .extracting(Outbox.Slip::state)
                    .isEqualTo(Outbox.State.UNCERTAIN);
            assertThat(outbox.take(LETTER.key())).isEmpty();
            assertThat(outbox.again(LETTER.key())).as("a person asks").isTrue();
            assertThat(outbox.take(LETTER.key())).contains(LETTER);
        }
    }

    @OnBothDatabases
    void a_reply_says_whether_a_letter_may_be_tried_later(TestDatabases.Fresh fresh) throws Exception {
        assertThat(after(fresh, Map.of("RCPT", "550 no such person here")))
                .satisfies(slip -> assertThat(slip.state()).isEqualTo(Outbox.State.REFUSED))
                .satisfies(slip -> assertThat(slip.note()).contains("no such person here"));
    }

    @OnBothDatabases
    void a_server_that_asks_for_patience_gets_the_letter_later(TestDatabases.Fresh fresh) throws Exception {
        assertThat(after(fresh, Map.of("END", "451 try again later")).state()).isEqualTo(Outbox.State.WAITING);
    }

    @OnBothDatabases
    void a_letter_in_the_hands_of_a_program_that_died_is_uncertain(TestDatabases.Fresh fresh) throws Exception {
        try (Database database = fresh.open();
                Jobs jobs = new Jobs(database)) {
            Outbox outbox = new Outbox(database, jobs, Clock.systemUTC());
            outbox.put(LETTER);
            assertThat(outbox.take(LETTER.key())).isPresent();
            assertThat(outbox.take(LETTER.key())).isEmpty();
            assertThat(outbox.unsent(9))
                    .singleElement()
                    .extracting(Outbox.Slip::state)
                    .isEqualTo(Outbox.State.UNCERTAIN);
        }
    }

    @OnBothDatabases
    void without_a_mail_server_a_letter_waits(TestDatabases.Fresh fresh) throws Exception {
        try (Database database = fresh.open();
                Jobs jobs = new Jobs(database)) {
            Outbox outbox = new Outbox(database, jobs, Clock.systemUTC());
            outbox.put(LETTER);
            new Post(outbox, Optional.empty(), Clock.systemUTC()).carry(LETTER.key());
            assertThat(outbox.unsent(9))
                    .singleElement()
                    .extracting(Outbox.Slip::state)
                    .isEqualTo(Outbox.State.WAITING);
            assertThat(outbox.words(LETTER.key())).contains(LETTER.text());
        }
    }

    @Test
    void a_letter_without_a_form_is_refused_by_name() {
        assertThatThrownBy(() -> new Letter("k", "ana@ministry.example\r\nBcc: all@ministry.example", "en", "s", "t"))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Letter("k", "ana@ministry.example", "en", "s\r\nBcc: all@ministry.example", "t"))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
