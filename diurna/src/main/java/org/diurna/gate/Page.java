package org.diurna.gate;

import java.time.LocalDate;
import java.util.List;

/**
 * A page as lines, with what it says of itself.
 *
 * @param html     whether the page had markup; without it repetition and empty lines are the only structure
 * @param language declared, or empty
 * @param titles   from the title element, Open Graph and JSON-LD; may carry the site's name
 * @param dates    machine-readable ones; evidence, not truth
 * @param spacers  lines that held nothing but spaces
 */
record Page(
        List<Line> lines,
        boolean html,
        String language,
        List<String> titles,
        List<LocalDate> dates,
        int spacers,
        List<Found.Report> reports) {
    Page {
        lines = List.copyOf(lines);
        titles = List.copyOf(titles);
        dates = List.copyOf(dates);
        reports = List.copyOf(reports);
    }
}
