package org.diurna.gate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.diurna.edition.Block;
import org.diurna.edition.Blocks;
import org.diurna.edition.Inline;
import org.diurna.edition.Mark;
import org.junit.jupiter.api.Test;

/** Files of office programs and mails, made here part by part. */
class DocumentsTest {
    private static final String W = "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\""
            + " xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"";
    private static final String ODF = "xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\""
            + " xmlns:text=\"urn:oasis:names:tc:opendocument:xmlns:text:1.0\""
            + " xmlns:style=\"urn:oasis:names:tc:opendocument:xmlns:style:1.0\""
            + " xmlns:fo=\"urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0\""
            + " xmlns:table=\"urn:oasis:names:tc:opendocument:xmlns:table:1.0\""
            + " xmlns:xlink=\"http://www.w3.org/1999/xlink\"";
    private static final String LONG = "The harbour of Harn opens on Monday for all ships of the northern line,"
            + " the Ministry of Foreign Affairs of Lomara announced in Halin today.";
    private static final String MORE = "Pilots will be at hand from six in the morning, and the customs house keeps its"
            + " usual hours until the end of the month.";

    private final Gate gate = new Gate();

    static byte[] zip(Map<String, byte[]> parts) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            for (var part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue());
                zip.closeEntry();
            }
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return out.toByteArray();
    }

    private static Map<String, byte[]> word(String body) {
        Map<String, byte[]> parts = new LinkedHashMap<>();
        parts.put(
                "[Content_Types].xml",
                utf8(
                        "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Default"
                                + " Extension=\"rels\""
                                + " ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/><Override"
                                + " PartName=\"/word/document.xml\""
                                + " ContentType=\"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml\"/></Types>"));
        parts.put(
                "_rels/.rels",
                utf8(
                        "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship"
                                + " Id=\"r1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument\""
                                + " Target=\"word/document.xml\"/></Relationships>"));
        parts.put(
                "word/_rels/document.xml.rels",
                utf8("<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
                        + link("l1", "https://port.lomara.example/") + link("l2", "javascript:alert(1)")
                        + "</Relationships>"));
        parts.put(
                "word/styles.xml",
                utf8("<w:styles " + W + "><w:style w:type=\"paragraph\" w:styleId=\"Title\"><w:name w:val=\"Title\"/>"
                        + "</w:style><w:style w:type=\"paragraph\" w:styleId=\"Heading2\"><w:name w:val=\"heading 2\"/>"
                        + "</w:style></w:styles>"));
        parts.put("word/document.xml", utf8("<w:document " + W + "><w:body>" + body + "</w:body></w:document>"));
        return parts;
    }

    private static String link(String id, String target) {
        return "<Relationship Id=\"" + id
                + "\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink\" Target=\""
                + target + "\" TargetMode=\"External\"/>";
    }

    private static String p(String style, String runs) {
        return "<w:p><w:pPr><w:pStyle w:val=\"" + style + "\"/></w:pPr>" + runs + "</w:p>";
    }

    private static String r(String text) {
        return "<w:r><w:t xml:space=\"preserve\">" + text + "</w:t></w:r>";
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static Map<String, byte[]> story() {
        return word(p("Title", r("Harbour of Harn opens"))
                + p("", r(LONG))
                + p("Heading2", r("Hours of the pilots"))
                + p("", r(MORE) + "<w:hyperlink r:id=\"l1\">" + r(" See the port") + "</w:hyperlink>")
                + p("", "<w:hyperlink r:id=\"l2\">" + r("Click") + "</w:hyperlink>" + r(" " + MORE))
                + p(
                        "",
                        "<w:del w:id=\"1\" w:author=\"x\"><w:r><w:delText>A secret.</w:delText></w:r></w:del>"
                                + r(LONG)));
    }

    private Found found(byte[] bytes, String name) {
        assertThat(gate.read(bytes, name)).isInstanceOf(Outcome.Read.class);
        return ((Outcome.Read) gate.read(bytes, name)).found();
    }

    private String refused(byte[] bytes, String name, Class<? extends Outcome.Refused> how) {
        Outcome outcome = gate.read(bytes, name);
        assertThat(outcome).isInstanceOf(how);
        return ((Outcome.Refused) outcome).sentence();
    }

    private static String reports(Found found) {
        return found.reports().stream().map(Found.Report::sentence).collect(Collectors.joining("\n"));
    }

    private static boolean links(Found found, String target) {
        return Blocks.all(found.body())
                .flatMap(Blocks::texts)
                .flatMap(java.util.List::stream)
                .anyMatch(piece ->
                        piece instanceof Inline.Text text && text.marks().contains(new Mark.Link(target)));
    }

    @Test
    void a_word_file_keeps_its_structure_and_says_what_was_left_out() {
        Map<String, byte[]> parts = story();
        parts.put("word/comments.xml", utf8("<w:comments " + W + "><w:comment w:id=\"0\"/></w:comments>"));
        parts.put("word/media/image1.png", new byte[] {1, 2, 3});
        Found found = found(zip(parts), "story.docx");
        assertThat(found.headline()).isEqualTo("Harbour of Harn opens");
        assertThat(found.body()).anyMatch(Block.Heading.class::isInstance);
        assertThat(Blocks.plain(found.body())).noneMatch(text -> text.contains("secret"));
        assertThat(links(found, "https://port.lomara.example/")).isTrue();
        assertThat(reports(found))
                .contains("1 link was left out", "1 comment was", "nobody had accepted", "1 picture was");
    }

    @Test
    void a_file_with_macros_is_refused() {
        Map<String, byte[]> parts = story();
        parts.put("word/vbaProject.bin", new byte[] {1});
        assertThat(refused(zip(parts), "story.docm", Outcome.Unsafe.class)).contains("story.docm", "macros");
        Map<String, byte[]> open = open(writer("<text:p>" + LONG + "</text:p>"));
        open.put("Basic/Standard/Module1.xml", utf8("<a/>"));
        assertThat(refused(zip(open), "story.odt", Outcome.Unsafe.class)).contains("macros");
    }

    @Test
    void archives_that_unpack_without_end_are_refused() {
        Map<String, byte[]> parts = story();
        parts.put("word/bomb.xml", new byte[Archive.XML_MAX_BYTES + 1]);
        assertThat(refused(zip(parts), "bomb.docx", Outcome.Unsafe.class)).contains("unpacks");
        Map<String, byte[]> many = story();
        for (int i = 0; i <= Archive.ENTRIES_MAX; i++) {
            many.put("word/part" + i, new byte[0]);
        }
        refused(zip(many), "many.docx", Outcome.Unsafe.class);
        String deep = "<w:tbl><w:tr><w:tc>".repeat(Xml.DEPTH_MAX) + "</w:tc></w:tr></w:tbl>".repeat(Xml.DEPTH_MAX);
        refused(zip(word(deep)), "deep.docx", Outcome.Unsafe.class);
    }

    @Test
    void a_document_type_and_damage_are_refused() {
        Map<String, byte[]> parts = story();
        parts.put("word/document.xml", utf8("<!DOCTYPE a [<!ENTITY b \"" + LONG + "\">]><a>&b;</a>"));
        refused(zip(parts), "entities.docx", Outcome.Unreadable.class);
        byte[] whole = zip(story());
        refused(java.util.Arrays.copyOf(whole, whole.length / 3), "cut.docx", Outcome.Unreadable.class);
    }

    @Test
    void locked_files_and_wrong_kinds_are_refused_with_what_to_do() {
        byte[] locked = "\u00d0\u00cf\u0011\u00e0...E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e\0"
                .getBytes(StandardCharsets.ISO_8859_1);
        assertThat(refused(locked, "locked.docx", Outcome.Unreadable.class)).contains("password");
        byte[] old = "\u00d0\u00cf\u0011\u00e0 old".getBytes(StandardCharsets.ISO_8859_1);
        assertThat(refused(old, "old.doc", Outcome.Binary.class)).contains("save it as .docx");
        Map<String, byte[]> open = open(writer("<text:p>" + LONG + "</text:p>"));
        open.put("META-INF/manifest.xml", utf8("<m><encryption-data/></m>"));
        assertThat(refused(zip(open), "locked.odt", Outcome.Unreadable.class)).contains("password");
        assertThat(refused(zip(Map.of("xl/workbook.xml", utf8("<a/>"))), "table.xlsx", Outcome.Binary.class))
                .contains("spreadsheet");
        refused(zip(Map.of("a.txt", utf8("text"))), "some.zip", Outcome.Binary.class);
    }

    private static String writer(String body) {
        return "<office:document-content " + ODF
                + "><office:automatic-styles><style:style style:name=\"T1\" style:family=\"text\">"
                + "<style:text-properties fo:font-weight=\"bold\"/></style:style>"
                + "<style:style style:name=\"P1\" style:parent-style-name=\"Title\"/>"
                + "<text:list-style style:name=\"L1\"><text:list-level-style-number text:level=\"1\"/></text:list-style>"
                + "</office:automatic-styles><office:body><office:text>" + body
                + "</office:text></office:body></office:document-content>";
    }

    private static Map<String, byte[]> open(String content) {
        Map<String, byte[]> parts = new LinkedHashMap<>();
        parts.put("mimetype", utf8("application/vnd.oasis.opendocument.text"));
        parts.put("content.xml", utf8(content));
        return parts;
    }

    @Test
    void an_open_document_keeps_headings_lists_marks_and_notes() {
        Found found = found(
                zip(open(writer("<text:p text:style-name=\"P1\">Harbour of Harn opens</text:p><text:p>" + LONG
                        + "</text:p><text:h text:outline-level=\"2\">Hours of the pilots</text:h><text:p>"
                        + "<text:span text:style-name=\"T1\">Pilots</text:span> " + MORE
                        + "<text:note><text:note-citation>1</text:note-citation><text:note-body><text:p>As agreed in"
                        + " March.</text:p></text:note-body></text:note></text:p>"
                        + "<text:list text:style-name=\"L1\"><text:list-item><text:p>Bring the papers of the ship</text:p>"
                        + "</text:list-item><text:list-item><text:p>Bring the papers of the crew</text:p></text:list-item></text:list>"
                        + "<text:p><office:annotation><text:p>Boss: really?</text:p></office:annotation>"
                        + "<text:a xlink:href=\"https://port.lomara.example/\">The port</text:a> " + LONG
                        + "</text:p>"))),
                "story.odt");
        assertThat(found.headline()).isEqualTo("Harbour of Harn opens");
        assertThat(found.body())
                .anyMatch(Block.Heading.class::isInstance)
                .anyMatch(block -> block instanceof Block.ItemList list
                        && list.order() == Block.Order.NUMBERED
                        && list.items().size() == 2);
        assertThat(Blocks.plain(found.body()))
                .anyMatch(text -> text.endsWith("[1]"))
                .noneMatch(text -> text.contains("Boss"));
        assertThat(links(found, "https://port.lomara.example/")).isTrue();
        assertThat(reports(found)).contains("1 comment was");
    }

    @Test
    void a_mail_gives_its_subject_and_text_and_names_what_hangs_on_it() {
        String mail = "From: ana@mfa.lomara.example\r\nDate: Mon, 2 Mar 2026 09:00:00 +0100\r\nSubject:"
                + " =?utf-8?Q?Fwd:_Harbour_of_Harn_opens?=\r\nMIME-Version: 1.0\r\nContent-Type: multipart/mixed;"
                + " boundary=b\r\n\r\n--b\r\nContent-Type: text/html; charset=utf-8\r\n\r\n<p>" + LONG
                + "</p><p>" + MORE + " <a href=\"javascript:x()\">Click</a></p>\r\n--b\r\nContent-Type:"
                + " application/pdf; name=plan.pdf\r\nContent-Disposition: attachment; filename=plan.pdf\r\n\r\nx\r\n--b--\r\n";
        Found found = found(utf8(mail), "harbour.eml");
        assertThat(found.headline()).isEqualTo("Harbour of Harn opens");
        assertThat(reports(found)).contains("plan.pdf", "1 link was left out");
        String plain = "Subject: Harbour of Harn opens\r\n\r\n" + LONG + "\r\n\r\n" + MORE + "\r\n";
        assertThat(Blocks.plain(found(utf8(plain), "plain.eml").body())).contains(MORE);
        String locked = "Subject: x\r\nContent-Type: application/pkcs7-mime\r\n\r\nabc";
        assertThat(refused(utf8(locked), "locked.eml", Outcome.Unreadable.class))
                .contains("encrypted");
    }
}
