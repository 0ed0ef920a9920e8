package org.diurna.press;

/** Makes the links of an edition's HTML absolute, for readers that do not know where it came from. */
final class Absolute {
    private static final String LINK = "href=\"";

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
        return tag.replace(LINK + "#", LINK + page + "#").replace(LINK + "/", LINK + origin + "/");
    }
}
