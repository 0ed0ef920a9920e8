package org.diurna.house;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class DataFolderTest {
    @TempDir
    Path folder;

    /** A program that takes a folder, says so, and holds it until it is ended. */
    static final class Holder {
        private Holder() {}

        public static void main(String[] arguments) throws IOException {
            DataFolder held = DataFolder.take(Path.of(arguments[0]));
            System.out.println("held " + held.root());
            int end = System.in.read();
            held.close();
            System.exit(end < 0 ? 0 : 1);
        }
    }

    private Process hold() throws IOException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Holder.class.getName(),
                        folder.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        BufferedReader said =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        assertThat(said.readLine()).isEqualTo("held " + folder);
        return process;
    }

    @Test
    void a_folder_in_use_is_refused_with_the_process_that_has_it_and_a_kill_leaves_it_free() throws Exception {
        Process holder = hold();
        try {
            assertThatThrownBy(() -> DataFolder.take(folder))
                    .isInstanceOf(FolderUnusable.class)
                    .hasMessage("The data folder " + folder + " is in use by process " + holder.pid()
                            + ". Stop that program, or name another folder with --data.");
        } finally {
            holder.destroyForcibly().waitFor();
        }
        try (DataFolder taken = DataFolder.take(folder)) {
            assertThat(taken.root()).isEqualTo(folder);
        }
    }

    @Test
    void a_folder_is_taken_once_in_one_process() {
        try (DataFolder taken = DataFolder.take(folder)) {
            assertThatThrownBy(() -> DataFolder.take(folder)).isInstanceOf(FolderUnusable.class);
            assertThat(taken.database()).isEqualTo(folder.resolve("diurna.sqlite"));
        }
        DataFolder.take(folder).close();
    }

    @Test
    void a_refused_second_taking_leaves_the_first_one_its_lock() throws Exception {
        try (DataFolder taken = DataFolder.take(folder)) {
            assertThatThrownBy(() -> DataFolder.take(folder)).isInstanceOf(FolderUnusable.class);
            Process other = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-cp",
                            System.getProperty("java.class.path"),
                            Holder.class.getName(),
                            taken.root().toString())
                    .redirectErrorStream(true)
                    .start();
            other.getOutputStream().close();
            String said = new String(other.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(said)
                    .contains("is in use by process " + ProcessHandle.current().pid());
        }
    }

    @Test
    void a_folder_of_a_newer_version_is_refused_and_left_alone() throws Exception {
        DataFolder.take(folder).close();
        Files.writeString(folder.resolve("format"), "2\n");
        assertThatThrownBy(() -> DataFolder.take(folder))
                .isInstanceOf(FolderUnusable.class)
                .hasMessageContaining("has format 2; this Diurna knows formats up to 1");
        assertThat(Files.readString(folder.resolve("format"))).isEqualTo("2\n");
    }

    @Test
    void a_format_that_a_killed_start_left_empty_is_written_again() throws Exception {
        Files.createFile(folder.resolve("format"));
        DataFolder.take(folder).close();
        assertThat(Files.readString(folder.resolve("format"))).isEqualTo("1\n");
    }

    @Test
    void a_file_is_no_data_folder() throws Exception {
        Path file = Files.writeString(folder.resolve("file"), "x");
        assertThatThrownBy(() -> DataFolder.take(file))
                .isInstanceOf(FolderUnusable.class)
                .hasMessageContaining(file.toString())
                .hasMessageContaining("Check that it is a folder that you may write");
    }

    @Test
    void keys_and_masters_are_for_the_owner_alone() throws Exception {
        try (DataFolder taken = DataFolder.take(folder.resolve("new/deep"))) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(taken.keys())))
                    .isEqualTo("rwx------");
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(taken.masters())))
                    .isEqualTo("rwx------");
        }
    }
}
