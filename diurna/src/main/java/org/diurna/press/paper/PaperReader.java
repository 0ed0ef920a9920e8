package org.diurna.press.paper;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentNameDictionary;
import org.apache.pdfbox.pdmodel.PDEmbeddedFilesNameTreeNode;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.filespecification.PDComplexFileSpecification;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotation;

/**
 * Reads back what a paper holds: the files inside, and its words by what the structure tree says they are. Safe for files
 * of strangers within the limits of PDFBox: nothing in them is run.
 */
public final class PaperReader {
    private static final int DEPTH_MAX = 64;
    private static final int PAGES_MAX = 2_000;

    private final Map<String, StringBuilder> found = new HashMap<>();
    private final StringBuilder stray = new StringBuilder();
    private final List<Map<Integer, String>> pages = new ArrayList<>();
    private final Map<COSDictionary, Integer> numbers = new HashMap<>();

    private PaperReader() {}

    /**
     * What a paper holds.
     *
     * @param files    by name
     * @param headline of the release
     * @param summary  the lines below the headline
     * @param body     the text without labels and captions
     * @param captions below pictures and above tables
     * @param stray    words on the pages that belong to nothing, where a paper has none
     */
    public record Held(
            Map<String, byte[]> files, String headline, String summary, String body, String captions, String stray) {}

    /**
     * Reads a file.
     *
     * @throws IllegalArgumentException when it is no PDF file, a damaged one or one that is far too long
     */
    public static Held read(byte[] file) {
        try (PDDocument document = Loader.loadPDF(file)) {
            return new PaperReader().held(document);
        } catch (IOException e) {
            throw new IllegalArgumentException("it is no PDF file that can be read (" + e.getMessage() + ").", e);
        }
    }

    private Held held(PDDocument document) throws IOException {
        if (document.getNumberOfPages() > PAGES_MAX) {
            throw new IllegalArgumentException("it has more than " + PAGES_MAX + " pages.");
        }
        for (PDPage page : document.getPages()) {
            PaperWordsOfPage words = new PaperWordsOfPage(page.getMediaBox().getHeight());
            words.processPage(page);
            numbers.put(page.getCOSObject(), pages.size());
            pages.add(words.marked());
            stray.append(words.stray());
            for (PDAnnotation annotation : page.getAnnotations()) {
                if (!"Link".equals(annotation.getSubtype())) {
                    stray.append(' ')
                            .append(annotation.getSubtype())
                            .append(' ')
                            .append(annotation.getContents());
                }
            }
        }
        COSDictionary root = document.getDocumentCatalog().getCOSObject().getCOSDictionary(COSName.STRUCT_TREE_ROOT);
        if (root != null) {
            walk(root.getDictionaryObject(COSName.K), "", 0);
        }
        // what no node of the tree holds belongs to nothing
        pages.forEach(page -> page.values().forEach(stray::append));
        return new Held(
                files(document), text("headline"), text("summary"), text("body"), text("captions"), stray.toString());
    }

    private String text(String part) {
        return found.getOrDefault(part, new StringBuilder()).toString();
    }

    private static Map<String, byte[]> files(PDDocument document) throws IOException {
        Map<String, byte[]> files = new TreeMap<>();
        PDDocumentNameDictionary names = document.getDocumentCatalog().getNames();
        PDEmbeddedFilesNameTreeNode tree = names == null ? null : names.getEmbeddedFiles();
        Map<String, PDComplexFileSpecification> specifications = tree == null ? null : tree.getNames();
        if (specifications != null) {
            for (Map.Entry<String, PDComplexFileSpecification> entry : specifications.entrySet()) {
                if (entry.getValue().getEmbeddedFile() != null) {
                    files.put(entry.getKey(), entry.getValue().getEmbeddedFile().toByteArray());
                }
            }
        }
        return files;
    }

    /** Goes through the tree in the order in which it is read out. */
    private void walk(COSBase node, String part, int depth) {
        if (depth > DEPTH_MAX) {
            throw new IllegalArgumentException("its structure is nested too deeply.");
        }
        switch (node) {
            case COSArray array -> {
                for (int i = 0; i < array.size(); i++) {
                    COSBase kid = array.getObject(i);
                    if (kid != null) {
                        walk(kid, part, depth);
                    }
                }
            }
            case COSDictionary element when element.containsKey(COSName.MCID) -> content(element, part);
            case COSDictionary element -> {
                COSBase kids = element.getDictionaryObject(COSName.K);
                if (kids != null) {
                    walk(kids, part(element.getNameAsString(COSName.S), part, depth), depth + 1);
                }
            }
            default -> {}
        }
    }

    /** The part to which what is inside of an element belongs. */
    private static String part(String type, String outer, int depth) {
        boolean inBody = outer.equals("body");
        return switch (type) {
            case "Art" -> "body";
            case "Caption" -> "captions";
            case "H1" -> "headline";
            case "Lbl" -> inBody ? "labels" : outer;
            case "P" -> depth == 1 && outer.isEmpty() ? "summary" : outer;
            default -> outer.isEmpty() && depth == 1 ? "around" : outer;
        };
    }

    private void content(COSDictionary reference, String part) {
        Integer page = numbers.get(reference.getCOSDictionary(COSName.PG));
        String words = page == null ? null : pages.get(page).remove(reference.getInt(COSName.MCID));
        if (words != null) {
            found.computeIfAbsent(part, _ -> new StringBuilder()).append(words);
        }
    }
}
