package org.diurna.press;

import java.nio.charset.StandardCharsets;
import java.time.YearMonth;
import org.diurna.edition.ReleaseId;
import org.diurna.edition.ReleaseType;
import org.diurna.house.Language;

/** The addresses of an office's host, as absolute paths. The only place where they are put together. */
final class Paths {
    static final String ROBOTS = "/robots.txt";
    static final String SECURITY = "/.well-known/security.txt";
    static final String MINING = "/.well-known/tdmrep.json";
    static final String MINING_POLICY = "/.well-known/tdm-policy.json";
    static final String LEDGER_POLICY = "/.well-known/diurna/policy";
    static final String TRUST = "/trust.txt";
    static final String TRUST_KNOWN = "/.well-known/trust.txt";
    static final String MAP = "/sitemap.xml";
    static final String NEWS_MAP = "/sitemap-news.xml";

    /** The key that receipts of licences are signed with; served by the counter. */
    static final String COUNTER_KEY = "/-/counter-key";

    /** Where anybody checks a text; moves to the default language. */
    static final String VERIFY = "/verify";

    private static final String KEPT = "-._~/!$&'()*+,;=:@";

    private Paths() {}

    static String home(Language language) {
        return "/" + language + "/";
    }

    static String archive(Language language) {
        return home(language) + "archive/";
    }

    /** The newest page of a month. */
    static String month(Language language, YearMonth month) {
        return archive(language) + month + "/";
    }

    static String month(Language language, YearMonth month, int page) {
        return month(language, month) + page + "/";
    }

    /** The newest page of a type. */
    static String type(Language language, ReleaseType type) {
        return home(language) + "types/" + type.code() + "/";
    }

    static String type(Language language, ReleaseType type, int page) {
        return type(language, type) + page + "/";
    }

    static String feed(Language language) {
        return home(language) + "feed.atom";
    }

    static String rss(Language language) {
        return home(language) + "feed.rss";
    }

    static String jsonFeed(Language language) {
        return home(language) + "feed.json";
    }

    /** An archive document of the feed. */
    static String feed(Language language, int number) {
        return home(language) + "feed/" + number + ".atom";
    }

    static String map(YearMonth month) {
        return "/sitemaps/" + month + ".xml";
    }

    /** The media kit of a release, of all its languages. */
    static String mediaKit(ReleaseId release) {
        return "/media-kit/" + release + ".zip";
    }

    /** Where anybody checks a text, in one language. */
    static String verify(Language language) {
        return home(language) + "verify";
    }

    /** The newest page of the list of changes. */
    static String changes(Language language) {
        return home(language) + "changes/";
    }

    static String changes(Language language, int page) {
        return changes(language) + page + "/";
    }

    static String changeFeed(Language language) {
        return home(language) + "changes.atom";
    }

    /** A standing page of the office: about, genuine, rights, privacy, accessibility. */
    static String standing(Language language, String name) {
        return home(language) + name;
    }

    /** Where somebody asks to use what a release shows: a form at the counter. */
    static String licence(ReleaseId release, Language language) {
        return "/-/licence?release=" + release + "&lang=" + language;
    }

    /** The page that the stand answers an error with, in the office's default language. */
    static String error(int status) {
        return "/-/" + status;
    }

    static String error(Language language, int status) {
        return home(language) + "-/" + status;
    }

    /**
     * A path as it stands in addresses: what RFC 3986 section 3.3 does not allow in a path is percent-encoded, what is
     * encoded already stays as it is.
     */
    static String encoded(String path) {
        StringBuilder encoded = new StringBuilder(path.length());
        for (byte octet : path.getBytes(StandardCharsets.UTF_8)) {
            char c = (char) (octet & 0xff);
            boolean letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
            if (letter || c == '%' || KEPT.indexOf(c) >= 0) {
                encoded.append(c);
            } else {
                encoded.append('%').append("0123456789ABCDEF".charAt(c >> 4)).append("0123456789ABCDEF".charAt(c & 15));
            }
        }
        return encoded.toString();
    }
}
