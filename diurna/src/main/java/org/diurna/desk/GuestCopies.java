package org.diurna.desk;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.diurna.edition.BodyHtml;
import org.diurna.edition.Draft;
import org.diurna.edition.Event;
import org.diurna.edition.Plate;
import org.diurna.edition.Release;
import org.diurna.edition.Releases;
import org.diurna.edition.Revision;
import org.diurna.edition.Standing;
import org.diurna.edition.Wording;
import org.diurna.guest.Guest;
import org.diurna.guest.Marks;
import org.diurna.house.Language;

/** The text that a guest sees, marked for that guest alone. */
final class GuestCopies {
    private final Releases releases;
    private final Studio studio;

    GuestCopies(Releases releases, Studio studio) {
        this.releases = releases;
        this.studio = studio;
    }

    /** The words that the guest was given, without pictures that were taken back from the public since. */
    Wording wording(Guest guest) {
        Wording left = given(guest);
        for (String picture : releases.plates().recalled(left.pictures()).keySet()) {
            left = left.without(picture);
        }
        return left;
    }

    private Wording given(Guest guest) {
        return releases.revisions()
                .find(guest.release(), guest.language(), guest.revision())
                .map(Revision::wording)
                .orElseThrow();
    }

    /**
     * The article as HTML.
     *
     * @param root below which its pictures lie
     */
    String marked(Guest guest, Release release, String root) {
        return Marks.mark(html(guest, wording(guest), release, root), guest.mark());
    }

    /** Reads from a copy that was found who had it. */
    Marks.Reading whose(String copy, Release release, List<Guest> guests) {
        Map<Integer, List<Guest>> revisions = guests.stream().collect(Collectors.groupingBy(Guest::revision));
        Marks.Reading best = new Marks.Reading.OtherText();
        for (List<Guest> same : revisions.values()) {
            // a copy that was made before a picture was taken back names it still
            Guest first = same.getFirst();
            Map<String, String> keys = same.stream().collect(Collectors.toMap(Guest::id, Guest::mark));
            Marks.Reading reading = Marks.read(copy, html(first, given(first), release, "/"), keys);
            best = better(best, reading);
        }
        return best;
    }

    private static Marks.Reading better(Marks.Reading one, Marks.Reading other) {
        return rank(other) > rank(one) ? other : one;
    }

    private static double rank(Marks.Reading reading) {
        return switch (reading) {
            case Marks.Reading.OtherText _ -> 0;
            case Marks.Reading.NoMark _ -> 1;
            case Marks.Reading.Marked(var matches) ->
                2 + (matches.isEmpty() ? 0 : 1 - matches.getFirst().chance());
        };
    }

    private String html(Guest guest, Wording wording, Release release, String root) {
        Draft draft = new Draft(
                guest.release(),
                guest.language(),
                Standing.ORIGINAL,
                guest.revision(),
                wording,
                Instant.EPOCH,
                "",
                "",
                List.of());
        List<Plate> plates = PreviewPlates.of(studio, release.office(), draft, root);
        StringBuilder out = new StringBuilder();
        out.append("<h1>").append(escape(wording.headline())).append("</h1>\n");
        wording.decks()
                .forEach(deck ->
                        out.append("<p class=\"deck\">").append(escape(deck)).append("</p>\n"));
        plates.stream()
                .filter(plate -> plate.place().equals(Plate.BANNER))
                .findFirst()
                .ifPresent(plate -> banner(plate, out));
        out.append(dateline(wording, guest.language()));
        wording.events().forEach(event -> out.append(event(event, guest.language())));
        out.append(BodyHtml.of(guest.language(), wording.body(), plates));
        return out.toString();
    }

    private static void banner(Plate plate, StringBuilder out) {
        Plate.Print print = plate.prints().getFirst();
        out.append("<figure class=\"banner\"><img src=\"")
                .append(escape(print.path()))
                .append("\" width=\"")
                .append(print.width())
                .append("\" height=\"")
                .append(print.height())
                .append("\" alt=\"")
                .append(escape(plate.alt()))
                .append("\"><figcaption>")
                .append(escape(plate.caption()))
                .append(" <small>")
                .append(escape(plate.credit()))
                .append("</small></figcaption></figure>\n");
    }

    private static String dateline(Wording wording, Language language) {
        String date = wording.date().map(day -> Names.day(day, language)).orElse("");
        String place = wording.place();
        return place.isEmpty() && date.isEmpty()
                ? ""
                : "<p class=\"place\">" + escape(place + (place.isEmpty() || date.isEmpty() ? "" : ", ") + date)
                        + "</p>\n";
    }

    /** What takes place, when, where and how journalists get in, each in a line. */
    private static String event(Event event, Language language) {
        String until = event.end().isEmpty() ? "" : " – " + Names.planned(event.ends(), event.zone(), language);
        return "<p class=\"event\">"
                + Stream.of(
                                event.what(),
                                Names.planned(event.starts(), event.zone(), language) + until,
                                event.place(),
                                event.accreditation())
                        .filter(line -> !line.isBlank())
                        .map(GuestCopies::escape)
                        .collect(Collectors.joining("<br>"))
                + "</p>\n";
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
