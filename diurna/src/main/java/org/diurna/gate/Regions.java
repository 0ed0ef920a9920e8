package org.diurna.gate;

import java.util.IdentityHashMap;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeTraversor;
import org.jsoup.select.NodeVisitor;

/** Which parts of a page belong to the site: told by elements, roles and class names, never against the bulk of the prose. */
final class Regions {
    /** What holds this share of the page's prose is no menu, whatever its class says. */
    private static final double PROSE_SHARE = 0.35;

    private static final int LONG_TEXT = 80;
    private static final Set<String> FOREIGN =
            Set.of("nav", "aside", "footer", "dialog", "menu", "form", "button", "select", "fieldset");
    private static final Set<String> ROLES = Set.of(
            "navigation",
            "banner",
            "contentinfo",
            "search",
            "complementary",
            "dialog",
            "alertdialog",
            "menu",
            "toolbar",
            "menubar");
    private static final Set<String> SITE_WORDS = Set.of(
            "nav",
            "navi",
            "navigation",
            "navbar",
            "menu",
            "submenu",
            "breadcrumb",
            "breadcrumbs",
            "breadcrump",
            "crumb",
            "footer",
            "sidebar",
            "share",
            "sharing",
            "shares",
            "social",
            "socialmedia",
            "cookie",
            "cookies",
            "consent",
            "gdpr",
            "pagination",
            "pager",
            "comments",
            "newsletter",
            "skip",
            "skiplink",
            "skiplinks",
            "search",
            "suche",
            "login",
            "popup",
            "modal",
            "overlay",
            "advert",
            "ads",
            "promo",
            "addthis",
            "addtoany",
            "offcanvas",
            "megamenu",
            "toolbar",
            "bookmark",
            "languages",
            "langswitch",
            "rechtespalte",
            "marginalspalte",
            "paging",
            "klaro",
            "usercentrics",
            "hamburger");
    private static final Set<String> LINK_WORDS = Set.of(
            "teaser",
            "teasers",
            "related",
            "recommended",
            "cards",
            "tags",
            "latest",
            "more",
            "links",
            "widget",
            "list",
            "carousel",
            "slider");
    private static final Set<String> UNSEEN_WORDS =
            Set.of("hidden", "aural", "visuallyhidden", "sronly", "invisible", "unsichtbar", "hide", "readspeaker");
    private static final Pattern UNSEEN =
            Pattern.compile("(?i)(visually-?hidden|screen-?reader|sr-only|element-invisible|elementor-screen-only)");
    private static final Pattern WORDS = Pattern.compile("[^A-Za-z]+|(?<=[a-z])(?=[A-Z])");
    private static final Pattern NO_DISPLAY = Pattern.compile("(?i)(display\\s*:\\s*none|visibility\\s*:\\s*hidden)");

    /** Characters below an element: prose outside links, everything, links. */
    private static final class Sums {
        private int prose;
        private int all;
        private int linked;
        private boolean headline;
    }

    private final IdentityHashMap<Element, Sums> sums = new IdentityHashMap<>();
    private final int prose;

    private Regions(int prose) {
        this.prose = prose;
    }

    static Regions of(Element root) {
        IdentityHashMap<Element, Sums> sums = new IdentityHashMap<>();
        NodeTraversor.traverse(new Adding(sums), root);
        Sums whole = sums.getOrDefault(root, new Sums());
        Regions regions = new Regions(whole.prose);
        regions.sums.putAll(sums);
        return regions;
    }

    /** Adds up from the leaves; iterative, so depth does not matter. */
    private record Adding(IdentityHashMap<Element, Sums> sums) implements NodeVisitor {
        @Override
        public void head(Node node, int depth) {
            Element parent = node instanceof TextNode inner ? inner.parent() : null;
            if (node instanceof TextNode text && parent != null) {
                int length = text.text().strip().length();
                Sums sum = sums.computeIfAbsent(parent, _ -> new Sums());
                boolean link = parent.nameIs("a");
                sum.all += length;
                sum.linked += link ? length : 0;
                boolean running = parent.nameIs("p")
                        || length >= LONG_TEXT
                        || (parent.parent() != null && parent.parent().nameIs("p"));
                boolean unseen = parent.nameIs("script") || parent.nameIs("style") || parent.nameIs("option");
                sum.prose += running && !link && !unseen && length > 20 ? length : 0;
            }
        }

        @Override
        public void tail(Node node, int depth) {
            if (node instanceof Element element && element.parent() != null) {
                Sums own = sums.computeIfAbsent(element, _ -> new Sums());
                Sums above = sums.computeIfAbsent(element.parent(), _ -> new Sums());
                own.headline |= element.nameIs("h1");
                above.prose += own.prose;
                above.all += own.all;
                above.linked += element.nameIs("a") ? own.all : own.linked;
                above.headline |= own.headline;
            }
        }
    }

    /** Share of the page's prose that an element holds. */
    double share(Element element) {
        Sums sum = sums.get(element);
        return sum == null || prose == 0 ? 0 : sum.prose / (double) prose;
    }

    boolean hidden(Element element) {
        boolean unseen = element.hasAttr("hidden")
                || element.attr("aria-hidden").equals("true")
                || NO_DISPLAY.matcher(element.attr("style")).find()
                || UNSEEN.matcher(element.className()).find()
                || words(element, UNSEEN_WORDS);
        return unseen && share(element) < PROSE_SHARE;
    }

    boolean foreign(Element element) {
        if (element.nameIs("body") || element.nameIs("html") || element.nameIs("main") || element.nameIs("h1")) {
            return false;
        }
        Sums sum = sums.get(element);
        if (sum == null || share(element) >= PROSE_SHARE) {
            return false;
        }
        boolean header = element.nameIs("header") && !sum.headline && element.closest("article, main") == null;
        boolean bySite = FOREIGN.contains(element.normalName())
                || ROLES.contains(element.attr("role"))
                || header
                || words(element, SITE_WORDS);
        if (bySite) {
            return !sum.headline || sum.linked > sum.all / 2;
        }
        return words(element, LINK_WORDS) && sum.linked > sum.all * 0.3 && !sum.headline;
    }

    boolean captionLike(Element element) {
        return words(
                        element,
                        Set.of(
                                "caption",
                                "copyright",
                                "credit",
                                "bildunterschrift",
                                "bu",
                                "legend",
                                "figcaption",
                                "photographer"))
                && share(element) < PROSE_SHARE;
    }

    private static boolean words(Element element, Set<String> wanted) {
        String names = element.className() + " " + element.id();
        if (names.length() < 2 || names.length() > 500) {
            return false;
        }
        for (String word : WORDS.split(names, -1)) {
            if (wanted.contains(word.toLowerCase(Locale.ROOT))) {
                return true;
            }
        }
        return false;
    }
}
