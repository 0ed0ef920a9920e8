package org.diurna.gate;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.diurna.house.Language;

/** Reads one page: lines, what each is, the text among them, the headline above it, and what belongs to neither. */
final class Reading {
    private static final int PROSE_MIN = 40;
    private static final int OPENING = 250;
    private static final Set<String> RELATIVES =
            Set.of("hr", "bs", "sr-Latn", "sl", "mk", "bg", "sr-Cyrl", "no", "da", "nn", "sv", "id", "ms", "cs", "sk");
    private static final int LANGUAGE_SAMPLE = 6_000;

    private final Decoded.Text file;
    private final String fileName;
    private final String digest;

    Reading(Decoded.Text file, String fileName, String digest) {
        this.file = file;
        this.fileName = fileName;
        this.digest = digest;
    }

    Outcome outcome() {
        Page page = file.html() ? PageLines.read(file) : TextLines.read(file);
        if (page.lines().size() >= Gate.LINES_MAX) {
            return new Outcome.TooLarge(fileName + " has more than " + Gate.LINES_MAX
                    + " lines, which no release has. Save only the page of the release.");
        }
        String first = Tongues.of(sample(page.lines()), page.language()).orElse("");
        List<Judged> lines = Judge.all(page, first);
        List<Segments.Range> ranges = Segments.of(lines).stream()
                .sorted(Comparator.comparingDouble(Segments.Range::score).reversed())
                .toList();
        if (ranges.isEmpty() || ranges.getFirst().score() < PROSE_MIN) {
            return new Outcome.NoRelease(
                    fileName
                            + " holds no running text, so no release was found in it. Open the release itself and save that page.");
        }
        Segments.Range range = ranges.getFirst();
        List<String> several = Releases.in(lines, range);
        if (several.size() > 1) {
            return new Outcome.Several(
                    several,
                    fileName + " holds " + several.size()
                            + " releases, each with its own label, date and text. Save each of them as a page of its own.");
        }
        Optional<Integer> headline = new Headlines(page, lines).choose(range);
        if (headline.isEmpty()) {
            return new Outcome.NoRelease(
                    fileName
                            + " holds text but no line that can be its headline. Save the page of the release itself, or add the headline as its first line.");
        }
        return new Outcome.Read(found(page, lines, range, headline.get()), digest);
    }

    private Found found(Page page, List<Judged> lines, Segments.Range range, int headline) {
        Fates fates = new Fates(page, lines);
        Extent extent = Extent.of(lines, range, headline);
        String tag = language(text(lines, extent), page.language());
        Head head = new Head(page, lines, extent, tag, fates);
        Blockmaker maker = new Blockmaker(lines, fates, tag);
        BodyParts parts = new BodyParts(lines, extent, maker, fates, head);
        Language language = Language.of(tag);
        List<Found.Report> reports = new ArrayList<>(page.reports());
        reports.addAll(head.reports());
        reports.addAll(parts.reports());
        return fates.found(head, parts, language, reports);
    }

    /** Of the first paragraphs where they differ from the rest: a second version often stands below the first. */
    private static String language(String text, String declared) {
        String whole = Tongues.of(text, declared).orElse("und");
        String first = text.length() > 2 * OPENING
                ? Tongues.of(text.substring(0, OPENING), declared).orElse(whole)
                : whole;
        return RELATIVES.contains(first) && RELATIVES.contains(whole) ? whole : first;
    }

    private static String text(List<Judged> lines, Extent extent) {
        StringBuilder text = new StringBuilder();
        for (int i = extent.start(); i <= extent.end() && text.length() < LANGUAGE_SAMPLE * 2; i++) {
            if (!lines.get(i).line().region().foreign()) {
                text.append(lines.get(i).text()).append('\n');
            }
        }
        return text.toString();
    }

    /** The longest lines say best what language a page is in. */
    private static String sample(List<Line> lines) {
        StringBuilder text = new StringBuilder();
        lines.stream()
                .filter(line -> !line.region().foreign() && line.text().length() > 40)
                .sorted(Comparator.comparingInt((Line line) -> -line.text().length()))
                .limit(12)
                .forEach(line -> text.append(line.text()).append('\n'));
        if (text.isEmpty()) {
            lines.stream().limit(200).forEach(line -> text.append(line.text()).append('\n'));
        }
        return text.substring(0, Math.min(text.length(), LANGUAGE_SAMPLE));
    }
}
