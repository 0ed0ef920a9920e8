package org.diurna.gate;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** What stands at the head of a release: label, date, headline, decks, number, place. */
final class Head {
    private static final Pattern AFTER_LABEL = Pattern.compile("^\\s*[:|–—-]\\s*(?=\\S{2})");

    private final List<Judged> lines;
    private final Extent extent;
    private final DayOfRelease day;
    private final Marks marks;
    private final String headline;
    private final List<String> decks = new ArrayList<>();
    private final Optional<Found.Label> label;
    private final Optional<Found.Reference> number;
    private final Optional<Datelines.Hit> dateline;

    Head(Page page, List<Judged> lines, Extent extent, String language, Fates fates) {
        this.lines = lines;
        this.extent = extent;
        this.dateline = Datelines.at(lines.get(extent.start()).text(), language)
                .filter(hit -> lines.get(extent.start()).is(Judged.Kind.PROSE));
        this.marks = new Marks(lines, extent, fates);
        fates.use(extent.headline());
        String whole = lines.get(extent.headline()).text();
        this.headline = headline(whole);
        fates.cut(whole.substring(0, whole.length() - headline.length()), Found.Reason.METADATA);
        String opening = lines.get(extent.start()).text();
        fates.cut(opening.substring(0, dateline.map(Datelines.Hit::end).orElse(0)), Found.Reason.METADATA);
        this.day = new DayOfRelease(page, lines, extent, language, dateline, fates);
        for (int i : extent.decks()) {
            if (fates.used(i)) {
                continue;
            }
            fates.use(i);
            String deck = lines.get(i).text();
            decks.add(deck);
        }
        this.label = glued().or(marks::label);
        this.number = marks.number(dateline);
    }

    /** The headline without a label and an issuer that are glued to it. */
    private static String headline(String line) {
        Optional<Labels.Hit> label = Labels.at(line);
        if (label.isEmpty()) {
            return line;
        }
        String rest = line.substring(label.get().end());
        var separated = AFTER_LABEL.matcher(rest);
        if (separated.find()) {
            return rest.substring(separated.end()).strip();
        }
        int colon = rest.indexOf(':');
        boolean issuer = colon > 3 && colon < 130 && rest.length() - colon > 15 && issued(rest.substring(0, colon));
        return issuer ? rest.substring(colon + 1).strip() : line;
    }

    /** "of the Ministry …", "der Direktion …": a small word first, and no quotation mark. */
    private static boolean issued(String words) {
        String first = words.strip().split("\\s+", -1)[0];
        return !first.isEmpty()
                && first.length() <= 6
                && Character.isLowerCase(first.codePointAt(0))
                && words.indexOf('"') < 0;
    }

    private Optional<Found.Label> glued() {
        String line = lines.get(extent.headline()).text();
        return line.equals(headline) ? Optional.empty() : Labels.at(line).map(Labels.Hit::label);
    }

    String headline() {
        return headline.isBlank() ? lines.get(extent.headline()).text() : headline;
    }

    List<String> decks() {
        return decks;
    }

    Optional<Found.Label> label() {
        return label;
    }

    Optional<Found.Reference> number() {
        return number;
    }

    FoundDate date() {
        return day.date();
    }

    Optional<Found.Time> time() {
        return day.time();
    }

    String place() {
        return dateline.map(Datelines.Hit::place)
                .filter(place -> !place.isEmpty())
                .orElseGet(day::place);
    }

    Optional<Datelines.Hit> dateline() {
        return dateline;
    }

    List<Found.Report> reports() {
        return day.reports();
    }

    /** The day as far as it is certain. */
    Optional<LocalDate> certain() {
        return day.date() instanceof FoundDate.Certain certain ? Optional.of(certain.day()) : Optional.empty();
    }
}
