package org.diurna.press;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.diurna.edition.Office;
import org.diurna.house.Language;

/**
 * {@code llms.txt}: what an office has and where its plain texts are, as Markdown for programs that read language. It
 * names nothing that the front page does not; what machines may do with it stands in the terms that it links to.
 */
final class PlainIndex {
    private static final String TYPE = "text/plain; charset=utf-8";

    private final Frames frames;

    PlainIndex(Frames frames) {
        this.frames = frames;
    }

    static String path(Language language) {
        return Paths.home(language) + "llms.txt";
    }

    List<Sheet> print(Order.Home order) {
        Sheet.Printed index = index(order);
        boolean first = order.language().equals(order.office().defaultLanguage());
        return first ? List.of(index, index.at("/llms.txt")) : List.of(index);
    }

    private Sheet.Printed index(Order.Home order) {
        Office office = order.office();
        Language language = order.language();
        Speech speech = frames.speech(office, language);
        String name = office.name(language);
        List<String> lines = new ArrayList<>();
        lines.add("# " + marked(name));
        lines.add("");
        lines.add("> " + marked(speech.say("home.description", "office", name)));
        lines.add("");
        lines.add(marked(speech.say("rights.reserved")) + " " + marked(speech.say("rights.contact")));
        if (!order.latest().isEmpty()) {
            heading(lines, speech.say("home"));
            order.latest().forEach(listed -> lines.add(line(office, speech, listed)));
        }
        heading(lines, speech.say("site"));
        lines.add(link(office, speech.say("archive.title"), Paths.archive(language)));
        lines.add(link(office, speech.say("changes"), Paths.changes(language)));
        lines.add(link(office, speech.say("genuine"), Paths.standing(language, "genuine")));
        lines.add(link(office, speech.say("rights"), Paths.standing(language, "rights")));
        lines.add(link(office, speech.say("feed"), Paths.jsonFeed(language)));
        lines.add(link(office, "API (OpenAPI 3.1)", ReadApi.DESCRIPTION));
        for (Language other : office.languages()) {
            if (!other.equals(language)) {
                lines.add(link(office, Speech.ownName(office, other), path(other)));
            }
        }
        return new Sheet.Printed(
                office.host(),
                path(language),
                TYPE,
                Caching.FEED,
                ListSheets.modified(order.latest(), order.changed()),
                Map.of("X-Robots-Tag", "noindex"),
                (String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8));
    }

    private static void heading(List<String> lines, String heading) {
        lines.add("");
        lines.add("## " + marked(heading));
        lines.add("");
    }

    private String line(Office office, Speech speech, Listed listed) {
        String about = listed.type().label(speech.language()) + ", "
                + speech.day(listed.date()).text() + ". " + listed.summary();
        String text = "/" + listed.language() + "/" + listed.release() + "/release.txt";
        return link(office, listed.headline(), text) + ": " + marked(about.strip());
    }

    private String link(Office office, String text, String path) {
        return "- [" + marked(text) + "](" + frames.address(office, path) + ")";
    }

    /** On one line, and without what Markdown would take for a link. */
    private static String marked(String text) {
        return text.replaceAll("\\s+", " ").replaceAll("([\\\\\\[\\]*_`<])", "\\\\$1");
    }
}
