package org.diurna.gate;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** Decides which of the dates of a page is the day of its release, and what an uncertain one can mean. */
final class DayOfRelease {
    private static final int BEFORE = 14;
    private static final int FOOT = 7;
    private static final Pattern BULLET = Pattern.compile("[•|·/,–-]");
    private static final int BEHIND = 30;

    private final Page page;
    private final List<Judged> lines;
    private final Extent extent;
    private final String language;
    private final List<Found.Report> reports = new ArrayList<>();
    private final FoundDate date;
    private Optional<Found.Time> time = Optional.empty();
    private String place = "";

    DayOfRelease(
            Page page,
            List<Judged> lines,
            Extent extent,
            String language,
            Optional<Datelines.Hit> dateline,
            Fates fates) {
        this.page = page;
        this.lines = lines;
        this.extent = extent;
        this.language = language;
        Optional<Integer> at = line();
        at.ifPresent(i -> {
            fates.read(i);
            time = lines.get(i).date().flatMap(d -> Dates.time(Dates.without(d.line(), d.hit())));
        });
        Optional<DateLine> dated = at.flatMap(this::dateLine);
        place = dated.map(DateLine::place).orElse("");
        if (place.isEmpty()) {
            place = field(fates);
        }
        if (place.isEmpty()) {
            place = at.map(i -> beside(i, fates)).orElse("");
        }
        this.date = dated.map(d -> decided(d.hit(), d.line()))
                .or(() -> dateline.flatMap(Datelines.Hit::date)
                        .map(hit -> decided(hit, lines.get(extent.start()).text())))
                .or(() -> page.dates().stream().findFirst().map(day -> new FoundDate.Certain(day, day.toString())))
                .or(this::inHeadline)
                .orElseGet(this::missing);
        compare();
    }

    /** The line whose date counts: at the head, else at the foot, else published anywhere. */
    private Optional<Integer> line() {
        return nearest(IntStream.range(Math.max(0, extent.headline() - BEFORE), extent.start()))
                .or(() -> IntStream.range(extent.end() + 1, Math.min(lines.size(), extent.end() + FOOT))
                        .filter(i -> counts(i) && !related(i))
                        .boxed()
                        .findFirst())
                .or(() -> IntStream.range(extent.end() + 1, Math.min(lines.size(), extent.end() + BEHIND))
                        .filter(i -> counts(i) && (role(i) == Cues.Role.PUBLISHED || placed(i)) && !related(i))
                        .boxed()
                        .findFirst())
                .or(() -> nearest(IntStream.range(0, extent.headline())
                        .filter(i -> page.dates()
                                .contains(dateLine(i).map(d -> d.hit().day()).orElse(LocalDate.MIN)))));
    }

    private Optional<Integer> nearest(IntStream where) {
        return where.filter(this::counts)
                .boxed()
                .min(Comparator.comparingInt(i -> Math.abs(i - extent.headline())
                        + (role(i) == Cues.Role.PUBLISHED ? -4 : 0)
                        + (lines.get(i).label().isPresent() ? -4 : 0)
                        + (lines.get(i).line().region().foreign() ? 12 : 0)));
    }

    private boolean placed(int at) {
        return dateLine(at).filter(d -> !d.place().isEmpty()).isPresent();
    }

    /** "Place: Port Vell", or the name of the field in one line and the place in the next. */
    private String field(Fates fates) {
        for (int i = Math.max(0, extent.headline() - BEFORE); i < extent.start(); i++) {
            String text = lines.get(i).text();
            int colon = text.indexOf(':');
            String name = colon > 0 ? text.substring(0, colon) : text;
            if (!Cues.placeField(name) || i == extent.headline()) {
                continue;
            }
            String value = colon > 0
                    ? text.substring(colon + 1).strip()
                    : i + 1 < extent.start() ? lines.get(i + 1).text() : "";
            if (Places.possible(value)) {
                fates.read(i);
                if (colon <= 0) {
                    fates.read(i + 1);
                }
                return value;
            }
        }
        return "";
    }

    private boolean related(int at) {
        return IntStream.range(extent.end() + 1, at)
                .anyMatch(i -> lines.get(i)
                        .section()
                        .filter(s -> s.kind() == org.diurna.edition.Block.SectionKind.RELATED)
                        .isPresent());
    }

    private Optional<DateLine> dateLine(int at) {
        Judged line = lines.get(at);
        return line.date()
                .or(() -> line.line().region().foreign() || line.is(Judged.Kind.CHROME)
                        ? DateLine.of(line.line(), language, Labels.at(line.text()))
                        : Optional.empty());
    }

    private boolean counts(int at) {
        Cues.Role role = role(at);
        return dateLine(at).isPresent()
                && at != extent.headline()
                && (role == Cues.Role.PUBLISHED || role == Cues.Role.UNSAID);
    }

    private Cues.Role role(int at) {
        return dateLine(at).map(DateLine::role).orElse(Cues.Role.COPY);
    }

    private Optional<FoundDate> inHeadline() {
        String headline = lines.get(extent.headline()).text();
        return Dates.in(headline, language).stream().findFirst().map(hit -> decided(hit, headline));
    }

    private FoundDate missing() {
        reports.add(new Found.Report(
                Found.Matter.NO_DATE, "The page names no day for this release; an editor must set it."));
        return new FoundDate.NotFound();
    }

    /** A short line beside the date's that can be nothing but the place. */
    private String beside(int at, Fates fates) {
        for (int i : new int[] {at + 1, at + 2, at - 1}) {
            if ((i <= extent.headline() && i != at - 1) || i < 0 || i >= extent.start()) {
                continue;
            }
            Judged line = lines.get(i);
            boolean dotted = line.text().startsWith("•")
                    || (i > at + 1 && BULLET.matcher(lines.get(i - 1).text()).matches());
            boolean listed = i < at && i > 0 && lines.get(i - 1).text().endsWith("•");
            String words = line.text().replaceAll("^[•|·\\s]+", "");
            boolean plain = line.is(Judged.Kind.PLAIN)
                    && line.line().linked() < 0.5
                    && !line.line().item();
            boolean stands =
                    i < at ? i > extent.headline() && !listed && !extent.decks().contains(i) : dotted;
            if (plain && stands && Shape.words(words) <= 4 && Places.possible(words)) {
                fates.read(i);
                return words;
            }
        }
        return "";
    }

    private FoundDate decided(DateHit hit, String line) {
        Optional<DayOfWeek> weekday = Dates.weekday(line);
        if (hit.certain()) {
            if (weekday.isPresent() && weekday.get() != hit.day().getDayOfWeek()) {
                reports.add(new Found.Report(
                        Found.Matter.WEEKDAY_DIFFERS,
                        "The page writes \"" + line + "\", but that day is a "
                                + hit.day()
                                        .getDayOfWeek()
                                        .getDisplayName(java.time.format.TextStyle.FULL, java.util.Locale.ENGLISH)
                                + "."));
            }
            return new FoundDate.Certain(hit.day(), hit.asFound());
        }
        Optional<LocalDate> day =
                weekday.flatMap(w -> only(hit, d -> d.getDayOfWeek() == w)).or(() -> only(hit, page.dates()::contains));
        if (day.isPresent()) {
            return new FoundDate.Certain(day.get(), hit.asFound());
        }
        Optional<Boolean> dayFirst = habit().or(this::convention);
        if (dayFirst.isPresent()) {
            LocalDate chosen =
                    dayFirst.get() ? hit.days().getFirst() : hit.days().getLast();
            reports.add(new Found.Report(
                    Found.Matter.DATE_BY_CONVENTION,
                    "\"" + hit.asFound() + "\" was read as " + chosen
                            + ", as the rest of the page or its language writes dates; " + hit.days()
                            + " were possible."));
            return new FoundDate.Certain(chosen, hit.asFound());
        }
        reports.add(new Found.Report(
                Found.Matter.DATE_AMBIGUOUS,
                "\"" + hit.asFound() + "\" can mean " + hit.days()
                        + " and nothing in the page decides; an editor must choose."));
        return new FoundDate.Ambiguous(hit.days(), hit.asFound());
    }

    private static Optional<LocalDate> only(DateHit hit, java.util.function.Predicate<LocalDate> right) {
        List<LocalDate> fitting = hit.days().stream().filter(right).toList();
        return fitting.size() == 1 ? Optional.of(fitting.getFirst()) : Optional.empty();
    }

    /** How the other dates of the page stand, if they all stand alike. */
    private Optional<Boolean> habit() {
        boolean dayFirst = false;
        boolean monthFirst = false;
        int to = Math.min(lines.size(), extent.end() + BEHIND);
        for (int i = Math.max(0, extent.headline() - BEFORE); i < to; i++) {
            for (DateHit hit : Dates.in(lines.get(i).text(), language)) {
                dayFirst |= hit.form() == DateHit.Form.DAY_FIRST;
                monthFirst |= hit.form() == DateHit.Form.MONTH_FIRST;
            }
        }
        return dayFirst == monthFirst ? Optional.empty() : Optional.of(dayFirst);
    }

    /** Only English is written with both orders; a page that names its country says which. */
    private Optional<Boolean> convention() {
        if (!language.startsWith("en") && !language.equals("und")) {
            return Optional.of(true);
        }
        return switch (page.language()) {
            case "en-US", "en-PH" -> Optional.of(false);
            case "en-GB", "en-AU", "en-NZ", "en-IE", "en-IN", "en-MT", "en-KE", "en-NG", "en-PK" -> Optional.of(true);
            default -> Optional.empty();
        };
    }

    private void compare() {
        if (date instanceof FoundDate.Certain certain
                && !page.dates().isEmpty()
                && !page.dates().contains(certain.day())) {
            reports.add(new Found.Report(
                    Found.Matter.DATES_DIFFER,
                    "The page shows " + certain.day() + " but its hidden data says "
                            + page.dates().getFirst() + "; the shown day was taken."));
        }
    }

    FoundDate date() {
        return date;
    }

    Optional<Found.Time> time() {
        return time;
    }

    String place() {
        return place;
    }

    List<Found.Report> reports() {
        return reports;
    }
}
