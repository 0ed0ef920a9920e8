package org.diurna.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Bytes that nobody wrote as a release. */
class HostileTest {
    private static final Duration SOON = Duration.ofSeconds(8);
    private final Gate gate = new Gate();

    private Outcome read(String text, String name) {
        return assertTimeoutPreemptively(SOON, () -> gate.read(Gate.utf8(text), name));
    }

    private static void refused(Outcome outcome, Class<? extends Outcome.Refused> how) {
        assertThat(outcome)
                .isInstanceOfSatisfying(
                        how,
                        refused ->
                                assertThat(refused.sentence()).contains("page").endsWith("."));
    }

    @Test
    void a_file_of_fifty_megabytes_is_too_large() {
        refused(gate.read(new byte[50 * 1024 * 1024], "page.html"), Outcome.TooLarge.class);
    }

    @Test
    void a_picture_is_no_page() {
        refused(
                gate.read("\u0089PNG\r\n\u001a\n\0\0\0".getBytes(StandardCharsets.ISO_8859_1), "page.png"),
                Outcome.Binary.class);
    }

    @Test
    void nothing_is_no_page() {
        refused(gate.read(new byte[0], "page.html"), Outcome.Empty.class);
        refused(read(" \n\t\u00a0\n".replace("\u00a0", ""), "page.txt"), Outcome.Empty.class);
    }

    @Test
    void a_page_that_was_cut_off_is_unreadable() {
        refused(
                read("<html><body><h1>Harbour opens</h1><p>The harbour opens today.</p><div class=\"fo", "page.html"),
                Outcome.Unreadable.class);
    }

    @Test
    void two_hundred_thousand_nested_elements_do_no_harm() {
        String deep = "<html><body>" + "<div>".repeat(200_000)
                + "<h1>Harbour of Harn opens</h1><p>The harbour of Harn opens today for all ships of the north.</p>";
        assertThat(read(deep, "page.html")).isNotNull();
    }

    @Test
    void long_lines_and_endless_repetition_end_soon() {
        for (String piece : new String[] {
            "(", "a ", "1/1/", "- ", ". ", "« ", "【", "Press release ", "5 March ", "\u0645 ", "a-", ":", "[x] "
        }) {
            assertThat(read(piece.repeat(60_000), "page.txt")).isNotNull();
            assertThat(read("<html><body><p>" + piece.repeat(30_000), "page.html"))
                    .isNotNull();
        }
    }

    @Test
    void more_lines_than_any_release_has_are_too_many() {
        refused(read("Harbour\n".repeat(70_000), "page.txt"), Outcome.TooLarge.class);
    }

    @Test
    void a_language_that_no_page_can_have_is_not_believed() {
        for (String tag : new String[] {"Zn", "EN", "x-none", "a-b-c-d-e", "en-us-x-y", "12"}) {
            assertThat(read(
                            "<html lang=\"" + tag + "\"><h1>Harbour opens</h1><p>"
                                    + "The harbour opens today. ".repeat(9),
                            "page.html"))
                    .as(tag)
                    .isInstanceOf(Outcome.Read.class);
        }
    }

    @Test
    void random_bytes_never_break_the_reader() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        for (int i = 0; i < 150; i++) {
            byte[] bytes = new byte[random.nextInt(3_000)];
            random.nextBytes(bytes);
            assertThat(gate.read(bytes, "page.html")).as("seed %d", seed).isNotNull();
        }
    }

    @Test
    void pages_with_random_damage_never_break_the_reader() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        byte[] page = Gate.utf8(
                "<html lang=\"en\"><body><nav><a href=\"/\">Home</a></nav><h1>Harbour of Harn opens</h1><p>4 March 2026</p>"
                        + "<table><tr><th>A</th><td>B</td></tr><tr><td>1</td><td>2</td></tr></table><blockquote><p>“Good,” she said.</p></blockquote>"
                        + "<p>PORT VELL – The harbour of Harn opens today for all the ships of the north.</p><ul><li>one</li></ul></body></html>");
        for (int i = 0; i < 400; i++) {
            byte[] damaged = page.clone();
            for (int n = random.nextInt(12); n >= 0; n--) {
                damaged[random.nextInt(damaged.length)] = (byte) random.nextInt(256);
            }
            assertThat(gate.read(damaged, "page.html")).as("seed %d", seed).isNotNull();
        }
    }
}
