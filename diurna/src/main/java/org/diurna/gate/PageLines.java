package org.diurna.gate;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.parser.Parser;
import org.jsoup.select.NodeFilter;
import org.jsoup.select.NodeTraversor;

/** An HTML page as lines, one for each block that a reader sees as one. Walks without recursion, so depth does no harm. */
final class PageLines implements NodeFilter {
    private static final Set<String> SKIPPED = Set.of(
            "script",
            "style",
            "template",
            "svg",
            "iframe",
            "head",
            "object",
            "canvas",
            "audio",
            "video",
            "math",
            "datalist");
    private static final Set<String> BLOCKS =
            Set.of("option", "button", "select", "summary", "legend", "label", "input", "textarea");
    private static final Set<String> NO_BLOCKS = Set.of("ins", "del");
    private static final double FIGURE_PROSE_MAX = 0.2;
    private static final int ALT_MIN = 5;

    /** What the elements around the present place make of it. */
    private record Around(
            boolean foreign,
            boolean hidden,
            int heading,
            boolean item,
            boolean numbered,
            boolean quote,
            boolean caption,
            int list,
            int depth) {
        private static final Around NOTHING = new Around(false, false, 0, false, false, false, false, 0, 0);
    }

    private final Regions regions;
    private final Deque<Around> around = new ArrayDeque<>();
    private final List<Line> lines = new ArrayList<>();
    private final List<Element> owners = new ArrayList<>();
    private final List<Line.Picture> waiting = new ArrayList<>();
    private final Run run = new Run();
    private Element owner;
    private boolean glued;
    private int lists;
    private int spacers;

    private PageLines(Element body, Regions regions) {
        this.owner = body;
        this.regions = regions;
        around.push(Around.NOTHING);
    }

    static Page read(Decoded.Text file) {
        Document document = Parser.htmlParser().parseInput(file.text(), "");
        Element body = document.body();
        PageLines page = new PageLines(body, Regions.of(body));
        NodeTraversor.filter(page, body);
        page.flush(body);
        PageHints hints = new PageHints(document);
        List<Line> placed = Container.place(page.lines, page.owners);
        return new Page(
                placed,
                true,
                PageHints.language(document),
                hints.titles(),
                hints.dates(),
                page.spacers,
                file.reports());
    }

    @Override
    public FilterResult head(Node node, int depth) {
        if (node instanceof TextNode text) {
            Element parent = text.parent();
            run.add(text, parent == null ? owner : parent);
            return FilterResult.CONTINUE;
        }
        if (!(node instanceof Element element) || lines.size() >= Gate.LINES_MAX) {
            return FilterResult.SKIP_ENTIRELY;
        }
        if (SKIPPED.contains(element.normalName())) {
            return FilterResult.SKIP_ENTIRELY;
        }
        if (element.nameIs("br")) {
            brk();
            return FilterResult.CONTINUE;
        }
        if (element.nameIs("img")) {
            picture(element, element.attr("alt"), "");
            return FilterResult.CONTINUE;
        }
        if (block(element)) {
            flush(element);
            if (taken(element)) {
                return FilterResult.SKIP_ENTIRELY;
            }
            around.push(entered(element));
        }
        return FilterResult.CONTINUE;
    }

    @Override
    public FilterResult tail(Node node, int depth) {
        if (node instanceof Element element && block(element) && !SKIPPED.contains(element.normalName())) {
            if (element.nameIs("dt") && run.length() > 0 && run.length() < 40) {
                run.say(": ", element);
            } else {
                flush(element);
            }
            if (around.size() > 1) {
                around.pop();
            }
            owner = element.parent() == null ? element : element.parent();
        }
        return FilterResult.CONTINUE;
    }

    private static boolean block(Element element) {
        return (element.isBlock() || BLOCKS.contains(element.normalName()))
                && !NO_BLOCKS.contains(element.normalName());
    }

    private Around entered(Element element) {
        Around outer = around.getFirst();
        String name = element.normalName();
        boolean heading = name.length() == 2 && name.charAt(0) == 'h' && Character.isDigit(name.charAt(1));
        boolean list = name.equals("ul") || name.equals("ol");
        return new Around(
                outer.foreign || regions.foreign(element),
                outer.hidden || regions.hidden(element) || name.equals("noscript") || name.equals("option"),
                heading ? name.charAt(1) - '0' : outer.heading,
                name.equals("li") || (outer.item && !name.equals("td")),
                list ? name.equals("ol") : outer.numbered,
                name.equals("blockquote") || outer.quote,
                name.equals("figcaption") || name.equals("caption") || outer.caption || regions.captionLike(element),
                list ? ++lists : outer.list,
                list ? outer.depth + 1 : outer.depth);
    }

    /** Figures and tables of figures are one line each. */
    private boolean taken(Element element) {
        owner = element;
        if (element.nameIs("figure")
                && regions.share(element) < FIGURE_PROSE_MAX
                && element.selectFirst("table, blockquote, h1, h2") == null) {
            Element image = element.selectFirst("img");
            String text = TextLines.tidy(element.text());
            if (image == null && text.isEmpty()) {
                return true;
            }
            if (image != null) {
                picture(image, image.attr("alt"), text);
                pictures(element);
                return true;
            }
        }
        if (element.nameIs("table")) {
            Optional<Line.Grid> grid = Grids.of(element);
            grid.ifPresent(
                    g -> emit(Line.Form.TABLE, TextLines.tidy(element.text()), List.of(), Optional.of(g), element, 0));
            return grid.isPresent();
        }
        return false;
    }

    private void picture(Element image, String alt, String caption) {
        String words = TextLines.tidy(alt);
        if (words.length() < ALT_MIN && caption.isEmpty()) {
            return;
        }
        String source = image.hasAttr("src") ? image.attr("src") : image.attr("data-src");
        String credit = Captions.credit(caption);
        waiting.add(new Line.Picture(
                source.startsWith("data:") ? "" : source, words, Captions.without(caption, credit), credit));
    }

    private void pictures(Element element) {
        for (Line.Picture picture : waiting) {
            String text = TextLines.tidy(picture.caption() + " " + picture.credit());
            emit(Line.Form.PICTURE, text, List.of(), Optional.of(picture), element, 0);
        }
        waiting.clear();
    }

    private void brk() {
        if (run.length() > 0) {
            Element at = owner;
            close(at);
            glued = true;
        } else {
            glued = false;
        }
    }

    private void flush(Element next) {
        close(owner);
        pictures(owner);
        glued = false;
        owner = next;
    }

    private void close(Element at) {
        String text = TextLines.tidy(run.text());
        if (!text.isEmpty()) {
            Around here = around.getFirst();
            Line.Form form = here.heading > 0
                    ? Line.Form.HEADING
                    : here.caption
                            ? Line.Form.CAPTION
                            : here.quote
                                    ? Line.Form.QUOTE
                                    : here.item
                                            ? here.numbered ? Line.Form.NUMBERED_ITEM : Line.Form.ITEM
                                            : Line.Form.TEXT;
            emit(form, text, run.inlines(), Optional.empty(), at, run.linked());
        } else if (run.length() > 0) {
            spacers++;
        }
        run.clear();
    }

    private void emit(
            Line.Form form,
            String text,
            List<org.diurna.edition.Inline> inlines,
            Optional<Line.Extra> extra,
            Element at,
            double linked) {
        Around here = around.getFirst();
        Line.Region region = here.hidden ? Line.Region.HIDDEN : here.foreign ? Line.Region.CHROME : Line.Region.OPEN;
        int level = form == Line.Form.HEADING ? here.heading : here.depth;
        lines.add(new Line(
                lines.size(),
                text,
                form,
                level,
                !glued,
                linked,
                region,
                run.strong(),
                glued,
                inlines,
                extra,
                here.item ? here.list : 0));
        owners.add(at);
        glued = false;
    }
}
