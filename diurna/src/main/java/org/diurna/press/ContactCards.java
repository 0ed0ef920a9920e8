package org.diurna.press;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.diurna.edition.Office;
import org.diurna.house.Language;

/** The press contacts of an office for address books: vCard 4.0 (RFC 6350), the office itself first. */
final class ContactCards {
    private static final String TYPE = "text/vcard; charset=utf-8";

    private final Frames frames;

    ContactCards(Frames frames) {
        this.frames = frames;
    }

    static String path(Language language) {
        return Paths.home(language) + "contacts.vcf";
    }

    List<Sheet> print(Office office) {
        return office.languages().stream()
                .map(language -> print(office, language))
                .toList();
    }

    private Sheet print(Office office, Language language) {
        ContentLines lines = new ContentLines();
        begin(lines, office, language, "org", frames.tag(office.code()));
        lines.text("FN", office.name(language)).line("ORG:" + organisation(office, language));
        Optional.ofNullable(office.places().get(language))
                .ifPresent(place -> lines.line("ADR:;;;" + ContentLines.escaped(place) + ";;;"));
        lines.line("URL:" + frames.address(office, Paths.home(language)));
        lines.line("END:VCARD");
        int number = 0;
        for (Office.Contact contact : office.contacts()) {
            number++;
            contact(lines, office, language, contact, number);
        }
        return new Sheet.Printed(
                office.host(), path(language), TYPE, Caching.FEED, Optional.empty(), Map.of(), lines.bytes());
    }

    private void contact(ContentLines lines, Office office, Language language, Office.Contact contact, int number) {
        String role = contact.role().getOrDefault(language, contact.role().getOrDefault(office.defaultLanguage(), ""));
        begin(
                lines,
                office,
                language,
                contact.name().isEmpty() ? "org" : "individual",
                frames.tag(office.code() + "/contacts/" + number));
        String name = contact.name().isEmpty() ? role : contact.name();
        lines.text("FN", name.isEmpty() ? office.name(language) : name);
        lines.line("ORG:" + organisation(office, language));
        lines.text("ROLE", role);
        if (!contact.mail().isEmpty()) {
            lines.line("EMAIL;TYPE=work:" + contact.mail());
        }
        if (!contact.phone().isEmpty()) {
            lines.line("TEL;TYPE=work;VALUE=uri:tel:" + contact.phone().replaceAll("[^+0-9]", ""));
        }
        lines.line("URL:" + frames.address(office, Paths.standing(language, "contacts")));
        lines.line("END:VCARD");
    }

    private static void begin(ContentLines lines, Office office, Language language, String kind, String uid) {
        lines.line("BEGIN:VCARD").line("VERSION:4.0").line("PRODID:-//Diurna//Press//EN");
        lines.line("KIND:" + kind).line("UID:" + uid).line("LANG:" + language.tag());
        lines.line("TZ:" + office.zone().getId());
    }

    /** The organisation, and the office as a unit of it. */
    private String organisation(Office office, Language language) {
        String organisation = frames.organisation(language);
        String name = office.name(language);
        return organisation.equals(name)
                ? ContentLines.escaped(name)
                : ContentLines.escaped(organisation) + ";" + ContentLines.escaped(name);
    }
}
