package org.diurna.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.diurna.edition.Happening;
import org.diurna.edition.ReleaseId;
import org.diurna.edition.WithdrawnText;
import org.diurna.house.FakeClock;
import org.diurna.house.OnBothDatabases;
import org.diurna.house.Outbox;
import org.diurna.house.Settings;
import org.diurna.house.TestDatabases;
import org.diurna.ledger.OfficialNames;
import org.diurna.ledger.Verdict;
import org.diurna.ledger.Verify;
import org.diurna.wire.LeafCalls;
import org.junit.jupiter.api.io.TempDir;

/** Who is told of each entry of the ledger, whatever happens at the desk. */
final class WatchersTest {
    private static final List<String> DUTY = List.of("duty@mfa.lomara.example", "night@elsewhere.example");

    @TempDir
    Path folder;

    private final FakeClock clock = new FakeClock("2026-03-04T09:30:00Z");

    private Installation open(TestDatabases.Fresh fresh) {
        Installation house = Installation.found(folder, fresh.place(), clock, Installation.Public.ON_THE_SHELF);
        house.offices.put(Lomara.ministry(Lomara.HOST));
        house.renewal.fronts();
        return house;
    }

    private PressRun watched(Installation house, Outbox outbox) {
        LeafCalls calls = new LeafCalls(house.database, house.jobs, clock, Optional.empty());
        Watchers watchers = new Watchers(outbox, calls, DUTY, entry -> "http://mfa/" + entry.release());
        return new PressRun(new Workshop(
                house.database,
                house.offices,
                house.releases,
                house.happenings,
                house.types,
                house.ledger,
                house.shelf,
                house.shop.sites(),
                (_, _) -> true,
                clock,
                _ -> new byte[0],
                watchers));
    }

    @OnBothDatabases
    void every_entry_is_told_once_to_everybody_on_duty(TestDatabases.Fresh fresh) {
        try (Installation house = open(fresh)) {
            Outbox outbox = new Outbox(house.database, house.jobs, clock);
            PressRun run = watched(house, outbox);
            Lomara lomara = new Lomara(house);
            ReleaseId id = lomara.draft(Lomara.wording("The ferry sails again", "At noon."));
            lomara.publish(id, Lomara.EN);
            assertThat(outbox.unsent(10))
                    .as("nothing is told before it is proven")
                    .isEmpty();
            run.run();
            run.run();
            assertThat(outbox.unsent(10)).extracting(Outbox.Slip::to).containsExactlyInAnyOrderElementsOf(DUTY);
            clock.pass(Duration.ofHours(1));
            lomara.withdraw(id, Lomara.EN, WithdrawnText.REMOVED);
            run.run();
            assertThat(outbox.unsent(10)).hasSize(4);
            Outbox.Slip last = outbox.unsent(1).getFirst();
            assertThat(last.subject()).isEqualTo("Ledger entry 1: ministry, withdrawal of edition 1");
            assertThat(outbox.words(last.key()).orElseThrow())
                    .contains("http://mfa/" + id)
                    .contains("diurna withdraw " + id + " en")
                    .doesNotContain("ferry");
        }
    }

    @OnBothDatabases
    void official_names_are_proven_once_and_told_and_releases_go_on_behind_them(TestDatabases.Fresh fresh) {
        try (Installation house = open(fresh)) {
            Outbox outbox = new Outbox(house.database, house.jobs, clock);
            PressRun run = watched(house, outbox);
            Lomara lomara = new Lomara(house);
            lomara.publish(lomara.draft(Lomara.wording("The ferry sails again", "At noon.")), Lomara.EN);
            run.run();
            OfficialNames names = OwnNames.of(house.offices.all(), Settings.read(Path.of("no-such-file.yaml")));
            assertThat(names.hosts()).containsExactly("127.0.0.1", "ledger.localhost");
            assertThat(names.domains()).containsExactly("mfa.lomara.example");
            assertThat(run.name(names)).isTrue();
            assertThat(run.name(names)).isFalse();
            assertThat(run.named()).contains(names);
            assertThat(outbox.unsent(10)).hasSize(4);
            lomara.publish(lomara.draft(Lomara.wording("Another one", "At one.")), Lomara.EN);
            run.run();
            assertThat(house.ledger.size()).isEqualTo(3);
            house.shop.ledgerMustFit();
            Verify verify = new Verify(List.of(house.key.verifier()));
            byte[] list = house.bytes(Lomara.HOST + "/.well-known/diurna/hosts.txt");
            byte[] proof = house.bytes(Lomara.HOST + "/.well-known/diurna/hosts.tlog-proof");
            assertThat(verify.names(list, proof))
                    .isInstanceOfSatisfying(
                            Verdict.Official.class,
                            official -> assertThat(official.names()).isEqualTo(names));
            list[list.length - 2]++;
            assertThat(verify.names(list, proof)).isInstanceOf(Verdict.Altered.class);
        }
    }

    /** Two nodes fix the places of their leaves at the same moment: each leaf gets its own, and there is no gap. */
    @OnBothDatabases
    void two_nodes_never_choose_the_same_place_in_the_ledger(TestDatabases.Fresh fresh) throws Exception {
        try (Installation house = open(fresh);
                var nodes = Executors.newFixedThreadPool(2)) {
            Lomara lomara = new Lomara(house);
            Sealing.Log log = Sealing.Log.of(house.ledger);
            for (int round = 0; round < 10; round++) {
                List<Happening> mine = happening(house, lomara, "One " + round);
                List<Happening> theirs = happening(house, lomara, "Two " + round);
                List<Future<Object>> both = new ArrayList<>();
                for (List<Happening> some : List.of(mine, theirs)) {
                    Callable<Object> seal = () -> {
                        new Sealing(house.database, house.releases, log, Watch.NOBODY).seal(some);
                        return some;
                    };
                    both.add(nodes.submit(seal));
                }
                for (Future<Object> one : both) {
                    assertThat(one.get()).isNotNull();
                }
            }
            assertThat(house.ledger.size()).isEqualTo(20);
            assertThat(house.database.<List<Long>>read(() -> house.database
                            .sql("select idx from leaf where proof is not null order by idx")
                            .query(Long.class)
                            .list()))
                    .hasSize(20);
        }
    }

    private static List<Happening> happening(Installation house, Lomara lomara, String headline) {
        ReleaseId id = lomara.draft(Lomara.wording(headline, "At noon."));
        lomara.publish(id, Lomara.EN);
        return house.happenings.pending(1_000).stream()
                .filter(happening -> happening.release().equals(id))
                .toList();
    }
}
