package org.diurna.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FoundingTest {
    private static final String ORIGIN = "ledger.lomara.example/press";

    @TempDir
    private Path home;

    @Test
    void a_founded_ledger_is_opened_with_its_key_and_takes_leaves_only() throws IOException {
        Path keyFile = home.resolve("keys/ledger.key");
        LogKey made = Ledger.found(home.resolve("ledger"), keyFile, ORIGIN);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(keyFile)))
                .isEqualTo("rw-------");
        LogKey read = LogKey.read(keyFile);
        assertThat(read.verifier()).isEqualTo(made.verifier());
        assertThat(read.origin()).isEqualTo(ORIGIN);
        try (Ledger ledger = Ledger.open(home.resolve("ledger"), read)) {
            assertThatThrownBy(() -> ledger.append(0, TestLog.entries(0, 1)))
                    .isInstanceOf(LedgerException.Malformed.class);
            ledger.append(0, List.of(LeafTest.first(Leaf.Kind.RELEASE).bytes()));
            assertThatThrownBy(() -> Ledger.open(home.resolve("ledger"), read))
                    .isInstanceOf(LedgerException.Unavailable.class)
                    .hasMessageContaining("in use");
        }
        try (Ledger ledger = Ledger.open(home.resolve("ledger"), read)) {
            assertThat(ledger.size()).isEqualTo(1);
            ledger.verify();
        }
    }

    @Test
    void nothing_is_founded_twice_or_opened_before() throws IOException {
        Path keyFile = home.resolve("ledger.key");
        Path folder = home.resolve("ledger");
        assertThatThrownBy(() -> LogKey.read(keyFile)).isInstanceOf(LedgerException.NotFounded.class);
        LogKey key = LogKey.random(ORIGIN);
        assertThatThrownBy(() -> Ledger.open(folder, key)).isInstanceOf(LedgerException.NotFounded.class);
        Files.createDirectory(folder);
        assertThatThrownBy(() -> Ledger.open(folder, key)).isInstanceOf(LedgerException.NotFounded.class);

        Ledger.found(folder, keyFile, ORIGIN);
        assertThatThrownBy(() -> Ledger.found(folder, keyFile, ORIGIN))
                .isInstanceOf(LedgerException.AlreadyFounded.class);
        Files.delete(keyFile);
        assertThatThrownBy(() -> Ledger.found(folder, keyFile, ORIGIN))
                .isInstanceOf(LedgerException.AlreadyFounded.class);
    }

    @Test
    void a_founding_that_was_killed_goes_on() throws IOException {
        Path keyFile = home.resolve("ledger.key");
        Path waiting = home.resolve("ledger.key.new");
        Files.writeString(waiting, "diurna-log-k");
        Files.setPosixFilePermissions(waiting, PosixFilePermissions.fromString("rw-------"));
        Ledger.found(home.resolve("one"), keyFile, ORIGIN);
        assertThat(waiting).doesNotExist();

        // killed after the log was signed and before the key had its name
        Files.move(keyFile, waiting);
        LogKey key = LogKey.read(waiting);
        assertThat(Ledger.found(home.resolve("one"), keyFile, ORIGIN).verifier())
                .isEqualTo(key.verifier());
        Ledger.open(home.resolve("one"), LogKey.read(keyFile)).close();
    }

    @Test
    void a_key_that_others_may_read_or_that_is_none_is_refused() throws IOException {
        Path keyFile = home.resolve("ledger.key");
        Ledger.found(home.resolve("ledger"), keyFile, ORIGIN);
        String text = Files.readString(keyFile);
        Files.setPosixFilePermissions(keyFile, PosixFilePermissions.fromString("rw-r-----"));
        assertThatThrownBy(() -> LogKey.read(keyFile))
                .isInstanceOf(LedgerException.Malformed.class)
                .hasMessageContaining("chmod 600");
        LogKey other = LogKey.random(ORIGIN);
        for (String wrong : List.of(
                "",
                text + "\n",
                text.replace("/v1", "/v2"),
                text.replaceFirst("public .*", "public " + other.verifier().text()),
                text.replaceFirst("secret .*", "secret AAAA"))) {
            assertThatThrownBy(() -> LogKey.parse(wrong, "The file")).isInstanceOf(LedgerException.Malformed.class);
        }
        assertThatThrownBy(() -> Ledger.found(home.resolve("other"), home.resolve("k"), "https://a b/"))
                .isInstanceOf(LedgerException.Malformed.class);
        assertThat(home.resolve("other")).doesNotExist();
    }
}
