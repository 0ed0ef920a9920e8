package org.diurna.gate;

import java.util.Optional;
import java.util.regex.Pattern;

/** Lines that belong to a site: told by their words in many languages, and by arrows, bars and brackets. */
final class Chrome {
    private static final int BEGINS_MAX = 70;
    private static final int HOLDS_MAX = 330;
    private static final Phrases<Found.Reason> PHRASES = new Phrases<>();
    private static final Phrases<Found.Reason> PATHS = new Phrases<>();
    private static final Pattern ARROWS = Pattern.compile("^\\s*[<«‹←◄].{2,80}[>»›→►]\\s*$");
    private static final Pattern BRACKETS =
            Pattern.compile("^\\s*\\[\\s?[^\\]]{1,40}\\s?\\](\\s*\\[\\s?[^\\]]{1,40}\\s?\\])*\\s*$");
    private static final Pattern CRUMBS = Pattern.compile("\\S\\s*(?:>|»|›|→)\\s*\\S");
    private static final Pattern BARS = Pattern.compile("^[^|]{1,40}(\\|[^|]{1,40}){2,}$");
    private static final Pattern LETTERS_ONLY = Pattern.compile("^[^\\p{L}\\p{N}]+$");
    private static final Pattern FONT = Pattern.compile("^[•\\s]*[aA]\\s?[+-]*(\\s*[aA]\\s?[+-]*)*$");

    static {
        Resource.each("chrome.tsv", (reason, words) -> {
            Found.Reason why = reason(reason);
            (reason.equals("PATH") ? PATHS : PHRASES).addAll(words, why);
        });
    }

    private Chrome() {}

    private static Found.Reason reason(String name) {
        return switch (name) {
            case "SHARE" -> Found.Reason.SHARE_TOOLS;
            case "PRINT", "TOOLS" -> Found.Reason.PRINT_TOOLS;
            case "RIGHTS" -> Found.Reason.RIGHTS_LINE;
            case "PRIVACY" -> Found.Reason.PRIVACY_LINE;
            case "COOKIES" -> Found.Reason.COOKIE_TEXT;
            case "TOC" -> Found.Reason.TABLE_OF_CONTENTS;
            default -> Found.Reason.NAVIGATION;
        };
    }

    /**
     * Why a line belongs to the site.
     *
     * @param sure false where only its beginning is like one
     */
    record Hit(Found.Reason reason, boolean sure) {}

    static Optional<Hit> at(Line line, String folded) {
        String text = line.text();
        if (text.length() > 2 * HOLDS_MAX) {
            return Optional.empty();
        }
        if (LETTERS_ONLY.matcher(text).matches()) {
            return Optional.of(new Hit(Found.Reason.NAVIGATION, true));
        }
        if (FONT.matcher(text).matches()
                || ARROWS.matcher(text).matches()
                || (BRACKETS.matcher(text).matches() && text.length() < 120)) {
            return Optional.of(new Hit(Found.Reason.NAVIGATION, true));
        }
        int weight = Fold.weight(text);
        if (weight <= HOLDS_MAX && PATHS.find(folded).isPresent()) {
            return Optional.of(new Hit(Found.Reason.NAVIGATION, true));
        }
        Optional<Phrases.Hit<Found.Reason>> hit = weight > HOLDS_MAX ? Optional.empty() : PHRASES.find(folded);
        boolean headline = line.form() == Line.Form.HEADING && line.level() <= 2;
        if (hit.isPresent()) {
            boolean sure = switch (hit.get().way()) {
                case WHOLE -> true;
                case BEGINS -> weight <= BEGINS_MAX && !headline;
                case HOLDS -> true;
            };
            if (sure) {
                return Optional.of(new Hit(hit.get().value(), hit.get().way() != Phrases.Way.BEGINS));
            }
        }
        boolean crumbs = CRUMBS.matcher(text).find() && weight < 300 && !headline && !Shape.ends(text);
        boolean bars = BARS.matcher(text).matches() && Dates.in(text, "en").isEmpty() && !Shape.ends(text);
        return crumbs || bars ? Optional.of(new Hit(Found.Reason.NAVIGATION, true)) : Optional.empty();
    }
}
