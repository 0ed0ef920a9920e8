package org.diurna.gate;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Finds type label and reference number around a headline. */
final class Marks {
    private static final int BEFORE = 14;
    private static final int BEHIND = 14;

    private final List<Judged> lines;
    private final Extent extent;
    private final Fates fates;

    Marks(List<Judged> lines, Extent extent, Fates fates) {
        this.lines = lines;
        this.extent = extent;
        this.fates = fates;
    }

    private IntStream head() {
        return IntStream.range(Math.max(0, extent.headline() - BEFORE), extent.start())
                .filter(i -> i != extent.headline());
    }

    private IntStream tail() {
        return IntStream.range(
                Math.min(lines.size(), extent.end() + 1), Math.min(lines.size(), extent.end() + 1 + BEHIND));
    }

    Optional<Found.Label> label() {
        return ownLine()
                .or(() -> lineOf(tail(), i -> fieldLabel(lines.get(i).text())))
                .or(() -> lineOf(
                        head().filter(i -> extent.decks().contains(i)),
                        i -> starting(lines.get(i).text())))
                .or(() -> starting(lines.get(extent.headline()).text()))
                .or(() -> lineOf(
                        tail(),
                        i -> lines.get(i)
                                .label()
                                .filter(l -> lines.get(i).is(Judged.Kind.LABEL)
                                        || lines.get(i).is(Judged.Kind.NUMBER))
                                .map(Labels.Hit::label)))
                .or(this::anywhere);
    }

    /** A line of its own, or the beginning of a line with date or number: the nearest to the headline. */
    private Optional<Found.Label> ownLine() {
        Optional<Integer> best = head().filter(i -> lines.get(i).label().isPresent()
                        && (lines.get(i).is(Judged.Kind.LABEL)
                                || lines.get(i).is(Judged.Kind.DATE)
                                || lines.get(i).is(Judged.Kind.NUMBER)))
                .filter(i -> !lines.get(i).line().item() && lines.get(i).line().linked() < 0.9)
                .boxed()
                .min(Comparator.comparingInt(i -> Math.abs(i - extent.headline()) + (i < extent.headline() ? 0 : 1)));
        if (best.isEmpty()) {
            return lineOf(head(), i -> fieldLabel(lines.get(i).text()));
        }
        fates.read(best.get());
        return lines.get(best.get()).label().map(Labels.Hit::label);
    }

    private interface Finder {
        Optional<Found.Label> at(int line);
    }

    private Optional<Found.Label> lineOf(IntStream where, Finder finder) {
        return where.boxed().map(finder::at).flatMap(Optional::stream).findFirst();
    }

    /** "Category: Press releases". */
    private static Optional<Found.Label> fieldLabel(String text) {
        int colon = text.lastIndexOf(':');
        if (colon < 0 || text.length() > 160) {
            return Optional.empty();
        }
        String value = text.substring(colon + 1).strip();
        return Labels.whole(value) ? Labels.at(value).map(Labels.Hit::label) : Optional.empty();
    }

    private static Optional<Found.Label> starting(String text) {
        return Labels.at(text).map(Labels.Hit::label);
    }

    /** Breadcrumbs, categories, names of attached files: better than nothing. */
    private Optional<Found.Label> anywhere() {
        return IntStream.range(0, lines.size())
                .boxed()
                .filter(i -> Fold.weight(lines.get(i).text()) < 120)
                .map(i -> Labels.at(lines.get(i).text())
                        .map(Labels.Hit::label)
                        .map(l -> new Near(l, Math.abs(i - extent.end()))))
                .flatMap(Optional::stream)
                .min(Comparator.comparingInt(Near::distance))
                .map(Near::label)
                .or(this::crumb);
    }

    private record Near(Found.Label label, int distance) {}

    private Optional<Found.Label> crumb() {
        return lines.stream()
                .filter(line -> line.is(Judged.Kind.CHROME) && line.text().length() < 300)
                .flatMap(line -> java.util.Arrays.stream(line.text().split("\\s*[>»›|/→]\\s*", -1)))
                .filter(part -> part.length() > 2 && Labels.whole(part))
                .findFirst()
                .flatMap(part -> Labels.at(part).map(Labels.Hit::label));
    }

    Optional<Found.Reference> number(Optional<Datelines.Hit> dateline) {
        Optional<Integer> best = head().filter(i -> lines.get(i).number().isPresent()
                        && !lines.get(i).line().region().foreign())
                .filter(i ->
                        !lines.get(i).is(Judged.Kind.PROSE) && !lines.get(i).is(Judged.Kind.CONTACT))
                .boxed()
                .min(Comparator.comparingInt(i ->
                        Math.abs(i - extent.headline()) - (lines.get(i).label().isPresent() ? 3 : 0)));
        if (best.isPresent()) {
            fates.read(best.get());
            return lines.get(best.get()).number().map(Numbers.Hit::number);
        }
        String headline = lines.get(extent.headline()).text();
        return Numbers.in(headline, Labels.at(headline).map(Labels.Hit::end).orElse(0))
                .filter(hit -> hit.strong()
                        || hit.start() <= 8
                        || hit.printed().matches(".*\\p{Nd}.*[-/].*|.*[-/].*\\p{Nd}.*"))
                .map(Numbers.Hit::number)
                .or(() -> dateline.flatMap(Datelines.Hit::number).map(Numbers.Hit::number))
                .or(this::behind);
    }

    private Optional<Found.Reference> behind() {
        Optional<Integer> found = tail().filter(i ->
                        numberAt(i).isPresent() && !lines.get(i).line().region().foreign())
                .filter(i ->
                        !lines.get(i).is(Judged.Kind.CONTACT) && !lines.get(i).is(Judged.Kind.PROSE))
                .filter(i -> lines.get(i).label().isPresent()
                        || lines.get(i).is(Judged.Kind.NUMBER)
                        || lines.get(i).text().contains(":"))
                .boxed()
                .findFirst();
        found.ifPresent(fates::read);
        return found.flatMap(this::numberAt).map(Numbers.Hit::number);
    }

    /** Also in lines that were taken for the site's, such as a line of ids and counters. */
    private Optional<Numbers.Hit> numberAt(int at) {
        Judged line = lines.get(at);
        return line.is(Judged.Kind.CHROME) && line.text().length() < 120 ? Numbers.in(line.text(), 0) : line.number();
    }
}
