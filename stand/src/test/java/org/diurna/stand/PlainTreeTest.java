package org.diurna.stand;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A site as a tree of files. */
final class PlainTreeTest {
    private static final Instant MORNING = Instant.parse("2026-03-04T09:00:00Z");

    @TempDir
    Path folder;

    @SuppressWarnings("NullAway.Init")
    private FolderShelf shelf;

    @BeforeEach
    void lay() {
        shelf = FolderShelf.openOrFound(folder.resolve("shelf"));
        SampleSite.lay(shelf);
    }

    private Path tree(long turn) {
        var tree = folder.resolve("tree-" + turn);
        try (var site = PastSite.after(shelf, turn)) {
            PlainTree.write(site, tree);
        }
        return tree;
    }

    @Test
    void pages_lie_where_any_web_server_finds_them() throws IOException {
        var host = tree(1).resolve(SampleSite.HOST);
        assertThat(host.resolve("en/index.html")).hasContent("Home");
        assertThat(host.resolve("en/7/visit.html")).hasContent(SampleSite.VISIT.strip());
        assertThat(host.resolve("en/7/visit/edition.json")).hasContent("{}");
        assertThat(host.resolve("en/7/visit.html.br")).hasContent("BR:" + SampleSite.VISIT.strip());
        assertThat(host.resolve("media/abc/photo.jpg")).hasSize(100);
        assertThat(host.resolve("media/abc/photo.jpg.gz")).doesNotExist();
        assertThat(Files.getLastModifiedTime(host.resolve("en/7/visit.html")).toInstant())
                .isEqualTo(Instant.parse("2026-11-24T10:00:00Z"));
    }

    @Test
    void what_is_gone_is_at_no_address_of_the_tree() throws IOException {
        var tree = tree(1);
        assertThat(tree.resolve(SampleSite.HOST).resolve("en/8/withdrawn.html")).doesNotExist();
        assertThat(tree.resolve(SampleSite.HOST).resolve("en/8/withdrawn")).doesNotExist();
        assertThat(Files.readAllLines(tree.resolve("site.jsonl")))
                .filteredOn(line -> line.contains("\"path\":\"/en/8/withdrawn\""))
                .singleElement()
                .satisfies(line -> assertThat(line).contains("\"status\":410").contains("/.diurna/410/"));
    }

    @Test
    void an_address_that_is_a_file_and_a_folder_gives_way_to_the_folder() throws IOException {
        shelf.turn(
                shelf.last(),
                MORNING,
                List.of(
                        SampleSite.file(shelf, "/data", "text/plain", SampleSite.bytes("both"), Map.of()),
                        SampleSite.file(shelf, "/data/more.txt", "text/plain", SampleSite.bytes("below"), Map.of()),
                        SampleSite.file(shelf, "/a%2Fb", "text/plain", SampleSite.bytes("odd"), Map.of())));
        var tree = tree(2);
        assertThat(tree.resolve(SampleSite.HOST).resolve("data/more.txt")).hasContent("below");
        assertThat(Files.readAllLines(tree.resolve("site.jsonl")))
                .filteredOn(line -> line.contains("\"path\":\"/data\"") || line.contains("\"path\":\"/a%2Fb\""))
                .hasSize(2)
                .allSatisfy(line -> assertThat(line).contains("/.diurna/200/"));
    }

    @Test
    void the_site_of_a_moment_is_that_of_the_last_turn_before_it() {
        for (int i = 0; i < 5; i++) {
            var page = SampleSite.page(shelf, "/en/", 200, "Home " + i + "\n", Map.of());
            shelf.turn(shelf.last(), MORNING.plusSeconds(60L * i), List.of(page));
        }
        assertThat(PastSite.lastTurn(shelf, Instant.EPOCH.minusSeconds(1))).isZero();
        assertThat(PastSite.lastTurn(shelf, MORNING.minusSeconds(1))).isEqualTo(1);
        assertThat(PastSite.lastTurn(shelf, MORNING)).isEqualTo(2);
        assertThat(PastSite.lastTurn(shelf, MORNING.plusSeconds(150))).isEqualTo(4);
        assertThat(PastSite.lastTurn(shelf, Instant.MAX)).isEqualTo(6);
        try (var site = PastSite.at(shelf, MORNING.plusSeconds(61))) {
            assertThat(new String(site.answer(SampleSite.HOST, "/en/").body(), StandardCharsets.UTF_8))
                    .isEqualTo("Home 1\n");
        }
    }

    @Test
    void two_trees_of_one_moment_are_the_same_and_a_used_folder_is_refused() throws IOException {
        var one = tree(1);
        try (var site = PastSite.after(shelf, 1)) {
            PlainTree.write(site, folder.resolve("again"));
            assertThatThrownBy(() -> PlainTree.write(site, folder.resolve("again")))
                    .isInstanceOf(ShelfUnavailable.class)
                    .hasMessageContaining("not empty");
        }
        try (var files = Files.walk(one)) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                assertThat(folder.resolve("again").resolve(one.relativize(file).toString()))
                        .hasSameBinaryContentAs(file);
            }
        }
    }

    @Test
    void nginx_is_told_what_files_cannot_say() throws IOException {
        shelf.turn(shelf.last(), MORNING, List.of(new Change.Gone(SampleSite.HOST, "/en/11/x", Optional.empty())));
        assertThat(tree(2).resolve("nginx.conf"))
                .content()
                .contains("\"mfa.localhost/pressreleasepage.aspx?prid=123\" \"/en/7/visit\";")
                .contains("server_name belgrade.localhost mfa.localhost;")
                .contains("\"~^mfa\\\\.localhost/sr-latn/\"")
                .contains("add_header Content-Type $diurna_h_content_type always;")
                .contains("server_name old.localhost;\n    return 308 https://mfa.localhost:8443$request_uri;")
                .doesNotContain("old.localhost/");
    }
}
