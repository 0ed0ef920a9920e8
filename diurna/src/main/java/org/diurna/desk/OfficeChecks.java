package org.diurna.desk;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.diurna.edition.Office;
import org.diurna.house.Letter;

/** What stands against an office that is an office by its form. */
final class OfficeChecks {
    /** Of the public pages, as their style sheet has them. */
    private static final String LIGHT_GROUND = "#fdfcf9";

    private static final String DARK_GROUND = "#151412";

    /** WCAG 2.2, 1.4.3: for text of usual size. */
    private static final double CONTRAST_MIN = 4.5;

    private OfficeChecks() {}

    static List<Objection> of(Office office, Set<String> takenHosts) {
        List<Objection> objections = new ArrayList<>();
        takenHosts.stream()
                .sorted()
                .forEach(host -> objections.add(new Objection("hosts", "", "office-host-taken", Map.of("host", host))));
        if (contrast(office.brand().ink(), LIGHT_GROUND) < CONTRAST_MIN) {
            objections.add(Objection.to("ink", "office-ink-pale"));
        }
        if (contrast(office.brand().inkDark(), DARK_GROUND) < CONTRAST_MIN) {
            objections.add(Objection.to("inkDark", "office-ink-dark"));
        }
        office.contacts().stream()
                .map(Office.Contact::mail)
                .filter(mail -> !mail.isEmpty() && !Letter.isAddress(mail))
                .forEach(mail ->
                        objections.add(new Objection("contact", "", "office-mail-wrong", Map.of("mail", mail))));
        if (office.closed().isPresent()
                && office.opened()
                        .filter(day -> day.isAfter(office.closed().get()))
                        .isPresent()) {
            objections.add(Objection.to("closed", "office-closed-early"));
        }
        return objections;
    }

    /** Contrast of two colours {@code #rrggbb}, 1 to 21, as WCAG 2.2 defines it. */
    static double contrast(String one, String other) {
        double a = luminance(one);
        double b = luminance(other);
        return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    }

    private static double luminance(String colour) {
        return 0.2126 * linear(colour, 1) + 0.7152 * linear(colour, 3) + 0.0722 * linear(colour, 5);
    }

    private static double linear(String colour, int at) {
        double share = Integer.parseInt(colour, at, at + 2, 16) / 255.0;
        return share <= 0.04045 ? share / 12.92 : Math.pow((share + 0.055) / 1.055, 2.4);
    }
}
