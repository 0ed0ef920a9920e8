package org.diurna.gate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.diurna.house.Language;

/** Keeps the books of one page: every line is used once or left out for a reason. */
final class Fates {
    private final Page page;
    private final List<Judged> lines;
    private final boolean[] used;
    private final boolean[] told;
    private final Found.Reason[] reasons;
    private final List<Found.LeftOut> cuts = new ArrayList<>();

    Fates(Page page, List<Judged> lines) {
        this.page = page;
        this.lines = lines;
        this.used = new boolean[lines.size()];
        this.told = new boolean[lines.size()];
        this.reasons = new Found.Reason[lines.size()];
        Arrays.setAll(reasons, i -> reason(lines.get(i)));
    }

    private static Found.Reason reason(Judged line) {
        return switch (line.kind()) {
            case END -> Found.Reason.END_MARK;
            case CAPTION, PICTURE -> Found.Reason.CAPTION;
            case LABEL, DATE, NUMBER -> Found.Reason.METADATA;
            case NOTICE -> Found.Reason.NOTICE;
            default -> line.reason();
        };
    }

    void use(int at) {
        used[at] = true;
    }

    /** A line that was read into a field and is no text of the release. */
    void read(int at) {
        told[at] = true;
        reasons[at] = Found.Reason.METADATA;
    }

    /** A piece of a used line that is not in the release. */
    void cut(String piece, Found.Reason reason) {
        if (!piece.isBlank()) {
            cuts.add(new Found.LeftOut(piece.strip(), reason));
        }
    }

    /** Whether the line is in the release or was read into one of its fields. */
    boolean used(int at) {
        return used[at] || told[at];
    }

    void leave(int at, Found.Reason reason) {
        reasons[at] = reason;
    }

    Found found(Head head, BodyParts parts, Language language, List<Found.Report> reports) {
        List<Found.LeftOut> leftOut = new ArrayList<>();
        int taken = 0;
        for (int i = 0; i < lines.size(); i++) {
            if (used[i]) {
                taken++;
            } else {
                leftOut.add(new Found.LeftOut(words(lines.get(i).line()), reasons[i]));
            }
        }
        for (int i = 0; i < page.spacers(); i++) {
            leftOut.add(new Found.LeftOut("", Found.Reason.SPACER));
        }
        leftOut.addAll(cuts);
        Found.Account account = new Found.Account(lines.size() + page.spacers() + cuts.size(), taken, leftOut.size());
        return new Found(
                head.label(),
                head.date(),
                head.time(),
                head.headline(),
                head.decks(),
                head.number(),
                head.place(),
                language,
                parts.languages(),
                parts.blocks(),
                parts.notices(),
                leftOut,
                reports,
                account);
    }

    private static String words(Line line) {
        return line.extra().isPresent() && line.extra().get() instanceof Line.Picture picture
                ? (picture.alt() + " " + line.text()).strip()
                : line.text();
    }
}
