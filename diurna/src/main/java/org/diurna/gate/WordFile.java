package org.diurna.gate;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.zwobble.mammoth.DocumentConverter;

/** A .docx: its parts are looked at first, then the library makes HTML of them. */
final class WordFile {
    private static final String STYLES = "p[style-name='Title'] => h1:fresh\np[style-name='Subtitle'] => h2:fresh\n"
            + "p[style-name='Quote'] => blockquote > p:fresh\np[style-name='Intense Quote'] => blockquote > p:fresh";
    private static final Pattern COMMENT = Pattern.compile("<w:comment[ >]");
    private static final Pattern DELETED = Pattern.compile("<w:del[ >]");
    private static final Pattern INSERTED = Pattern.compile("<w:ins[ >]");
    private static final Pattern HIDDEN = Pattern.compile("<w:vanish ?/>");
    private static final Pattern LANGUAGE = Pattern.compile("<w:lang [^>]*w:val=\"([A-Za-z-]{2,20})\"");

    private WordFile() {}

    static Documents.Page page(Archive archive, String fileName) throws Documents.Unfit {
        String types = text(archive, "[Content_Types].xml");
        if (archive.anyPart("(?i).*(vbaProject|vbaData)[^/]*\\.(bin|xml)|.*activeX/.*")
                || types.contains("macroEnabled")) {
            throw new Documents.Unfit(Documents.macros(fileName));
        }
        for (Map.Entry<String, byte[]> part : archive.parts().entrySet()) {
            if (part.getKey().endsWith(".xml") || part.getKey().endsWith(".rels")) {
                Xml.check(part.getValue(), fileName);
            }
        }
        String language = LANGUAGE.matcher(text(archive, "word/styles.xml"))
                .results()
                .map(found -> found.group(1))
                .findFirst()
                .orElse("");
        return new Documents.Page(
                "<html lang=\"" + language + "\"><body>" + html(archive, fileName) + "</body></html>",
                reports(archive));
    }

    private static String html(Archive archive, String fileName) throws Documents.Unfit {
        try {
            return new DocumentConverter()
                    .addStyleMap(STYLES)
                    // pictures come through the library of pictures; here only their words are taken
                    .imageConverter(_ -> Map.of("src", ""))
                    .convertToHtml(new ByteArrayInputStream(archive.without("word/(embeddings|fonts)/.*")))
                    .getValue();
        } catch (IOException | RuntimeException e) {
            // the library has no type of its own for what it cannot read
            throw new Documents.Unfit(Documents.damaged(fileName));
        }
    }

    private static List<Found.Report> reports(Archive archive) {
        List<Found.Report> reports = new ArrayList<>();
        String document = text(archive, "word/document.xml");
        long comments =
                COMMENT.matcher(text(archive, "word/comments.xml")).results().count();
        if (comments > 0) {
            reports.add(hidden(Documents.count(comments, "comment was", "comments were") + " left out."));
        }
        if (DELETED.matcher(document).find() || INSERTED.matcher(document).find()) {
            reports.add(
                    hidden("The file keeps changes that nobody had accepted: additions were taken in, deletions were"
                            + " left out. Compare the text with what was agreed."));
        }
        if (HIDDEN.matcher(document).find()) {
            reports.add(hidden("The file holds hidden text. Look whether any of it came in."));
        }
        pictures(archive.count("word/media/.*"), reports);
        long embedded = archive.count("word/embeddings/.*");
        if (embedded > 0) {
            reports.add(new Found.Report(
                    Found.Matter.FILES_LEFT_OUT,
                    Documents.count(embedded, "embedded file was", "embedded files were") + " left out."));
        }
        return reports;
    }

    static void pictures(long pictures, List<Found.Report> reports) {
        if (pictures > 0) {
            reports.add(
                    new Found.Report(
                            Found.Matter.FILES_LEFT_OUT,
                            Documents.count(pictures, "picture was", "pictures were")
                                    + " left out. Add what is needed to the pictures, with its rights, and place it from there."));
        }
    }

    static Found.Report hidden(String sentence) {
        return new Found.Report(Found.Matter.HIDDEN_LEFT_OUT, sentence);
    }

    private static String text(Archive archive, String part) {
        return archive.part(part)
                .map(bytes -> new String(bytes, StandardCharsets.UTF_8))
                .orElse("");
    }
}
