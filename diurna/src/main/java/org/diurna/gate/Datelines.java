package org.diurna.gate;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Takes the dateline off the first paragraph: place, date, wire and the dash behind them. */
final class Datelines {
    private static final int HEAD_MAX = 130;
    private static final Pattern DASH = Pattern.compile("\\s*--+\\s*|\\s+[–—―-]\\s*|\\s*[–—―]\\s+|\\s*:\\s+");
    private static final Pattern WIRE = Pattern.compile("\\(([^()]{2,40})\\)|/([\\p{Lu} .]{3,30})/");
    private static final Pattern WIRE_AHEAD = Pattern.compile("^\\s*[(（/][^()（）/]{2,30}[)）/]\\s*(--+|[–—-])?\\s*");
    private static final Pattern BRACKET =
            Pattern.compile("^[(\\[（]([^()（）\\[\\]]{2,60})[)\\]）]\\s*(--+|[–—-]|:)?\\s*");
    private static final Pattern FULL_STOP = Pattern.compile("^\\s*(г\\.|р\\.)?\\s*[.:,]\\s+(?=\\S)");
    private static final Pattern REGION =
            Pattern.compile("^([^.,/|]{2,40}(?:[,/|]\\s?[^.,/|]{2,40}){1,3})\\.\\s+(?=\\p{Lu})");

    /**
     * What stood before the text.
     *
     * @param end where the text itself begins in the line
     */
    record Hit(String place, Optional<DateHit> date, Optional<Numbers.Hit> number, int end) {}

    private Datelines() {}

    static Optional<Hit> at(String text, String language) {
        String head = text.substring(0, Math.min(text.length(), HEAD_MAX));
        List<DateHit> dates = Dates.in(head, language);
        return bracketed(text, dates)
                .or(() -> dashed(text, head, dates))
                .or(() -> stopped(text, dates))
                .or(() -> region(text));
    }

    private static Optional<Hit> bracketed(String text, List<DateHit> dates) {
        Matcher bracket = BRACKET.matcher(text);
        if (!bracket.find()) {
            return Optional.empty();
        }
        Optional<DateHit> date =
                dates.stream().filter(d -> d.end() <= bracket.end(1)).findFirst();
        String inner = bracket.group(1);
        String place = date.map(d -> inner.substring(0, Math.max(0, d.start() - bracket.start(1))))
                .orElse(inner);
        String trimmed = clean(place);
        boolean marked = date.isPresent()
                || bracket.group(2) != null
                || (Shape.words(inner) <= 3 && begins(text.substring(bracket.end())));
        return marked && Places.possible(trimmed) && bracket.end() < text.length()
                ? Optional.of(new Hit(trimmed, date, Optional.empty(), bracket.end()))
                : Optional.empty();
    }

    private static Optional<Hit> dashed(String text, String head, List<DateHit> dates) {
        Matcher dash = DASH.matcher(head);
        while (dash.find()) {
            int from = dash.start();
            boolean inDate = dates.stream().anyMatch(d -> d.start() < from && from < d.end());
            if (from == 0 || inDate) {
                continue;
            }
            String before = text.substring(0, from);
            Optional<DateHit> date = dates.stream().filter(d -> d.end() <= from).findFirst();
            boolean colon = dash.group().contains(":");
            boolean wired = WIRE.matcher(before).find();
            int end = ahead(text, dash.end());
            boolean more = end > dash.end();
            String rest = text.substring(end);
            String place = place(before, date);
            boolean sure = date.isPresent() || wired || more;
            boolean plausible = Places.possible(place)
                    && (sure
                            || (!colon
                                    && (Places.capitals(place)
                                            || Shape.words(place) <= 3
                                            || place.matches(".*[,/|].*"))))
                    && (!colon || date.isPresent())
                    && begins(rest);
            return plausible ? Optional.of(new Hit(place, date, Optional.empty(), end)) : Optional.empty();
        }
        return Optional.empty();
    }

    private static boolean begins(String rest) {
        if (rest.isBlank()) {
            return false;
        }
        int first = rest.codePointAt(0);
        return !Character.isLowerCase(first);
    }

    private static int ahead(String text, int from) {
        Matcher wire = WIRE_AHEAD.matcher(text.substring(from));
        return wire.find() && wire.group(1) != null ? from + wire.end() : from;
    }

    private static String place(String before, Optional<DateHit> date) {
        String place = date.map(d -> before.substring(0, d.start())).orElse(before);
        return clean(WIRE.matcher(place).replaceAll(" "));
    }

    private static String clean(String place) {
        return Places.trim(place.replaceAll("^[\\s(\\[]+|[\\s,;:.)\\]/|–—-]+$", ""))
                .replaceAll("[\\s,;:/|–—-]+$", "");
    }

    /** "Hamburg, 2 November 2021. Five winners …": no dash, but place and date are all there is before the stop. */
    private static Optional<Hit> stopped(String text, List<DateHit> dates) {
        if (dates.isEmpty() || dates.getFirst().start() > 60) {
            return Optional.empty();
        }
        DateHit date = dates.getFirst();
        String place = clean(text.substring(0, date.start()));
        Matcher stop = FULL_STOP.matcher(text.substring(date.end()));
        boolean comma = text.substring(0, date.start()).contains(",");
        if (!stop.find() || !comma || !Places.possible(place)) {
            return Optional.empty();
        }
        String rest = text.substring(date.end() + stop.end());
        return begins(rest)
                ? Optional.of(new Hit(place, Optional.of(date), Optional.empty(), date.end() + stop.end()))
                : Optional.empty();
    }

    /** "Steinfeld, Upper Lomara/Port Vell. The company …": two places or a place with its region. */
    private static Optional<Hit> region(String text) {
        Matcher region = REGION.matcher(text);
        if (!region.find() || !Places.possible(region.group(1))) {
            return Optional.empty();
        }
        boolean names =
                java.util.Arrays.stream(region.group(1).split("[,/|]", -1)).allMatch(part -> Shape.words(part) <= 4);
        return names
                ? Optional.of(new Hit(region.group(1), Optional.empty(), Optional.empty(), region.end()))
                : Optional.empty();
    }
}
