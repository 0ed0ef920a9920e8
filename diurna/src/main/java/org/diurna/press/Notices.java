package org.diurna.press;

import java.util.ArrayList;
import java.util.List;
import org.diurna.edition.Kind;
import org.diurna.edition.Standing;

/** What a reader must know before the text: withdrawn, corrected, only a translation, an old edition. */
final class Notices {

    List<ReleasePage.Notice> onRelease(PublicVersion version, Speech speech) {
        List<ReleasePage.Notice> notices = new ArrayList<>();
        version.withdrawn().ifPresent(withdrawn -> notices.add(withdrawn(withdrawn, speech)));
        standing(version, speech, notices);
        recalled(Editions.shown(version), speech, notices);
        for (PublicEdition edition : version.editions().reversed()) {
            switch (edition.kind()) {
                case CORRECTION -> notices.add(changed("corrected", edition, speech));
                case UPDATE -> notices.add(changed("updated", edition, speech));
                case RESTORE -> notices.add(changed("restored", edition, speech));
                case RELEASE, TRANSLATION, REFILE, WITHDRAWAL, ERASURE -> {}
            }
        }
        version.office()
                .closed()
                .ifPresent(day -> notices.add(new ReleasePage.Notice(
                        "closed",
                        speech.say("notice.closed", "day", speech.day(day).text()),
                        speech.say("notice.closed.text"),
                        List.of())));
        return notices;
    }

    List<ReleasePage.Notice> onEdition(PublicVersion version, PublicEdition edition, Speech speech) {
        List<ReleasePage.Notice> notices = new ArrayList<>();
        boolean newest = edition.number() == Editions.shown(version).number();
        notices.add(new ReleasePage.Notice(
                newest ? "this" : "old",
                speech.say("edition", "number", edition.number()),
                newest ? speech.say("notice.this") : speech.say("notice.old"),
                List.of(Link.to(Paths.encoded(version.path()), speech.say("notice.newest")))));
        version.withdrawn().ifPresent(withdrawn -> notices.add(withdrawn(withdrawn, speech)));
        standing(version, speech, notices);
        recalled(edition, speech, notices);
        if (edition.kind() == Kind.CORRECTION) {
            notices.add(changed("corrected", edition, speech));
        }
        return notices;
    }

    private static ReleasePage.Notice withdrawn(PublicVersion.Withdrawn withdrawn, Speech speech) {
        String kept = speech.say("notice.withdrawn.kept");
        return new ReleasePage.Notice(
                "withdrawn",
                speech.say("notice.withdrawn", "day", speech.day(withdrawn.at()).text()),
                withdrawn.reason().isEmpty() ? kept : withdrawn.reason() + " " + kept,
                List.of());
    }

    private static void recalled(PublicEdition edition, Speech speech, List<ReleasePage.Notice> notices) {
        edition.recalled().stream()
                .map(PublicEdition.Recalled::at)
                .distinct()
                .sorted()
                .map(at -> new ReleasePage.Notice(
                        "recalled",
                        speech.say("notice.picture", "day", speech.day(at).text()),
                        speech.say("notice.picture.text"),
                        List.of()))
                .forEach(notices::add);
    }

    private static ReleasePage.Notice changed(String kind, PublicEdition edition, Speech speech) {
        return new ReleasePage.Notice(
                kind,
                speech.say(
                        "notice." + kind, "day", speech.day(edition.published()).text()),
                edition.note(),
                List.of());
    }

    private static void standing(PublicVersion version, Speech speech, List<ReleasePage.Notice> notices) {
        Standing standing = version.standing();
        if (standing != Standing.COURTESY && standing != Standing.MACHINE) {
            return;
        }
        List<Link> originals = version.siblings().stream()
                .filter(sibling -> sibling.standing() == Standing.ORIGINAL)
                .map(sibling -> Link.to(
                        Paths.encoded(sibling.path()),
                        speech.say(
                                "notice.original",
                                "language",
                                speech.languageName(version.office(), sibling.language()))))
                .toList();
        notices.add(new ReleasePage.Notice(
                standing.word(),
                speech.say("standing." + standing.word()),
                speech.say("notice." + standing.word()),
                originals));
    }
}
