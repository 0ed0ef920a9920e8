package org.diurna.press;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.diurna.edition.Blocks;
import org.diurna.edition.Kind;
import org.diurna.edition.Wording;
import org.diurna.press.paper.Unprintable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;
import org.verapdf.pdfa.results.ValidationResult;

/** Editions on paper, judged by programs that we did not write. */
final class PaperTest {
    private static final Press PRESS = new Press(Lomara.site(443, Lomara.office("belgrade.mfa.lomara.example")));

    @TempDir
    Path folder;

    static Stream<String> languages() {
        return PaperTexts.LANGUAGES.stream();
    }

    @BeforeAll
    static void wakeTheJudge() {
        VeraGreenfieldFoundryProvider.initialise();
    }

    private static byte[] paper(PublicVersion version) {
        Sheet sheet = PRESS.paper(version, version.newest(), Map.of());
        return ((Sheet.Printed) sheet).bytes();
    }

    @ParameterizedTest
    @MethodSource("languages")
    void vera_accepts_a_paper_as_pdf_ua_1_and_pdf_a_3(String language) throws Exception {
        byte[] file = paper(PaperTexts.version(language));
        for (String flavour : List.of("ua1", "3a")) {
            assertThat(troubles(file, flavour)).as(language + " " + flavour).isEmpty();
        }
    }

    private static List<String> troubles(byte[] file, String name) throws Exception {
        PDFAFlavour flavour = PDFAFlavour.fromString(name);
        try (PDFAParser parser = Foundries.defaultInstance().createParser(new ByteArrayInputStream(file), flavour)) {
            ValidationResult result =
                    Foundries.defaultInstance().createValidator(flavour, false).validate(parser);
            List<String> failed = result.getTestAssertions().stream()
                    .filter(assertion -> assertion.getStatus() == TestAssertion.Status.FAILED)
                    .map(assertion -> assertion.getRuleId().getClause() + " " + assertion.getMessage())
                    .distinct()
                    .toList();
            assertThat(result.isCompliant()).isEqualTo(failed.isEmpty());
            return failed;
        }
    }

    @ParameterizedTest
    @MethodSource("languages")
    void pdftotext_gives_back_every_word(String language) throws Exception {
        PublicVersion version = PaperTexts.version(language);
        Wording wording = version.newest().wording();
        String read =
                squeezed(language, column(paper(version), version.language().rightToLeft()));
        assertThat(read).contains(squeezed(language, wording.headline()));
        for (String deck : wording.decks()) {
            assertThat(read).contains(squeezed(language, deck));
        }
        for (String line : Blocks.plain(wording.body())) {
            // cells of a table are read by columns where a row is wide
            for (String part : line.split("(?<=[.…。।])\\s+|(?<=。)", -1)) {
                assertThat(read).contains(squeezed(language, part));
            }
        }
    }

    /** The text between head and foot of the pages, without the column beside it. */
    private String column(byte[] file, boolean rightToLeft) throws IOException, InterruptedException {
        Path pdf = Files.write(folder.resolve("paper.pdf"), file);
        Process process;
        try {
            process = new ProcessBuilder(
                            "pdftotext",
                            "-r",
                            "72",
                            "-x",
                            rightToLeft ? "40" : "176",
                            "-y",
                            "60",
                            "-W",
                            "380",
                            "-H",
                            "708",
                            "-enc",
                            "UTF-8",
                            pdf.toString(),
                            "-")
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
        } catch (IOException e) {
            assumeTrue(false, "pdftotext of poppler is not installed");
            throw e;
        }
        String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).isZero();
        return text;
    }

    /**
     * Without spaces, without what steers directions. In a line that runs from right to left poppler puts punctuation
     * beside Latin words and figures on their other side, so there letters and marks of the script alone are compared.
     */
    private static String squeezed(String language, String text) {
        String whole = Normalizer.normalize(text, Normalizer.Form.NFC).replaceAll("[\\s\\p{Cf}]", "");
        return language.equals("ar") ? whole.replaceAll("[^\\p{InArabic}]|[\\p{P}]", "") : whole;
    }

    @Test
    void the_same_edition_gives_the_same_bytes() {
        assertThat(paper(PaperTexts.version("ar"))).isEqualTo(paper(PaperTexts.version("ar")));
    }

    @Test
    void a_paper_bears_the_logged_bytes_and_their_proof() throws Exception {
        PublicVersion version = PaperTexts.version("en");
        try (PDDocument document = Loader.loadPDF(paper(version))) {
            var names =
                    document.getDocumentCatalog().getNames().getEmbeddedFiles().getNames();
            Map<String, byte[]> files = new TreeMap<>();
            for (var entry : names.entrySet()) {
                files.put(entry.getKey(), entry.getValue().getEmbeddedFile().toByteArray());
            }
            assertThat(files).containsOnlyKeys("edition.json", "edition.tlog-proof");
            assertThat(files).containsEntry("edition.json", version.newest().json());
            assertThat(files)
                    .containsEntry("edition.tlog-proof", version.newest().seal().proof());
        }
    }

    @Test
    void a_text_that_no_font_can_show_is_refused_and_not_printed_with_holes() {
        PublicVersion version = PaperTexts.version("en");
        PublicEdition edition = Lomara.edition(
                1,
                Kind.RELEASE,
                "",
                "2026-01-20T13:00:00Z",
                Lomara.wording("Cuneiform: \uD808\uDC00", "", "Belgrade", "Text."),
                "<p>Text.</p>");
        assertThatThrownBy(() -> PRESS.paper(version, edition, Map.of()))
                .isInstanceOf(Unprintable.class)
                .hasMessageContaining("U+12000");
    }

    @Test
    void a_withdrawn_release_says_so_on_paper_and_is_of_another_moment() {
        PublicVersion version = PaperTexts.version("en");
        PublicVersion withdrawn = Lomara.withdrawn(version, PublicVersion.Text.KEPT, "A mistake.");
        assertThat(Papers.modified(withdrawn, withdrawn.newest())).isAfter(Papers.modified(version, version.newest()));
        assertThat(paper(withdrawn)).isNotEqualTo(paper(version));
    }

    @Test
    void no_page_names_a_paper_that_is_not_there() {
        PublicVersion version = PaperTexts.version("en");
        assertThat(page(version, Papers.NONE)).doesNotContain("release.pdf", "application/pdf");
        assertThat(page(version, new Papers(Map.of(1, 71_204L), java.util.Set.of())))
                .contains("PDF · 71 kB", "\"encodingFormat\":\"application/pdf\"", "\"contentSize\":\"71204\"");
        assertThat(page(version, new Papers(Map.of(1, 71_204L), java.util.Set.of(1))))
                .doesNotContain("release.pdf");
    }

    private static String page(PublicVersion version, Papers papers) {
        return PRESS.print(new Order.Release(version, papers)).stream()
                .filter(sheet -> sheet.path().equals(version.path()))
                .map(sheet -> new String(((Sheet.Printed) sheet).bytes(), StandardCharsets.UTF_8))
                .findFirst()
                .orElseThrow();
    }
}
