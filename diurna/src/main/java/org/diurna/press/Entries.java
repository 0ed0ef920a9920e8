package org.diurna.press;

import java.util.List;
import org.diurna.edition.Office;
import org.diurna.edition.ReleaseNumber;

/** Listed releases as lines for readers, newest first. */
final class Entries {
    private Entries() {}

    static List<Entry> newestFirst(Office office, Speech speech, List<Listed> oldestFirst) {
        return oldestFirst.reversed().stream()
                .map(listed -> of(office, speech, listed))
                .toList();
    }

    static Entry of(Office office, Speech speech, Listed listed) {
        List<Link> also = listed.alsoIn().stream()
                .map(alternate -> new Link(
                        Paths.encoded(alternate.path()),
                        Speech.code(office, alternate.language()),
                        alternate.language()))
                .toList();
        return new Entry(
                Paths.encoded(listed.path()),
                listed.headline(),
                listed.summary(),
                listed.type().label(speech.language()),
                listed.number().map(ReleaseNumber::printed).orElse(null),
                speech.day(listed.date()),
                elsewhere(office, listed),
                switch (listed.state()) {
                    case STANDS -> null;
                    case WITHDRAWN -> speech.say("kind.withdrawal");
                },
                Frames.ordered(office, also),
                listed.banner().map(Image::lead).orElse(null));
    }

    /** The place of the dateline, but not again and again the city where the office sits. */
    private static String elsewhere(Office office, Listed listed) {
        return listed.place().equals(office.places().get(listed.language())) ? "" : listed.place();
    }
}
