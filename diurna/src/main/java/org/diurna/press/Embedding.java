package org.diurna.press;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.diurna.edition.Plate;
import tools.jackson.databind.json.JsonMapper;

/**
 * How other sites show a release within their own pages: an oEmbed 1.0 answer of type {@code rich}, found from the page by
 * its discovery link. What they get is a quotation with a link: no script, no frame, nothing that follows their readers.
 */
final class Embedding {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** For how many seconds others may keep it: a correction shall reach them within the hour. */
    private static final int CACHE_AGE_SECONDS = 3_600;

    private static final int WIDTH = 640;
    private static final int HEIGHT = 240;

    private final Frames frames;

    Embedding(Frames frames) {
        this.frames = frames;
    }

    static String path(PublicVersion version) {
        return version.root() + "/oembed.json";
    }

    Sheet print(PublicVersion version, ReleasePage page, String description, Instant modified) {
        Map<String, Object> answer = new LinkedHashMap<>();
        String address = frames.address(version.office(), version.path());
        String office = page.frame().home().text();
        answer.put("version", "1.0");
        answer.put("type", "rich");
        answer.put("title", page.headline());
        answer.put("author_name", office);
        answer.put("author_url", frames.address(version.office(), Paths.home(version.language())));
        answer.put("provider_name", frames.organisation(version.language()));
        answer.put("provider_url", frames.address(version.office(), "/"));
        answer.put("cache_age", CACHE_AGE_SECONDS);
        Editions.shown(version).banner().ifPresent(plate -> thumbnail(answer, version, plate));
        answer.put("width", WIDTH);
        answer.put("height", HEIGHT);
        answer.put("html", html(version, page, address, description));
        return new Sheet.Printed(
                version.office().host(),
                path(version),
                "application/json",
                Caching.PAGE,
                Optional.of(modified),
                Map.of("Access-Control-Allow-Origin", "*", "X-Robots-Tag", "noindex"),
                (JSON.writeValueAsString(answer) + "\n").getBytes(StandardCharsets.UTF_8));
    }

    private void thumbnail(Map<String, Object> answer, PublicVersion version, Plate plate) {
        Plate.Print file = Media.main(plate);
        answer.put("thumbnail_url", frames.address(version.office(), file.path()));
        answer.put("thumbnail_width", file.width());
        answer.put("thumbnail_height", file.height());
    }

    /** What a withdrawal or correction says stands before the headline, as on the page. */
    private static String html(PublicVersion version, ReleasePage page, String address, String description) {
        StringBuilder html = new StringBuilder("<blockquote cite=\"").append(escaped(address));
        html.append("\" lang=\"").append(version.language().tag()).append("\" dir=\"");
        html.append(version.language().direction()).append("\">");
        for (ReleasePage.Notice notice : page.notices()) {
            html.append("<p><strong>").append(escaped(notice.title())).append("</strong></p>");
        }
        html.append("<p><a href=\"").append(escaped(address)).append("\">");
        html.append(escaped(page.headline())).append("</a></p>");
        html.append("<p>").append(escaped(description)).append("</p><footer>");
        html.append(escaped(page.frame().home().text())).append(", <time datetime=\"");
        html.append(page.day().machine())
                .append("\">")
                .append(escaped(page.day().text()));
        return html.append("</time></footer></blockquote>").toString();
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
