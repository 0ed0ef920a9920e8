package org.diurna.darkroom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.net.UnixDomainSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files are shown to a virus scanner first, and without its clear word none is taken in. */
final class ScannerTest {
    private static final Path CLAMD = Path.of("/usr/sbin/clamd");
    private static final Duration STARTS_WITHIN = Duration.ofSeconds(60);
    private static final String OWN = "This is what the test calls a virus.";

    /** The test file of the European Institute for Computer Antivirus Research, in halves: whole it would be found here. */
    private static final String EICAR = "X5O!P%@AP[4\\PZX54(P^)7CC)7}$" + "EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*";

    @TempDir
    Path folder;

    private Darkroom darkroom(Scanner scanner) {
        return new Darkroom(
                folder.resolve("masters"), DarkroomSettings.USUAL.with(EngineChoice.JAVA), Optional.of(scanner));
    }

    private static String word(Darkroom darkroom, byte[] file) {
        return switch (darkroom.take(new ByteArrayInputStream(file), "a.png")) {
            case Intake.Taken _ -> "taken";
            case Intake.TakenBefore _ -> "taken before";
            case Intake.TurnedAway(var refusal) -> refusal.sentence();
        };
    }

    private void nothingIsLeft() throws IOException {
        try (Stream<Path> files = Files.walk(folder.resolve("masters"))) {
            assertThat(files.filter(Files::isRegularFile)).isEmpty();
        }
    }

    /** A picture with some words in its metadata. */
    private static byte[] picture(String words) {
        return HostileFiles.png(
                64, 48, HostileFiles.chunk("tEXt", ("Comment\0" + words).getBytes(StandardCharsets.ISO_8859_1)));
    }

    /** Answers each connection in the same way, after it has read what clamd would read. */
    private record Fake(ServerSocket server, String answer) implements AutoCloseable {
        static Fake answering(String answer) throws IOException {
            Fake fake = new Fake(new ServerSocket(0, 5, InetAddress.getLoopbackAddress()), answer);
            Thread.ofVirtual().start(fake::serve);
            return fake;
        }

        private void serve() {
            while (true) {
                try (Socket socket = server.accept()) {
                    var in = new DataInputStream(socket.getInputStream());
                    in.readNBytes("zINSTREAM\0".length());
                    for (int length = in.readInt(); length > 0; length = in.readInt()) {
                        in.readNBytes(length);
                    }
                    socket.getOutputStream().write(answer.getBytes(StandardCharsets.US_ASCII));
                    if (answer.isEmpty()) {
                        in.read(); // says nothing for as long as it is asked
                    }
                } catch (SocketException e) {
                    return; // the test is over
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
        }

        Scanner scanner() {
            return new Scanner(
                    InetSocketAddress.createUnresolved("127.0.0.1", server.getLocalPort()), Duration.ofSeconds(2));
        }

        @Override
        public void close() throws IOException {
            server.close();
        }
    }

    @Test
    void a_clear_word_lets_a_picture_in_and_nothing_else_does() throws IOException {
        byte[] picture = picture("calm");
        for (String answer :
                List.of("", "stream: Bad-1 FOUND\0", "INSTREAM size limit exceeded. ERROR\0", "stream: OK")) {
            try (Fake clamd = Fake.answering(answer);
                    Darkroom darkroom = darkroom(clamd.scanner())) {
                String said = word(darkroom, picture);
                assertThat(said)
                        .as(answer)
                        .contains(answer.contains("FOUND") ? "found Bad-1 in it" : "the virus scanner does not answer");
                nothingIsLeft();
            }
        }
        try (Fake clamd = Fake.answering("stream: OK\0");
                Darkroom darkroom = darkroom(clamd.scanner())) {
            assertThat(word(darkroom, picture)).isEqualTo("taken");
        }
    }

    @Test
    void a_scanner_that_is_not_there_lets_nothing_in_and_nothing_is_left() throws IOException {
        try (Darkroom darkroom = darkroom(new Scanner(UnixDomainSocketAddress.of(folder.resolve("no.socket"))))) {
            assertThat(word(darkroom, picture("calm")))
                    .contains("the virus scanner does not answer", "Send it again later");
            nothingIsLeft();
        }
    }

    @Test
    void clamd_finds_what_its_signatures_name() throws Exception {
        assumeTrue(
                Files.isExecutable(CLAMD),
                "SKIPPED: there is no " + CLAMD + "; install Debian's package clamav-daemon for this test.");
        Path socket = folder.resolve("clamd.socket");
        Path signatures = Files.createDirectory(folder.resolve("signatures"));
        Files.writeString(
                signatures.resolve("own.ndb"),
                "Diurna.Test:0:*:" + HexFormat.of().formatHex(OWN.getBytes(StandardCharsets.US_ASCII)) + "\n"
                        + "Eicar.Test:0:*:" + HexFormat.of().formatHex(EICAR.getBytes(StandardCharsets.US_ASCII))
                        + "\n");
        Path settings = folder.resolve("clamd.conf");
        Files.writeString(
                settings,
                "LocalSocket " + socket + "\nDatabaseDirectory " + signatures + "\nTemporaryDirectory " + folder
                        + "\nForeground yes\nOfficialDatabaseOnly no\n");
        Process clamd = new ProcessBuilder(CLAMD.toString(), "--config-file=" + settings)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("clamd.log").toFile())
                .start();
        try (Darkroom darkroom = darkroom(new Scanner(UnixDomainSocketAddress.of(socket)))) {
            long until = System.nanoTime() + STARTS_WITHIN.toNanos();
            while (!Files.exists(socket) && clamd.isAlive() && System.nanoTime() < until) {
                clamd.waitFor(50, TimeUnit.MILLISECONDS);
            }
            assertThat(socket).as(Files.readString(folder.resolve("clamd.log"))).exists();
            assertThat(word(darkroom, EICAR.getBytes(StandardCharsets.US_ASCII)))
                    .contains("Eicar.Test");
            assertThat(word(darkroom, picture(OWN))).contains("Diurna.Test");
            nothingIsLeft();
            assertThat(word(darkroom, picture("calm"))).isEqualTo("taken");
        } finally {
            clamd.destroy();
            assertThat(clamd.waitFor(30, TimeUnit.SECONDS)).isTrue();
        }
    }
}
