package org.diurna.darkroom;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files that come in parts. */
final class UploadsTest {
    @TempDir
    Path folder;

    private Uploads open() {
        return new Uploads(folder, Clock.fixed(Instant.now(), ZoneOffset.UTC));
    }

    private static InputStream bytes(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.US_ASCII));
    }

    private static InputStream breaking(String text) {
        return new SequenceInputStream(bytes(text), new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("The connection broke.");
            }

            @Override
            public int read(byte[] buffer, int from, int length) throws IOException {
                return read();
            }
        });
    }

    @Test
    void a_file_goes_on_where_its_connection_broke_and_where_the_program_was_killed() throws IOException {
        Uploads.Upload upload = open().begin("ana", "cairo", "a.jpg", 10).orElseThrow();
        assertThat(open().append(upload, 0, breaking("abcd"))).isEqualTo(new Uploads.Outcome.Kept(4));
        assertThat(open().append(upload, 0, bytes("abcdefghij"))).isEqualTo(new Uploads.Outcome.Elsewhere(4));
        Uploads again = open();
        Uploads.Upload found = again.find(upload.id(), "ana").orElseThrow();
        assertThat(found).isEqualTo(upload);
        assertThat(again.offset(found)).isEqualTo(4);
        assertThat(again.append(found, 4, bytes("efghijk"))).isEqualTo(new Uploads.Outcome.TooLong());
        assertThat(again.append(found, 4, bytes("efghij"))).isEqualTo(new Uploads.Outcome.Kept(10));
        try (InputStream whole = again.open(found)) {
            assertThat(whole.readAllBytes()).asString().isEqualTo("abcdefghij");
        }
        again.end(found);
        assertThat(again.find(found.id(), "ana")).isEmpty();
        try (Stream<Path> left = Files.list(folder)) {
            assertThat(left).isEmpty();
        }
    }

    @Test
    void nobody_else_may_know_of_an_upload_and_no_name_leads_out_of_the_folder() {
        Uploads uploads = open();
        Uploads.Upload upload = uploads.begin("ana", "", "a.jpg", 10).orElseThrow();
        assertThat(uploads.find(upload.id(), "ben")).isEmpty();
        assertThat(uploads.find("../" + upload.id(), "ana")).isEmpty();
        assertThat(uploads.find("", "ana")).isEmpty();
    }

    @Test
    void what_nobody_went_on_with_for_a_day_is_removed() throws IOException {
        Uploads uploads = open();
        Uploads.Upload old = uploads.begin("ana", "", "old.jpg", 10).orElseThrow();
        uploads.append(old, 0, bytes("abc"));
        Uploads.Upload young = uploads.begin("ana", "", "young.jpg", 10).orElseThrow();
        Files.setLastModifiedTime(
                folder.resolve(old.id() + ".part"),
                FileTime.from(Instant.now().minus(Uploads.KEPT).minusSeconds(60)));
        Uploads later = open();
        assertThat(later.find(old.id(), "ana")).isEmpty();
        assertThat(later.find(young.id(), "ana")).isPresent();
    }

    @Test
    void somebody_who_never_ends_one_cannot_begin_for_ever() {
        Uploads uploads = open();
        for (int i = 0; i < Uploads.OPEN_MAX; i++) {
            assertThat(uploads.begin("ana", "", "a.jpg", 10)).isPresent();
        }
        assertThat(uploads.begin("ana", "", "a.jpg", 10)).isEmpty();
        assertThat(uploads.begin("ben", "", "a.jpg", 10)).isPresent();
    }

    @Test
    void nobody_announces_more_than_a_person_may_and_the_disk_keeps_room() throws IOException {
        Uploads uploads = open();
        assertThat(uploads.begin("ana", "", "a.tif", Uploads.ANNOUNCED_MAX - 10))
                .isPresent();
        assertThat(uploads.begin("ana", "", "b.tif", 11)).isEmpty();
        assertThat(uploads.begin("ana", "", "c.tif", 10)).isPresent();
        long free = Files.getFileStore(folder).getUsableSpace();
        org.assertj.core.api.Assertions.assertThatThrownBy(() -> uploads.begin("ben", "", "a.tif", free))
                .isInstanceOf(DarkroomUnavailable.class)
                .hasMessageContaining("make room");
    }
}
