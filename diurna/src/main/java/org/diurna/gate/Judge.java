package org.diurna.gate;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Takes each line of a page for what it looks like by itself; what it is in its place is decided later. */
final class Judge {
    private static final Phrases<Found.NoticeKind> NOTICES = new Phrases<>();
    /** Pages for reading aloud hold their text a second time. */
    private static final int REPEATED_MIN = 110;

    private static final int NOTICE_MAX = 420;
    private static final double LINKED_MAX = 0.65;

    static {
        Resource.each(
                "notices.tsv",
                (kind, phrases) -> phrases.forEach(phrase ->
                        NOTICES.add(phrase.startsWith("^") ? phrase : "~" + phrase, Found.NoticeKind.valueOf(kind))));
    }

    private final String language;

    Judge(String language) {
        this.language = language;
    }

    static List<Judged> all(Page page, String language) {
        Judge judge = new Judge(language);
        List<Judged> judged = new ArrayList<>(page.lines().size());
        Set<String> said = new HashSet<>();
        for (Line line : page.lines()) {
            Judged seen = judge.judge(line);
            boolean again =
                    seen.is(Judged.Kind.PROSE) && seen.weight() >= REPEATED_MIN && !said.add(Fold.key(line.text()));
            judged.add(again ? Judged.chrome(line, Found.Reason.HIDDEN, true) : seen);
        }
        return judged;
    }

    /** What a notice of the page says. */
    static Optional<Found.NoticeKind> notice(String text) {
        return Fold.weight(text) > NOTICE_MAX
                ? Optional.empty()
                : NOTICES.find(Fold.of(text)).map(Phrases.Hit::value);
    }

    Judged judge(Line line) {
        if (line.region().foreign()) {
            Found.Reason reason = line.region() == Line.Region.HIDDEN ? Found.Reason.HIDDEN : Found.Reason.NAVIGATION;
            return Judged.chrome(line, reason, true);
        }
        return switch (line.form()) {
            case PICTURE -> Judged.plain(line, Judged.Kind.PICTURE);
            case TABLE -> Judged.plain(line, Judged.Kind.TABLE);
            case CAPTION -> Judged.plain(line, Judged.Kind.CAPTION);
            case TEXT, HEADING, ITEM, NUMBERED_ITEM, QUOTE -> words(line);
        };
    }

    private Judged words(Line line) {
        String text = line.text();
        if (Shape.endMark(text)) {
            return Judged.plain(line, Judged.Kind.END);
        }
        String folded = Fold.of(text.length() > 600 ? text.substring(0, 600) : text);
        Optional<Chrome.Hit> chrome = Chrome.at(line, folded);
        if (chrome.isPresent() && (chrome.get().sure() || line.form() != Line.Form.HEADING)) {
            return Judged.chrome(line, chrome.get().reason(), chrome.get().sure());
        }
        Optional<Sections.Hit> section = Sections.at(line);
        Optional<Labels.Hit> label = Labels.at(text);
        Optional<DateLine> date = DateLine.of(line, language, label);
        Optional<Found.NoticeKind> notice = notice(text);
        if (section.isPresent() && notice.equals(Optional.of(Found.NoticeKind.NOT_FOR_PUBLICATION))) {
            return Judged.plain(line, Judged.Kind.SECTION)
                    .opening(section.get())
                    .withheld();
        }
        if (notice.isPresent() && (notice.get() != Found.NoticeKind.CORRECTION || date.isEmpty())) {
            return Judged.plain(line, Judged.Kind.NOTICE)
                    .with(date, label, Optional.empty())
                    .telling(notice.get());
        }
        Optional<Numbers.Hit> number =
                Numbers.in(text, label.map(Labels.Hit::end).orElse(0));
        if (date.isPresent()) {
            return Judged.plain(line, Judged.Kind.DATE)
                    .with(date, label.filter(l -> fits(l, text, date, number)), number);
        }
        if (label.isPresent() && rest(text, label.get(), number).isEmpty()) {
            return Judged.plain(line, Judged.Kind.LABEL).with(date, label, number);
        }
        if (section.isPresent()) {
            return Judged.plain(line, Judged.Kind.SECTION).opening(section.get());
        }
        if (number.isPresent() && Shape.words(text) <= 6 && Fold.weight(text) < 70 && !Shape.ends(text)) {
            return Judged.plain(line, Judged.Kind.NUMBER).with(date, label, number);
        }
        if (Captions.only(text) && line.form() != Line.Form.HEADING) {
            return Judged.plain(line, Judged.Kind.CAPTION);
        }
        if (Shape.contact(text)) {
            return Judged.plain(line, Judged.Kind.CONTACT);
        }
        boolean prose = Shape.prose(text)
                && line.linked() < LINKED_MAX
                && (line.form() != Line.Form.HEADING || Fold.weight(text) > 200)
                && !Shape.address(text);
        return Judged.plain(line, prose ? Judged.Kind.PROSE : Judged.Kind.PLAIN).with(date, label, number);
    }

    private static boolean fits(Labels.Hit label, String text, Optional<DateLine> date, Optional<Numbers.Hit> number) {
        return (date.isPresent() && label.end() <= date.get().hit().start() + 1)
                || rest(text, label, number).isEmpty();
    }

    /** What stands beside a label and its number. */
    private static String rest(String text, Labels.Hit label, Optional<Numbers.Hit> number) {
        String rest = text.substring(label.end());
        if (number.isPresent() && number.get().start() >= label.end()) {
            rest = text.substring(label.end(), number.get().start()) + " "
                    + text.substring(number.get().end());
        }
        StringBuilder kept = new StringBuilder();
        for (String word : rest.split("[\\s:|·•–—,.\\-()/]+", -1)) {
            if (!word.isBlank() && !Cues.number(word)) {
                kept.append(word);
            }
        }
        return kept.toString().replaceAll("[^\\p{L}\\p{N}]", "");
    }
}
