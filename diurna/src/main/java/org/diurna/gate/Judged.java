package org.diurna.gate;

import java.util.Optional;

/** A line with what it was taken for. */
record Judged(
        Line line,
        Kind kind,
        Found.Reason reason,
        boolean sure,
        Optional<DateLine> date,
        Optional<Labels.Hit> label,
        Optional<Numbers.Hit> number,
        Optional<Sections.Hit> section,
        Optional<Found.NoticeKind> notice,
        int weight) {
    /** What lines are. */
    enum Kind {
        PROSE,
        PLAIN,
        LABEL,
        DATE,
        NUMBER,
        NOTICE,
        SECTION,
        CONTACT,
        CAPTION,
        PICTURE,
        TABLE,
        END,
        CHROME
    }

    static Judged plain(Line line, Kind kind) {
        return new Judged(
                line,
                kind,
                Found.Reason.AROUND_THE_RELEASE,
                true,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Fold.weight(line.text()));
    }

    static Judged chrome(Line line, Found.Reason reason, boolean sure) {
        return new Judged(
                line,
                Kind.CHROME,
                reason,
                sure,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Fold.weight(line.text()));
    }

    Judged as(Kind now) {
        return new Judged(line, now, reason, sure, date, label, number, section, notice, weight);
    }

    Judged with(Optional<DateLine> day, Optional<Labels.Hit> type, Optional<Numbers.Hit> reference) {
        return new Judged(line, kind, reason, sure, day, type, reference, section, notice, weight);
    }

    Judged opening(Sections.Hit hit) {
        return new Judged(line, Kind.SECTION, reason, sure, date, label, number, Optional.of(hit), notice, weight);
    }

    Judged telling(Found.NoticeKind what) {
        return new Judged(line, Kind.NOTICE, reason, sure, date, label, number, section, Optional.of(what), weight);
    }

    /** A section that its author marked as not for publication. */
    Judged withheld() {
        return new Judged(
                line,
                kind,
                Found.Reason.NOT_FOR_PUBLICATION,
                sure,
                date,
                label,
                number,
                section,
                Optional.of(Found.NoticeKind.NOT_FOR_PUBLICATION),
                weight);
    }

    boolean is(Kind other) {
        return kind == other;
    }

    String text() {
        return line.text();
    }

    /** Whether it can be part of a text: running or in rows, and not of the site. */
    boolean textual() {
        return kind == Kind.PROSE || kind == Kind.TABLE;
    }
}
