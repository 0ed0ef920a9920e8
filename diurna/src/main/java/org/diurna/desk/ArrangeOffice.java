package org.diurna.desk;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.diurna.edition.Office;
import org.diurna.edition.Offices;
import org.diurna.house.Jobs;
import org.diurna.staff.Act;
import org.diurna.staff.Doer;

/** The decision to open an office, or to change one: its pages follow after the commit. */
public final class ArrangeOffice {
    private final Offices offices;
    private final Rights rights;
    private final Jobs jobs;
    private final Set<String> others;
    private final Clock clock;

    /**
     * @param others host names that no office can have
     */
    public ArrangeOffice(Offices offices, Rights rights, Jobs jobs, Set<String> others, Clock clock) {
        this.others = Set.copyOf(others);
        this.offices = offices;
        this.rights = rights;
        this.jobs = jobs;
        this.clock = clock;
    }

    /** What became of it. */
    sealed interface Outcome {
        /** It is so; {@code opened} where the office is new. */
        record Done(Office office, boolean opened) implements Outcome {}

        /** Not as long as there are these objections. */
        record NotReady(List<Objection> objections) implements Outcome {
            public NotReady {
                objections = List.copyOf(objections);
            }
        }

        /** Somebody changed the office after it was seen. */
        record Overtaken() implements Outcome {}

        /** The doer's duties do not carry it. */
        record NotAllowed() implements Outcome {}

        /** The doer may, once a passkey or a one-time code was shown again. */
        record ProveFirst() implements Outcome {}
    }

    /** Whether the doer's duties carry it for an office of that code; perhaps after a proof. */
    static boolean may(Doer by, String code) {
        return Rights.arranges(by, code);
    }

    /**
     * Opens or changes it.
     *
     * @param seen {@link Offices#version} of what was changed; empty to open a new one
     */
    Outcome run(Doer by, Office wanted, String seen) {
        return switch (rights.ask(by, Act.ARRANGE, wanted.code())) {
            case NO -> new Outcome.NotAllowed();
            case PROVE_FIRST -> new Outcome.ProveFirst();
            case YES -> rights.together(() -> arranged(by, wanted, seen));
        };
    }

    private Outcome arranged(Doer by, Office wanted, String seen) {
        Optional<Office> before = offices.find(wanted.code());
        boolean opens = seen.isEmpty();
        if (opens && before.isPresent()) {
            return new Outcome.NotReady(List.of(Objection.to("code", "office-code-taken")));
        }
        if (!opens && before.filter(is -> Offices.version(is).equals(seen)).isEmpty()) {
            return new Outcome.Overtaken();
        }
        Set<String> taken = new TreeSet<>(offices.takenHosts(wanted.hosts(), wanted.code()));
        wanted.hosts().stream().filter(others::contains).forEach(taken::add);
        List<Objection> objections = new ArrayList<>(OfficeChecks.of(wanted, taken));
        // what lies at a name that is given up would stand there for ever, and nothing could be taken back from it
        before.ifPresent(is -> is.hosts().stream()
                .filter(host -> !wanted.hosts().contains(host))
                .forEach(host ->
                        objections.add(new Objection("hosts", "", "office-host-dropped", Map.of("host", host)))));
        if (!objections.isEmpty()) {
            return new Outcome.NotReady(objections);
        }
        offices.put(wanted);
        rights.kept(
                by, opens ? "open-office" : "change-office", wanted.code(), wanted.code(), "", changes(before, wanted));
        jobs.ask(Offices.CHANGED, Offices.changed(wanted.code(), clock.instant()), clock.instant());
        return new Outcome.Done(wanted, opens);
    }

    /** What of it is other than before, by the names of the form's parts. */
    private static String changes(Optional<Office> before, Office now) {
        return before.map(was -> String.join(
                        " ",
                        java.util.stream.Stream.of(
                                        was.names().equals(now.names()) ? "" : "names",
                                        was.hosts().equals(now.hosts()) ? "" : "hosts",
                                        was.languages().equals(now.languages()) ? "" : "languages",
                                        was.zone().equals(now.zone()) ? "" : "zone",
                                        was.brand().equals(now.brand()) ? "" : "brand",
                                        was.contacts().equals(now.contacts()) ? "" : "contacts",
                                        was.places().equals(now.places()) ? "" : "places",
                                        was.opened().equals(now.opened()) ? "" : "opened",
                                        was.closed().equals(now.closed()) ? "" : "closed")
                                .filter(part -> !part.isEmpty())
                                .toList()))
                .orElse("");
    }
}
