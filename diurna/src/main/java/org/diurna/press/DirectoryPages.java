package org.diurna.press;

import java.util.ArrayList;
import java.util.List;
import org.diurna.edition.Office;
import org.diurna.house.Language;

/** Whom to ask, which offices there are and what machines can follow: three standing pages. */
final class DirectoryPages {
    private final Frames frames;

    DirectoryPages(Frames frames) {
        this.frames = frames;
    }

    /** The contacts themselves stand below every standing page. */
    List<TextPage.Part> contacts(Office office, Speech speech) {
        Language language = speech.language();
        return List.of(new TextPage.Part(
                "",
                List.of(speech.say("contacts.text", "office", office.name(language))),
                List.of(),
                List.of(
                        Link.to(ContactCards.path(language), speech.say("contacts.card")),
                        Link.to(Paths.standing(language, "offices"), speech.say("offices")))));
    }

    /** Every office with its city, its address and those who answer there. */
    List<TextPage.Part> offices(Speech speech) {
        Language language = speech.language();
        List<TextPage.Part> parts = new ArrayList<>();
        parts.add(TextPage.Part.of("", speech.say("about.hosts")));
        for (Office office : frames.site().offices()) {
            List<String> text = new ArrayList<>();
            String place = office.places().getOrDefault(language, "");
            if (!place.isEmpty()) {
                text.add(place);
            }
            office.closed()
                    .ifPresent(day -> text.add(
                            speech.say("notice.closed", "day", speech.day(day).text())));
            List<Link> links = new ArrayList<>();
            links.add(Link.to(frames.site().origin(office.host()) + "/", office.host()));
            for (Office.Contact contact : office.contacts()) {
                if (!contact.mail().isEmpty()) {
                    links.add(Link.to("mailto:" + contact.mail(), contact.mail()));
                }
            }
            parts.add(new TextPage.Part(office.name(language), text, List.of(), links));
        }
        return parts;
    }

    /** In every language of the office, this one first. */
    List<TextPage.Part> feeds(Office office, Speech speech) {
        Language language = speech.language();
        List<TextPage.Part> parts = new ArrayList<>();
        parts.add(new TextPage.Part("", List.of(speech.say("feeds.text")), List.of(), feeds(language, speech)));
        List<Link> others = office.languages().stream()
                .filter(other -> !other.equals(language))
                .map(other -> new Link(Paths.standing(other, "feeds"), Speech.ownName(office, other), other))
                .toList();
        if (!others.isEmpty()) {
            parts.add(new TextPage.Part(speech.say("languages"), List.of(), List.of(), others));
        }
        parts.add(new TextPage.Part(
                speech.say("feeds.programs"),
                List.of(speech.say("feeds.programs.text")),
                List.of(),
                List.of(
                        Link.to(ReadApi.DESCRIPTION, "API (OpenAPI 3.1)"),
                        Link.to(PlainIndex.path(language), "llms.txt"),
                        Link.to(Paths.MAP, "Sitemap"))));
        return parts;
    }

    private static List<Link> feeds(Language language, Speech speech) {
        return List.of(
                Link.to(Paths.feed(language), speech.say("home") + " (Atom)"),
                Link.to(Paths.rss(language), speech.say("home") + " (RSS)"),
                Link.to(Paths.jsonFeed(language), speech.say("home") + " (JSON Feed)"),
                Link.to(Paths.changeFeed(language), speech.say("changes") + " (Atom)"),
                Link.to(Calendars.path(language), speech.say("events.calendar")));
    }
}
