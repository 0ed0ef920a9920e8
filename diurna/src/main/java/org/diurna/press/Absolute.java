package org.diurna.press;

/** Makes the links of an edition's HTML absolute, for readers that do not know where it came from. */
final class Absolute {
    private static final String LINK = "href=\"";
    private static final String FILE = "src=\"";
    private static final String FILES = "srcset=\"";

    private Absolute() {}

    /** Paths are completed with the origin, fragments with the page. */
    static String links(String html, String origin, String page) {
        StringBuilder absolute = new StringBuilder(html.length() + 200);
        int at = 0;
        while (at < html.length()) {
            int tag = html.indexOf('<', at);
            if (tag < 0) {
                return absolute.append(html, at, html.length()).toString();
            }
            int end = html.indexOf('>', tag);
            end = end < 0 ? html.length() : end + 1;
            absolute.append(html, at, tag).append(link(html.substring(tag, end), origin, page));
            at = end;
        }
        return absolute.toString();
    }

    private static String link(String tag, String origin, String page) {
        if (tag.startsWith("<img") || tag.startsWith("<source")) {
            return files(tag.replace(FILE + "/", FILE + origin + "/"), origin);
        }
        return tag.replace(LINK + "#", LINK + page + "#").replace(LINK + "/", LINK + origin + "/");
    }

    /** Each of the files that a picture offers; their addresses hold no comma and no quotation mark. */
    private static String files(String tag, String origin) {
        int start = tag.indexOf(FILES);
        if (start < 0) {
            return tag;
        }
        int from = start + FILES.length();
        int to = tag.indexOf('"', from);
        String absolute = tag.substring(from, to).replace(", /", ", " + origin + "/");
        return tag.substring(0, from) + (absolute.startsWith("/") ? origin : "") + absolute + tag.substring(to);
    }
}
