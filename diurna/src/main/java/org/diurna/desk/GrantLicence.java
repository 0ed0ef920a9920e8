package org.diurna.desk;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.diurna.counter.Counter;
import org.diurna.counter.Licence;
import org.diurna.darkroom.Backstage;
import org.diurna.edition.Office;
import org.diurna.edition.Offices;
import org.diurna.staff.Doer;

/**
 * The decision that somebody may use what was asked for: on terms, until a day. The pictures are developed in full size
 * before it is noted; the requester gets a signed receipt and fetches them until that day is over.
 */
final class GrantLicence {
    private static final int TERMS_MAX = 4_000;
    private static final int YEARS_MAX = 10;

    private final Requests requests;
    private final Offices offices;
    private final Platemaker platemaker;
    private final Clock clock;

    GrantLicence(Requests requests, Offices offices, Platemaker platemaker, Clock clock) {
        this.requests = requests;
        this.offices = offices;
        this.platemaker = platemaker;
        this.clock = clock;
    }

    /**
     * On what terms.
     *
     * @param last   the last day, as it was typed
     * @param places of the items that are granted
     */
    record Terms(String words, String last, Set<Integer> places) {
        Terms {
            words = AnswerRequest.lines(words);
            places = Set.copyOf(places);
        }
    }

    /** All that stands against it now. */
    List<Objection> objections(Licence licence, Terms terms) {
        List<Objection> objections = new ArrayList<>();
        if (terms.words().isEmpty()) {
            objections.add(Objection.to("terms", "terms-missing"));
        } else if (terms.words().length() > TERMS_MAX) {
            objections.add(Objection.to("terms", "answer-long"));
        }
        Optional<LocalDate> last = day(terms.last());
        LocalDate today = LocalDate.ofInstant(clock.instant(), office(licence).zone());
        if (last.isEmpty() || last.get().isBefore(today) || last.get().isAfter(today.plusYears(YEARS_MAX))) {
            objections.add(Objection.to("last", "last-day"));
        }
        if (granted(licence, terms).isEmpty()) {
            objections.add(Objection.to("items", "items-missing"));
        }
        against(licence, terms).ifPresent(objections::add);
        return objections;
    }

    /** What is not public any more, or may not be used, is granted to nobody. */
    private Optional<Objection> against(Licence licence, Terms terms) {
        Set<Integer> offered = requests.counter().offered(licence);
        Instant now = clock.instant();
        for (Licence.Item item : granted(licence, terms)) {
            if (!offered.contains(item.place())) {
                return Optional.of(Objection.to("items", "item-not-public"));
            }
            Optional<Library.Shelved> picture =
                    item.words() ? Optional.empty() : platemaker.library().find(item.picture(), licence.office());
            if (picture.flatMap(Library.Shelved::expires)
                    .filter(at -> !now.isBefore(at))
                    .isPresent()) {
                return Optional.of(Objection.to("items", "item-expired"));
            }
            if (picture.flatMap(Library.Shelved::embargo).filter(now::isBefore).isPresent()) {
                return Optional.of(Objection.to("items", "item-embargoed"));
            }
        }
        return Optional.empty();
    }

    private static List<Licence.Item> granted(Licence licence, Terms terms) {
        return licence.items().stream()
                .filter(item -> terms.places().contains(item.place()))
                .toList();
    }

    private Office office(Licence licence) {
        return offices.find(licence.office()).orElseThrow();
    }

    private static Optional<LocalDate> day(String text) {
        try {
            return Optional.of(LocalDate.parse(text.strip()));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /**
     * Grants.
     *
     * @param seen version of the request that was looked at
     */
    Requests.Answered run(Doer by, String id, int seen, Terms terms) {
        Optional<Licence> found = requests.find(by, id);
        if (found.isEmpty()) {
            return new Requests.Answered.NotFound();
        }
        Licence licence = found.get();
        if (licence.version() != seen || !licence.state().undecided()) {
            return new Requests.Answered.Overtaken(licence);
        }
        List<Objection> objections = objections(licence, terms);
        if (!objections.isEmpty()) {
            return new Requests.Answered.NotReady(objections);
        }
        List<Licence.Item> items = granted(licence, terms);
        List<Licence.File> files = new ArrayList<>();
        for (Licence.Item item : items) {
            if (!item.words()) {
                Optional<Backstage.Kept> kept = platemaker.fullSize(office(licence), item.picture());
                if (kept.isEmpty()) {
                    return new Requests.Answered.NotReady(List.of(Objection.to("items", "picture-not-made")));
                }
                files.add(file(item, kept.get()));
            }
        }
        Counter.Granting granting =
                new Counter.Granting(terms.words(), day(terms.last()).orElseThrow(), items, files);
        return requests.decide(
                by, licence, "grant-licence", one -> requests.counter().grant(one, by.id(), granting));
    }

    private static Licence.File file(Licence.Item item, Backstage.Kept kept) {
        return new Licence.File(item.place(), kept.sha256(), kept.width(), kept.height(), kept.bytes(), 0);
    }
}
