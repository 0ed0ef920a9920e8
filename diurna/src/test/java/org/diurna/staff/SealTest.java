package org.diurna.staff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SealTest {
    @Test
    void the_key_of_the_desk_is_made_once_and_only_its_owner_reads_it(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("desk.key");
        String sealed = Seal.keptIn(file).seal("secret", "ana");
        assertThat(Seal.keptIn(file).open(sealed, "ana")).isEqualTo("secret");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(folder).isDirectoryContaining(path -> path.equals(file));
        Files.writeString(file, "short");
        assertThatThrownBy(() -> Seal.keptIn(file))
                .hasMessageContaining("5 bytes")
                .hasMessageContaining("backup");
    }
}
