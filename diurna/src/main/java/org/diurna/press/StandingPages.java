package org.diurna.press;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.diurna.edition.Office;
import org.diurna.house.Language;

/** Pages of an office that depend on no release, in each of its languages. */
final class StandingPages {
    /** In the order of the foot. */
    static final List<String> NAMES =
            List.of("about", "contacts", "offices", "feeds", "genuine", "rights", "privacy", "accessibility");

    private static final String HTML = "text/html; charset=utf-8";
    private static final List<Integer> ERRORS = List.of(404, 410, 503);

    private final Frames frames;
    private final Printer printer;
    private final DirectoryPages directory;

    StandingPages(Frames frames, Printer printer) {
        this.frames = frames;
        this.printer = printer;
        this.directory = new DirectoryPages(frames);
    }

    List<Sheet> print(Office office) {
        List<Sheet> sheets = new ArrayList<>();
        for (Language language : office.languages()) {
            Speech speech = frames.speech(office, language);
            sheets.add(new Sheet.Moved(office.host(), "/" + language, Paths.home(language), 301));
            sheets.add(standing(office, speech, "about", about(office, speech)));
            sheets.add(standing(office, speech, "contacts", directory.contacts(office, speech)));
            sheets.add(standing(office, speech, "offices", directory.offices(speech)));
            sheets.add(standing(office, speech, "feeds", directory.feeds(office, speech)));
            sheets.add(standing(office, speech, "genuine", genuine(office, speech)));
            sheets.add(standing(office, speech, "rights", rights(office, speech)));
            sheets.add(standing(office, speech, "privacy", privacy(speech)));
            sheets.add(standing(office, speech, "accessibility", texts(speech, "accessibility", 4)));
            for (int status : ERRORS) {
                sheets.add(error(office, speech, status, Paths.error(language, status)));
            }
        }
        Speech first = frames.speech(office, office.defaultLanguage());
        for (int status : ERRORS) {
            sheets.add(error(office, first, status, Paths.error(status)));
        }
        return sheets;
    }

    private Sheet standing(Office office, Speech speech, String name, List<TextPage.Part> parts) {
        String title = speech.say(name);
        Subject subject = Subject.plain(
                title,
                parts.getFirst().paragraphs().getFirst(),
                Paths.standing(speech.language(), name),
                Frames.everywhere(office, language -> Paths.standing(language, name)));
        TextPage page = new TextPage(frames.frame(office, speech, subject), "", title, parts, List.of());
        return sheet(office, Paths.standing(speech.language(), name), Map.of(), page);
    }

    private List<TextPage.Part> about(Office office, Speech speech) {
        Language language = speech.language();
        String organisation = frames.organisation(language);
        List<Link> others = frames.site().offices().stream()
                .map(other ->
                        Link.to(frames.site().origin(other.host()) + "/", other.name(language) + " · " + other.host()))
                .toList();
        String place = office.places().getOrDefault(language, "");
        List<String> text = new ArrayList<>();
        text.add(speech.words()
                .say("about.text", Map.of("office", office.name(language), "organisation", organisation)));
        if (!place.isEmpty()) {
            text.add(speech.say("about.place", "place", place));
        }
        office.closed()
                .ifPresent(day -> text.add(
                        speech.say("notice.closed", "day", speech.day(day).text())));
        return List.of(
                new TextPage.Part("", text, List.of(), List.of()),
                new TextPage.Part(speech.say("about.offices"), List.of(speech.say("about.hosts")), List.of(), others),
                new TextPage.Part(
                        speech.say("feed"),
                        List.of(),
                        List.of(),
                        List.of(
                                Link.to(Paths.feed(language), "Atom"),
                                Link.to(Paths.rss(language), "RSS"),
                                Link.to(Paths.jsonFeed(language), "JSON Feed"))));
    }

    private List<TextPage.Part> genuine(Office office, Speech speech) {
        String example = frames.address(office, Paths.home(speech.language())) + "…";
        List<TextPage.Part> parts = new ArrayList<>(texts(speech, "genuine", 3));
        parts.add(new TextPage.Part(
                speech.say("genuine.4.title"),
                List.of(speech.say("genuine.4.text")),
                List.of(
                        "diurna verify " + example,
                        "sha256sum edition.json",
                        "curl -O " + frames.address(office, Paths.LEDGER_POLICY)),
                List.of()));
        parts.add(TextPage.Part.of(speech.say("genuine.5.title"), speech.say("genuine.5.text")));
        TextPage.Part first = parts.getFirst();
        Link check = Link.to(Paths.verify(speech.language()), speech.say("verify"));
        parts.set(0, new TextPage.Part("", first.paragraphs(), List.of(), List.of(check)));
        return parts;
    }

    private List<TextPage.Part> rights(Office office, Speech speech) {
        Language language = speech.language();
        List<TextPage.Part> parts = new ArrayList<>();
        parts.add(TextPage.Part.of(
                "",
                speech.say("rights.reserved") + " "
                        + speech.say("rights.1.text", "organisation", frames.organisation(language))));
        parts.add(TextPage.Part.of(speech.say("rights.2.title"), speech.say("rights.2.text")));
        List<Link> mails = office.contacts().stream()
                .map(Office.Contact::mail)
                .filter(mail -> !mail.isEmpty())
                .map(mail -> Link.to("mailto:" + mail, mail))
                .toList();
        parts.add(new TextPage.Part(
                speech.say("rights.contact"), List.of(speech.say("rights.3.text")), List.of(), mails));
        parts.add(new TextPage.Part(
                speech.say("rights.4.title"),
                List.of(speech.say("rights.4.text")),
                List.of(),
                List.of(Link.to(Paths.MINING_POLICY, frames.address(office, Paths.MINING_POLICY)))));
        parts.add(new TextPage.Part(
                speech.say("rights.5.title"),
                List.of(speech.say("rights.5.text")),
                List.of(),
                List.of(Link.to(Paths.COUNTER_KEY, frames.address(office, Paths.COUNTER_KEY)))));
        return parts;
    }

    private static List<TextPage.Part> privacy(Speech speech) {
        List<TextPage.Part> parts = texts(speech, "privacy", 4);
        TextPage.Part rule = parts.get(1);
        List<String> paragraphs = new ArrayList<>(rule.paragraphs());
        paragraphs.add(speech.say("privacy.2.more", "page", speech.say("verify")));
        parts.set(
                1,
                new TextPage.Part(
                        rule.title(),
                        paragraphs,
                        List.of(),
                        List.of(Link.to(Paths.verify(speech.language()), speech.say("verify")))));
        return parts;
    }

    /** Numbered paragraphs with titles; the first has none. */
    private static List<TextPage.Part> texts(Speech speech, String name, int count) {
        List<TextPage.Part> parts = new ArrayList<>();
        for (int i = 1; i <= count; i++) {
            String title = i == 1 ? "" : speech.say(name + "." + i + ".title");
            parts.add(TextPage.Part.of(title, speech.say(name + "." + i + ".text")));
        }
        return parts;
    }

    /** What stands where something was that is published no more; in the office's first language. */
    Sheet gone(Office office, String path) {
        Speech speech = frames.speech(office, office.defaultLanguage());
        return new Sheet.Gone(office.host(), path, ((Sheet.Printed) error(office, speech, 410, path)).bytes());
    }

    /** The page for a status, by itself. */
    byte[] error(Office office, Language language, int status) {
        Speech speech = frames.speech(office, language);
        return ((Sheet.Printed) error(office, speech, status, Paths.error(language, status))).bytes();
    }

    private Sheet error(Office office, Speech speech, int status, String path) {
        String title = speech.say("error." + status + ".title");
        String text = speech.say("error." + status + ".text");
        Frame frame = frames.frame(office, speech, Subject.hidden(title, text, List.of()));
        TextPage page =
                new TextPage(frame, speech.number(status), title, List.of(TextPage.Part.of("", text)), help(speech));
        return sheet(office, path, Map.of("X-Robots-Tag", "noindex"), page);
    }

    /** Where a reader can go from a page that leads nowhere. */
    static List<Link> help(Speech speech) {
        Language language = speech.language();
        return List.of(
                Link.to(Paths.home(language), speech.say("home")),
                Link.to(Paths.archive(language), speech.say("archive.title")),
                Link.to(Paths.standing(language, "about"), speech.say("about")));
    }

    private Sheet sheet(Office office, String path, Map<String, String> headers, TextPage page) {
        return new Sheet.Printed(
                office.host(), path, HTML, Caching.PAGE, Optional.empty(), headers, printer.print("text", page));
    }
}
