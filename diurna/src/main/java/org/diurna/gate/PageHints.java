package org.diurna.gate;

import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.diurna.house.Language;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the head of a page says: titles, machine-readable dates, language. */
final class PageHints {
    private static final int JSON_NODES_MAX = 5_000;
    private static final int JSON_MAX_CHARACTERS = 300_000;
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Pattern DATE_NAME = Pattern.compile(
            "(?i)(article:published_time|(dc|dcterms)\\.(date|issued|created)(\\.issued|\\.created)?|date|publication[_-]?date|datepublished|publishdate|pubdate|publish[_-]date|sailthru\\.date)");

    private final List<String> titles = new ArrayList<>();
    private final List<LocalDate> dates = new ArrayList<>();

    PageHints(Document page) {
        for (Element meta : page.select("meta[content]")) {
            String name = meta.hasAttr("property")
                    ? meta.attr("property")
                    : meta.hasAttr("name") ? meta.attr("name") : meta.attr("itemprop");
            if (name.equals("og:title") || name.equals("twitter:title") || name.equalsIgnoreCase("dc.title")) {
                titles.add(TextLines.tidy(meta.attr("content")));
            } else if (DATE_NAME.matcher(name).matches()) {
                Dates.iso(meta.attr("content")).ifPresent(dates::add);
            }
        }
        for (Element time : page.select("time[itemprop=datePublished][datetime], [itemprop=datePublished][content]")) {
            Dates.iso(time.hasAttr("datetime") ? time.attr("datetime") : time.attr("content"))
                    .ifPresent(dates::add);
        }
        titles.add(TextLines.tidy(page.title()));
        page.select("script[type=application/ld+json]").forEach(script -> linked(script.data()));
    }

    private void linked(String data) {
        if (data.length() > JSON_MAX_CHARACTERS) {
            return;
        }
        Optional<JsonNode> root = parse(data);
        Deque<JsonNode> open = new ArrayDeque<>();
        root.ifPresent(open::push);
        for (int seen = 0; !open.isEmpty() && seen < JSON_NODES_MAX; seen++) {
            JsonNode node = open.pop();
            if (node.isObject()) {
                String headline = node.path("headline").asString("");
                if (!headline.isBlank()) {
                    titles.add(TextLines.tidy(headline));
                    Dates.iso(node.path("datePublished").asString("")).ifPresent(dates::add);
                }
            }
            node.values().forEach(open::push);
        }
    }

    private static Optional<JsonNode> parse(String data) {
        try {
            return Optional.of(JSON.readTree(data));
        } catch (JacksonException e) {
            // broken JSON-LD is common and only evidence
            return Optional.empty();
        }
    }

    List<String> titles() {
        return titles.stream().filter(title -> !title.isEmpty()).distinct().toList();
    }

    List<LocalDate> dates() {
        return dates.stream().distinct().toList();
    }

    static String language(Document page) {
        Element html = page.selectFirst("html");
        String declared = html == null ? "" : html.hasAttr("lang") ? html.attr("lang") : html.attr("xml:lang");
        return usable(declared.strip().replace('_', '-'));
    }

    /** Pages declare what they like: only what names a language counts. */
    private static String usable(String tag) {
        int dash = tag.indexOf('-') < 0 ? tag.length() : tag.indexOf('-');
        String spelled = tag.substring(0, dash).toLowerCase(Locale.ROOT) + tag.substring(dash);
        try {
            return Language.of(spelled).tag().isEmpty() ? "" : spelled;
        } catch (IllegalArgumentException e) {
            return "";
        }
    }
}
