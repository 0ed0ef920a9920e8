package org.diurna.gate;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.diurna.edition.Block;
import org.diurna.edition.Block.SectionKind;
import org.diurna.edition.Blocks;
import org.diurna.house.Language;

/** The body of a release: the text proper, the typed sections behind it, and the notices around it. */
final class BodyParts {
    private static final int SECTION_LINES_MAX = 30;
    private static final int HEAD = 12;
    private static final double SECOND_LANGUAGE = 0.2;

    private final List<Judged> lines;
    private final Extent extent;
    private final Blockmaker maker;
    private final Fates fates;
    private final List<Block> blocks = new ArrayList<>();
    private final List<Found.Notice> notices = new ArrayList<>();
    private final List<Found.Report> reports = new ArrayList<>();
    private final List<Language> languages;

    BodyParts(List<Judged> lines, Extent extent, Blockmaker maker, Fates fates, Head head) {
        this.lines = lines;
        this.extent = extent;
        this.maker = maker;
        this.fates = fates;
        notices(head.headline());
        text(head.headline(), head.dateline().map(Datelines.Hit::end).orElse(0));
        sections();
        this.languages = languages(maker.language());
    }

    private void notices(String headline) {
        if (Fold.of(headline).startsWith("correcting and replacing")) {
            add(Found.NoticeKind.CORRECTION, headline);
        }
        for (int i = Math.max(0, extent.headline() - HEAD); i < Math.min(lines.size(), extent.tail()); i++) {
            Optional<Found.NoticeKind> notice = lines.get(i).notice();
            if (notice.isPresent() && notice.get() != Found.NoticeKind.NOT_FOR_PUBLICATION && !fates.used(i)) {
                add(notice.get(), lines.get(i).text());
                boolean inText = i >= extent.start() && i <= extent.end();
                if (!inText) {
                    fates.use(i);
                }
            }
        }
    }

    private void add(Found.NoticeKind kind, String text) {
        notices.add(new Found.Notice(kind, text));
        switch (kind) {
            case WITHDRAWN ->
                report(
                        Found.Matter.WITHDRAWN,
                        "The page says that this release was withdrawn: \"" + text + "\". Import it as withdrawn.");
            case CORRECTION ->
                report(
                        Found.Matter.CORRECTED,
                        "The page says that this release was corrected: \"" + text
                                + "\". Link it to the release that it replaces.");
            case EMBARGO -> report(Found.Matter.EMBARGOED, "The page bears an embargo: \"" + text + "\".");
            case NOT_FOR_PUBLICATION ->
                report(Found.Matter.NOT_FOR_PUBLICATION, "A note that is marked as not for publication was left out.");
            case TRANSLATION, DISCLAIMER, RELEASE_INSTRUCTION, FREE_USE -> {
                // told by the notice itself
            }
        }
    }

    private void report(Found.Matter matter, String sentence) {
        reports.add(new Found.Report(matter, sentence));
    }

    private void text(String headline, int dateline) {
        blocks.addAll(maker.blocks(leadPictures(), 0));
        List<Integer> proper = new ArrayList<>();
        int next = -1;
        for (int i = extent.start(); i <= extent.end(); i++) {
            if (belongs(i, headline)) {
                boolean section = lines.get(i).is(Judged.Kind.SECTION)
                        && lines.get(i)
                                .section()
                                .filter(s -> s.kind() == SectionKind.NEXT_STEPS)
                                .isPresent();
                if (section) {
                    next = proper.size();
                }
                proper.add(i);
            }
        }
        if (next < 0) {
            blocks.addAll(maker.blocks(proper, dateline));
            return;
        }
        blocks.addAll(maker.blocks(proper.subList(0, next), dateline));
        section(proper.get(next), new ArrayList<>(proper.subList(next + 1, proper.size())));
    }

    /** Pictures between headline and text, with their captions. */
    private List<Integer> leadPictures() {
        List<Integer> pictures = new ArrayList<>();
        for (int i = extent.headline() + 1; i < extent.start(); i++) {
            boolean captioned = lines.get(i).is(Judged.Kind.CAPTION) && pictures.contains(i - 1);
            if (lines.get(i).is(Judged.Kind.PICTURE) || captioned) {
                pictures.add(i);
            }
        }
        return pictures;
    }

    private boolean belongs(int at, String headline) {
        Judged line = lines.get(at);
        if (Fold.key(line.text()).equals(Fold.key(headline))) {
            fates.leave(at, Found.Reason.DUPLICATE_HEADLINE);
            return false;
        }
        return switch (line.kind()) {
            case PROSE, TABLE, NUMBER -> true;
            case PLAIN, LABEL, DATE, CONTACT ->
                line.line().region() != Line.Region.OUTSIDE
                        && !Shape.initials(line.text())
                        && !Shape.endMark(line.text());
            case PICTURE, CAPTION -> line.line().region() == Line.Region.INSIDE;
            case NOTICE -> at > extent.start() || lines.get(at).textual();
            case SECTION ->
                line.section().filter(s -> s.kind() == SectionKind.RELATED).isEmpty();
            case CHROME, END -> false;
        };
    }

    private void sections() {
        Optional<Sections.Hit> open = Optional.empty();
        int title = -1;
        int site = 0;
        List<Integer> inside = new ArrayList<>();
        for (int i = extent.end() + 1; i < extent.tail() && site < 2; i++) {
            Judged line = lines.get(i);
            if (fates.used(i) || line.line().region().foreign()) {
                continue;
            }
            boolean opens = line.is(Judged.Kind.SECTION) && line.section().isPresent();
            boolean ends = line.is(Judged.Kind.CHROME) || line.is(Judged.Kind.END);
            site = line.is(Judged.Kind.CHROME) && line.sure() ? site + 1 : opens ? 0 : site;
            if (opens || ends) {
                close(open, title, inside);
                open = Optional.empty();
                inside = new ArrayList<>();
            }
            if (opens && line.section().get().kind() == SectionKind.RELATED) {
                related(i);
                return;
            }
            if (opens) {
                open = line.section();
                title = i;
            } else if (open.isPresent()
                    && !ends
                    && inside.size() < SECTION_LINES_MAX
                    && fits(open.get().kind(), line)) {
                inside.add(i);
            }
        }
        close(open, title, inside);
    }

    private static boolean fits(SectionKind kind, Judged line) {
        boolean outside = line.line().region() == Line.Region.OUTSIDE;
        return switch (kind) {
            case CONTACTS, PICTURES, ATTACHMENTS -> !line.is(Judged.Kind.PROSE) || line.weight() < 300;
            case BACKGROUND, NEXT_STEPS, NOTES_TO_EDITORS, ABOUT, RELATED -> !outside;
        };
    }

    private void related(int from) {
        for (int i = from; i < extent.tail(); i++) {
            if (!fates.used(i) && lines.get(i).reason() == Found.Reason.AROUND_THE_RELEASE) {
                fates.leave(i, Found.Reason.RELATED);
            }
        }
    }

    private void close(Optional<Sections.Hit> open, int title, List<Integer> inside) {
        if (open.isEmpty()) {
            return;
        }
        boolean withheld = lines.get(title)
                .notice()
                .filter(n -> n == Found.NoticeKind.NOT_FOR_PUBLICATION)
                .isPresent();
        if (withheld) {
            add(Found.NoticeKind.NOT_FOR_PUBLICATION, open.get().title());
            fates.leave(title, Found.Reason.NOT_FOR_PUBLICATION);
            inside.forEach(i -> fates.leave(i, Found.Reason.NOT_FOR_PUBLICATION));
            return;
        }
        section(title, inside);
    }

    private void section(int title, List<Integer> inside) {
        Sections.Hit hit = lines.get(title).section().orElseThrow();
        String id = maker.id();
        List<Block> held = new ArrayList<>();
        if (!hit.rest().isEmpty()) {
            held.add(new Block.Paragraph(maker.id(), Optional.empty(), TextLines.plain(hit.rest())));
        }
        held.addAll(maker.blocks(inside, 0));
        if (!held.isEmpty()) {
            fates.use(title);
            blocks.add(new Block.Section(id, Optional.empty(), hit.kind(), hit.title(), held));
        }
    }

    private List<Language> languages(String main) {
        Map<String, Integer> weights = new LinkedHashMap<>();
        weights.put(main, 0);
        Blocks.all(blocks).forEach(block -> {
            String tag = block.language().map(Language::tag).orElse(main);
            weights.merge(tag, String.join("", Blocks.plain(List.of(block))).length(), Integer::sum);
        });
        int all = Math.max(
                1, weights.values().stream().mapToInt(Integer::intValue).sum());
        List<Language> found = weights.entrySet().stream()
                .filter(entry -> entry.getKey().equals(main) || entry.getValue() > all * SECOND_LANGUAGE)
                .map(entry -> Language.of(entry.getKey()))
                .toList();
        if (found.size() > 1) {
            report(
                    Found.Matter.TWO_LANGUAGES,
                    "The page holds text in " + found + "; each should become a language version of its own.");
        }
        return found;
    }

    List<Block> blocks() {
        return blocks;
    }

    List<Found.Notice> notices() {
        return notices;
    }

    List<Found.Report> reports() {
        return reports;
    }

    List<Language> languages() {
        return languages;
    }
}
