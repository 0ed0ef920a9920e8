package org.diurna.press;

import java.util.List;
import java.util.Locale;
import org.diurna.edition.Office;
import org.diurna.house.Language;

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
                .map(alternate ->
                        new Link(Paths.encoded(alternate.path()), code(alternate.language()), alternate.language()))
                .toList();
        return new Entry(
                Paths.encoded(listed.path()),
                listed.headline(),
                listed.summary(),
                listed.type().label(speech.language()),
                listed.number()
                        .map(number -> speech.say("number", "number", number.printed()))
                        .orElse(null),
                speech.day(listed.date()),
                listed.place(),
                switch (listed.state()) {
                    case STANDS -> null;
                    case WITHDRAWN -> speech.say("kind.withdrawal");
                },
                Frames.ordered(office, also));
    }

    /** {@code SR Latn}. */
    private static String code(Language language) {
        String[] subtags = language.tag().split("-", 2);
        String first = subtags[0].toUpperCase(Locale.ROOT);
        return subtags.length == 1 ? first : first + " " + subtags[1].replace('-', ' ');
    }
}
