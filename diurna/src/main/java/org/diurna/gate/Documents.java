package org.diurna.gate;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;

/** Files of office programs and mails, turned into a page that is then read like any other. */
final class Documents {
    private static final String ZIP = "PK\u0003\u0004";
    private static final String COMPOUND = "\u00d0\u00cf\u0011\u00e0";
    private static final String SAVE_AS =
            " Open it in the program that wrote it and save it as .docx, .odt or plain text.";

    private Documents() {}

    /** What a document holds, still as HTML. */
    record Page(String html, List<Found.Report> reports) {
        Page {
            reports = List.copyOf(reports);
        }
    }

    /** Why a document holds nothing that may come in. */
    static final class Unfit extends Exception {
        private static final long serialVersionUID = 1L;
        private final transient Outcome.Refused outcome;

        Unfit(Outcome.Refused outcome) {
            super(outcome.sentence());
            this.outcome = outcome;
        }
    }

    /** Empty when the bytes are no document of a kind that is known here. */
    static Optional<Decoded> read(byte[] bytes, String fileName) {
        try {
            return page(bytes, fileName).map(Documents::text);
        } catch (Unfit unfit) {
            return Optional.of(new Decoded.Refusal(unfit.outcome));
        }
    }

    private static Optional<Page> page(byte[] bytes, String fileName) throws Unfit {
        String start = new String(bytes, 0, Math.min(bytes.length, 4), StandardCharsets.ISO_8859_1);
        if (start.equals(COMPOUND)) {
            throw new Unfit(compound(bytes, fileName));
        }
        if (start.equals(ZIP)) {
            return archive(bytes, fileName);
        }
        return fileName.toLowerCase(Locale.ROOT).endsWith(".eml")
                ? Optional.of(Mail.page(bytes, fileName))
                : Optional.empty();
    }

    private static Outcome.Refused compound(byte[] bytes, String fileName) {
        String all = new String(bytes, StandardCharsets.ISO_8859_1);
        // names in this format are UTF-16
        boolean locked = all.contains("E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e\0");
        return locked
                ? new Outcome.Unreadable(
                        fileName + " is locked with a password. Take the password away and save it again.")
                : new Outcome.Binary(
                        fileName + " is a document of an old office program, which may hold macros." + SAVE_AS);
    }

    private static Optional<Page> archive(byte[] bytes, String fileName) throws Unfit {
        Archive archive = switch (Archive.open(bytes)) {
            case Archive.Opened.Fine fine -> fine.archive();
            case Archive.Opened.Bomb _ ->
                throw new Unfit(new Outcome.Unsafe(fileName
                        + " unpacks to far more than a release can hold, as files do that are made to choke programs."
                        + SAVE_AS));
            case Archive.Opened.Locked _ ->
                throw new Unfit(new Outcome.Unreadable(
                        fileName + " is locked with a password. Take the password away and save it again."));
            case Archive.Opened.Broken _ ->
                throw new Unfit(new Outcome.Unreadable(fileName + " is damaged and cannot be unpacked." + SAVE_AS));
        };
        if (archive.part("word/document.xml").isPresent()) {
            return Optional.of(WordFile.page(archive, fileName));
        }
        String type = archive.part("mimetype")
                .map(found -> new String(found, StandardCharsets.US_ASCII).strip())
                .orElse("");
        if (type.startsWith("application/vnd.oasis.opendocument.text")) {
            return Optional.of(OpenDocument.page(archive, fileName));
        }
        boolean office = type.startsWith("application/vnd.oasis")
                || archive.anyPart("(xl/workbook|ppt/presentation)\\.(xml|bin)");
        if (office) {
            throw new Unfit(
                    new Outcome.Binary(
                            fileName
                                    + " is a spreadsheet or a presentation and no text. Copy its words into a text document and import that."));
        }
        return Optional.empty();
    }

    static Outcome.Unsafe macros(String fileName) {
        return new Outcome.Unsafe(fileName
                + " holds macros: programs that run when it is opened. Save it as .docx or .odt without them.");
    }

    static Outcome.Unreadable damaged(String fileName) {
        return new Outcome.Unreadable(fileName + " is damaged: its text cannot be read." + SAVE_AS);
    }

    private static Decoded text(Page page) {
        List<Found.Report> reports = new ArrayList<>(page.reports());
        Document document = Jsoup.parse(page.html());
        long links = document.select("a[href]").stream()
                .filter(link -> link.attr("href")
                        .strip()
                        .toLowerCase(Locale.ROOT)
                        .matches("(?s)(javascript|data|vbscript|file):.*"))
                .count();
        if (links > 0) {
            reports.add(new Found.Report(
                    Found.Matter.LINKS_LEFT_OUT,
                    count(links, "link was", "links were")
                            + " left out that would run a program or open a file; the words of it stayed."));
        }
        return new Decoded.Text(page.html(), true, reports);
    }

    /** "1 link was", "3 links were". */
    static String count(long number, String one, String more) {
        return number + " " + (number == 1 ? one : more);
    }
}
