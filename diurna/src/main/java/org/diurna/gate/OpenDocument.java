package org.diurna.gate;

import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jsoup.nodes.Entities;

/** The text of an .odt (OpenDocument 1.3, part 3) as HTML; reads {@code content.xml} event by event, without recursion. */
final class OpenDocument {
    /** Elements that are no text of the author, with all that is in them. */
    private static final Set<String> SKIPPED = Set.of(
            "tracked-changes",
            "annotation",
            "sequence-decls",
            "variable-decls",
            "user-field-decls",
            "forms",
            "object",
            "object-ole",
            "script",
            "event-listeners",
            "desc",
            "title",
            "bibliography-mark",
            "table-of-content",
            "alphabetical-index");

    private static final int SPACES_MAX = 40;

    /** How a style looks: what of it means something. */
    private record Style(boolean bold, boolean italic, String parent) {}

    private final XMLStreamReader xml;
    private final StringBuilder html = new StringBuilder();
    private final Deque<String> ends = new ArrayDeque<>();
    private final Map<String, Style> styles = new HashMap<>();
    private final Set<String> numbered = new HashSet<>();
    private final StringBuilder notes = new StringBuilder();
    private String styleName = "";
    private String listStyle = "";
    private int noteCount;
    private int comments;
    private int changes;
    private int pictures;

    private OpenDocument(XMLStreamReader xml) {
        this.xml = xml;
    }

    static Documents.Page page(Archive archive, String fileName) throws Documents.Unfit {
        if (archive.anyPart("(Basic|Scripts)/.*\\.(xml|py|js|bsh|class|jar)")) {
            throw new Documents.Unfit(Documents.macros(fileName));
        }
        String manifest = archive.part("META-INF/manifest.xml")
                .map(bytes -> new String(bytes, StandardCharsets.UTF_8))
                .orElse("");
        if (manifest.contains("encryption-data")
                || archive.part("encrypted-package").isPresent()) {
            throw new Documents.Unfit(new Outcome.Unreadable(
                    fileName + " is locked with a password. Take the password away and save it again."));
        }
        Optional<byte[]> content = archive.part("content.xml");
        if (content.isEmpty()) {
            throw new Documents.Unfit(Documents.damaged(fileName));
        }
        Xml.check(content.get(), fileName);
        try {
            OpenDocument document = new OpenDocument(Xml.reader(content.get()));
            document.read();
            return new Documents.Page(
                    "<html><body>" + document.html + document.notes + "</body></html>", document.reports());
        } catch (XMLStreamException e) {
            throw new Documents.Unfit(Documents.damaged(fileName));
        }
    }

    private void read() throws XMLStreamException {
        boolean body = false;
        while (xml.hasNext()) {
            switch (xml.next()) {
                case XMLStreamConstants.START_ELEMENT -> {
                    body = body || xml.getLocalName().equals("body");
                    if (body) {
                        open(xml.getLocalName());
                    } else {
                        style(xml.getLocalName());
                    }
                }
                case XMLStreamConstants.END_ELEMENT -> {
                    if (!ends.isEmpty()) {
                        html.append(ends.pop());
                    }
                }
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> {
                    if (body) {
                        html.append(Entities.escape(xml.getText()));
                    }
                }
                default -> {}
            }
        }
    }

    private void style(String name) {
        switch (name) {
            case "style" -> {
                styleName = attribute("name");
                styles.put(styleName, new Style(false, false, attribute("parent-style-name")));
            }
            case "text-properties" -> {
                Style now = styles.getOrDefault(styleName, new Style(false, false, ""));
                styles.put(
                        styleName,
                        new Style(
                                attribute("font-weight").equals("bold"),
                                attribute("font-style").equals("italic"),
                                now.parent()));
            }
            case "list-style" -> listStyle = attribute("name");
            case "list-level-style-number" -> {
                if (attribute("level").equals("1")) {
                    numbered.add(listStyle);
                }
            }
            default -> {}
        }
    }

    private void open(String name) throws XMLStreamException {
        if (SKIPPED.contains(name)) {
            count(name);
            skip();
            return;
        }
        switch (name) {
            case "h" -> element("h" + level(attribute("outline-level")), "");
            case "p" -> paragraph();
            case "span" -> span(attribute("style-name"));
            case "a" -> element("a", " href=\"" + Entities.escape(attribute("href")) + "\"");
            case "list" -> element(numbered.contains(attribute("style-name")) ? "ol" : "ul", "");
            case "list-item" -> element("li", "");
            case "table" -> element("table", "");
            case "table-row" -> element("tr", "");
            case "table-cell" -> element("td", "");
            case "line-break" -> leaf("<br>");
            case "tab" -> leaf(" ");
            case "s" -> leaf(" ".repeat(spaces(attribute("c"))));
            case "note" -> note();
            case "image" -> {
                pictures++;
                leaf("");
            }
            default -> ends.push("");
        }
    }

    private void paragraph() {
        String style = known(attribute("style-name"));
        switch (style) {
            case "Title" -> element("h1", "");
            case "Subtitle" -> element("h2", "");
            case "Quotations" -> {
                html.append("<blockquote><p>");
                ends.push("</p></blockquote>");
            }
            default -> element("p", "");
        }
    }

    /** The style that an automatic one is derived from, or itself. */
    private String known(String style) {
        Style found = styles.get(style);
        return found == null || found.parent().isEmpty() ? style : found.parent();
    }

    private void span(String name) {
        Style style = styles.getOrDefault(name, new Style(false, false, ""));
        html.append(style.bold() ? "<strong>" : "").append(style.italic() ? "<em>" : "");
        ends.push((style.italic() ? "</em>" : "") + (style.bold() ? "</strong>" : ""));
    }

    private void element(String tag, String attributes) {
        html.append('<').append(tag).append(attributes).append('>');
        ends.push("</" + tag + ">");
    }

    private void leaf(String written) {
        html.append(written);
        ends.push("");
    }

    /** A footnote stays as a number where it was called, and its words stand behind the text. */
    private void note() throws XMLStreamException {
        noteCount++;
        StringBuilder words = new StringBuilder();
        int depth = 1;
        boolean citation = false;
        while (depth > 0) {
            int event = xml.next();
            if (event == XMLStreamConstants.START_ELEMENT) {
                depth++;
                citation = xml.getLocalName().equals("note-citation");
            } else if (event == XMLStreamConstants.END_ELEMENT) {
                depth--;
                citation = false;
            } else if (event == XMLStreamConstants.CHARACTERS && !citation) {
                words.append(xml.getText());
            }
        }
        html.append(" [").append(noteCount).append("]");
        notes.append("<p>[")
                .append(noteCount)
                .append("] ")
                .append(Entities.escape(words.toString()))
                .append("</p>");
    }

    private void count(String name) {
        if (name.equals("annotation")) {
            comments++;
        } else if (name.equals("tracked-changes")) {
            changes++;
        }
    }

    private void skip() throws XMLStreamException {
        for (int depth = 1; depth > 0; ) {
            int event = xml.next();
            depth += event == XMLStreamConstants.START_ELEMENT ? 1 : event == XMLStreamConstants.END_ELEMENT ? -1 : 0;
        }
    }

    private String attribute(String local) {
        for (int i = 0; i < xml.getAttributeCount(); i++) {
            if (xml.getAttributeLocalName(i).equals(local)) {
                return xml.getAttributeValue(i);
            }
        }
        return "";
    }

    private static int level(String outline) {
        return outline.matches("[1-6]") ? Integer.parseInt(outline) : 2;
    }

    private static int spaces(String count) {
        return count.matches("\\d{1,3}") ? Math.min(SPACES_MAX, Integer.parseInt(count)) : 1;
    }

    private List<Found.Report> reports() {
        List<Found.Report> reports = new ArrayList<>();
        if (comments > 0) {
            reports.add(WordFile.hidden(Documents.count(comments, "comment was", "comments were") + " left out."));
        }
        if (changes > 0) {
            reports.add(WordFile.hidden("The file keeps changes that nobody had accepted: additions were taken in,"
                    + " deletions were left out. Compare the text with what was agreed."));
        }
        WordFile.pictures(pictures, reports);
        return reports;
    }
}
