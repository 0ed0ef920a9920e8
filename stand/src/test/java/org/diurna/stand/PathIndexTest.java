package org.diurna.stand;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class PathIndexTest {
    private static Change.Put page(String host, int number, int version) {
        var bytes = Map.of(
                Coding.IDENTITY, new Blob(new Digest(number, version, 0, 0), 25_000),
                Coding.GZIP, new Blob(new Digest(number, version, 1, 0), 9_000),
                Coding.BR, new Blob(new Digest(number, version, 2, 0), 7_000));
        var headers = Map.of("Last-Modified", SampleSite.MODIFIED, "Cache-Control", "public, max-age=60");
        return new Change.Put(
                host,
                "/en/%08d/the-minister-received-the-ambassador".formatted(number),
                SampleSite.HTML,
                headers,
                bytes);
    }

    private static void check(@Nullable Entry entry, Change.Put put) {
        assertThat(entry).as(put.path()).isNotNull();
        for (var coding : Coding.values()) {
            assertThat(java.util.Objects.requireNonNull(entry).blob(coding))
                    .isEqualTo(put.bytes().get(coding));
        }
        assertThat(entry.headerLines())
                .containsExactlyInAnyOrder(
                        "Content-Type: " + SampleSite.HTML,
                        "Cache-Control: public, max-age=60",
                        "Last-Modified: " + SampleSite.MODIFIED);
    }

    @Test
    void it_finds_what_a_map_finds_also_after_packing() {
        var index = new PathIndex();
        var model = new HashMap<String, Change.Put>();
        var random = new Random(3);
        // Enough replaced entries to make it pack itself anew several times.
        for (int n = 0; n < 200_000; n++) {
            var put = page("h" + random.nextInt(3), random.nextInt(5_000), n);
            index.apply(put);
            model.put(put.host() + put.path(), put);
        }
        assertThat(index.count()).isEqualTo(model.size());
        model.values().forEach(put -> check(index.find(put.host(), put.path()), put));
        assertThat(index.find("h0", "/en/99999999/nothing")).isNull();
        assertThat(index.find("h9", "/en/00000001/the-minister-received-the-ambassador"))
                .isNull();
        assertThat(index.hosts()).containsExactlyInAnyOrder("h0", "h1", "h2");
    }

    @Test
    void a_host_that_is_left_and_taken_up_again_answers_for_itself() {
        var index = new PathIndex();
        index.apply(new Change.Move("old.localhost", Change.Move.WHOLE_HOST, "https://mfa.localhost", 308));
        assertThat(index.movedHost("old.localhost")).isNotNull();
        assertThat(index.movedHost("mfa.localhost")).isNull();
        index.apply(new Change.Move("old.localhost", Change.Move.WHOLE_HOST, "/", 308));
        assertThat(index.movedHost("old.localhost")).isNull();
    }

    @Test
    void readers_see_the_old_or_the_new_entry_while_it_grows() throws Exception {
        var index = new PathIndex();
        index.apply(page("h", 0, 0));
        var writer = Thread.ofPlatform().start(() -> {
            for (int n = 1; n < 50_000; n++) {
                index.apply(page("h", n % 20_000, n));
            }
        });
        long looks = 0;
        while (writer.isAlive()) {
            var entry = index.find("h", "/en/00000000/the-minister-received-the-ambassador");
            assertThat(entry).isNotNull();
            var digest = java.util.Objects.requireNonNull(entry).blob(Coding.BR).digest();
            assertThat(digest.a()).isZero();
            assertThat(digest.c()).isEqualTo(2);
            looks++;
        }
        writer.join();
        assertThat(looks).isPositive();
    }

    @Test
    void every_entry_has_a_key_of_its_own() {
        var index = new PathIndex();
        assertThat(index.apply(page("h", 1, 1))).isEqualTo(-1);
        long first = java.util.Objects.requireNonNull(
                        index.find("h", page("h", 1, 1).path()))
                .key();
        assertThat(index.apply(page("h", 1, 2))).isEqualTo(first);
        assertThat(java.util.Objects.requireNonNull(
                                index.find("h", page("h", 1, 1).path()))
                        .key())
                .isNotEqualTo(first);
    }

    /** The house's goal is a stand with a million addresses in 200 MB. */
    @Test
    @Tag("long")
    void a_million_pages_in_three_codings_need_at_most_220_bytes_each() {
        System.gc();
        long before = used();
        var index = new PathIndex();
        for (int n = 0; n < 1_000_000; n++) {
            index.apply(page("mfa.localhost", n, 1));
        }
        System.gc();
        long bytes = (used() - before) / index.count();
        System.out.println("bytes for each address: " + bytes);
        assertThat(bytes).isBetween(50L, 220L);
        assertThat(index.find("mfa.localhost", page("mfa.localhost", 77, 1).path()))
                .isNotNull();
    }

    private static long used() {
        var runtime = Runtime.getRuntime();
        return runtime.totalMemory() - runtime.freeMemory();
    }
}
