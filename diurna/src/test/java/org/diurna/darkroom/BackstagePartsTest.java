package org.diurna.darkroom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import org.diurna.house.Database;
import org.diurna.house.TestDatabases;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Renditions that are fetched in parts. */
final class BackstagePartsTest {
    private static final byte[] FILE = "the bytes of a picture".getBytes(StandardCharsets.US_ASCII);

    @TempDir
    Path folder;

    @Test
    void a_part_is_read_where_it_lies_and_a_file_that_was_cut_short_gives_none() throws IOException {
        try (Database database = new TestDatabases.Fresh("SQLite").open()) {
            Backstage backstage = new Backstage(
                    folder,
                    database,
                    () -> {
                        throw new AssertionError("Nothing is developed.");
                    },
                    Clock.systemUTC());
            String sha256 = Digests.sha256(FILE);
            Path place = Files.createDirectory(folder.resolve(sha256.substring(0, 2)))
                    .resolve(sha256);
            Files.write(place, FILE);
            assertThat(backstage.read(sha256, 4, 5))
                    .asString(StandardCharsets.US_ASCII)
                    .isEqualTo("bytes");
            assertThat(backstage.read(sha256, 0, FILE.length)).isEqualTo(FILE);

            Files.writeString(place, "the by");
            assertThatThrownBy(() -> backstage.read(sha256, 4, 5))
                    .isInstanceOf(DarkroomUnavailable.class)
                    .hasMessageContaining("was never made here");
        }
    }
}
