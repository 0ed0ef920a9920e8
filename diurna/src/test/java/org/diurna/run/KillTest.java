package org.diurna.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import org.diurna.ledger.Evidence;
import org.diurna.ledger.Verdict;
import org.diurna.ledger.Verify;
import org.diurna.stand.Change;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A press office that is killed at random moments loses nothing that it promised, doubles nothing and shows no half. */
final class KillTest {
    private static final int MOMENT_MAX_MS = 400;

    @TempDir
    Path folder;

    @Test
    void eight_kills_lose_double_and_halve_nothing() throws Exception {
        kill(8, 8);
    }

    @Test
    @Tag("long")
    void two_hundred_kills_lose_double_and_halve_nothing() throws Exception {
        kill(200, 10);
    }

    private void kill(int times, int lookEvery) throws Exception {
        long seed = Long.getLong("diurna.seed", System.nanoTime());
        System.out.println("KillTest: -Ddiurna.seed=" + seed);
        Random random = new Random(seed);
        try (Installation house = Installation.found(
                folder, Installation.sqlite(folder), Clock.systemUTC(), Installation.Public.ON_THE_SHELF)) {
            house.offices.put(Lomara.ministry(Lomara.HOST));
            house.renewal.fronts();
        }
        Set<String> promised = new TreeSet<>();
        for (int i = 1; i <= times; i++) {
            promised.addAll(killed(random));
            if (i % lookEvery == 0) {
                look(promised);
            }
        }
        assertThat(promised).as("the killed program came to work at all").hasSizeGreaterThan(times / 4);
    }

    /** Starts the program, kills it at some moment, and answers with what it had promised. */
    private List<String> killed(Random random) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "--enable-native-access=ALL-UNNAMED",
                        "-Djdk.virtualThreadScheduler.parallelism=16",
                        "-cp",
                        System.getProperty("java.class.path"),
                        KilledOffice.class.getName(),
                        folder.toString(),
                        String.valueOf(random.nextLong()))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        BufferedReader said =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        try {
            // logging may speak before it is ready
            String line = said.readLine();
            while (line != null && !line.equals("ready")) {
                line = said.readLine();
            }
            assertThat(line).as("it opens again after every kill").isEqualTo("ready");
            LockSupport.parkNanos(random.nextInt(MOMENT_MAX_MS) * 1_000_000L);
        } finally {
            // through its handle: the process itself would close what it has said and we have not read
            process.toHandle().destroyForcibly();
            process.waitFor();
        }
        List<String> promised = new ArrayList<>();
        for (String line = said.readLine(); line != null; line = said.readLine()) {
            // a kill may cut the last line
            if (line.matches("(decided|public) [0-9A-Z]{10} [a-z]{2} ([0-9]+|withdrawn)")) {
                promised.add(line.substring(line.indexOf(' ') + 1));
            }
        }
        return promised;
    }

    private void look(Set<String> promised) {
        try (Installation house = Installation.open(
                folder, Installation.sqlite(folder), Clock.systemUTC(), Installation.Public.ON_THE_SHELF)) {
            Run run = new Run(house.shop);
            run.pressRun().run();
            assertThat(kept(house)).as("no promised edition is lost").containsAll(promised);
            assertThat(count(house, "select count(*) from happening"))
                    .as("one leaf each, and no leaf without")
                    .isEqualTo(house.ledger.size())
                    .isEqualTo(count(house, "select count(*) from leaf where proof is not null"))
                    .isEqualTo(count(house, "select count(*) from press_run"));
            assertThat(count(
                            house,
                            "select count(*) from (select release, lang, edition, kind from leaf"
                                    + " group by release, lang, edition, kind having count(*) > 1) doubled"))
                    .isZero();
            house.ledger.verify();
            addressesAreKnown(house);
            provable(house);
            long turn = house.shelf.last();
            house.renewal.everything((_, _) -> {});
            assertThat(house.shelf.last())
                    .as("pages, feeds, lists and sitemaps are what the editions say")
                    .isEqualTo(turn);
        }
    }

    private static Set<String> kept(Installation house) {
        return house.database.read(() -> house
                .database
                .sql("select release, lang, edition, kind from happening")
                .query((row, _) -> row.getString("release") + " " + row.getString("lang") + " "
                        + (row.getString("kind").equals("withdrawal") ? "withdrawn" : row.getInt("edition")))
                .list()
                .stream()
                .collect(Collectors.toSet()));
    }

    private static long count(Installation house, String sql) {
        return house.database.read(
                () -> house.database.sql(sql).query(Long.class).single());
    }

    /** Nothing is public that no receipt is noted for. */
    private static void addressesAreKnown(Installation house) {
        Set<String> known = house.database.read(() -> house
                .database
                .sql("select release, lang from publication")
                .query((row, _) -> row.getString("lang") + "/" + row.getString("release"))
                .list()
                .stream()
                .collect(Collectors.toSet()));
        Set<String> shown = house.state().keySet().stream()
                .filter(address -> address.matches(Lomara.HOST + "/[a-z]{2}/[0-9A-Z]{10}(/.*)?"))
                .map(address -> address.substring(Lomara.HOST.length() + 1, Lomara.HOST.length() + 14))
                .collect(Collectors.toSet());
        assertThat(shown).isEqualTo(known);
    }

    /** Every page that stands verifies against the key, with the edition and the proof beside it. */
    private static void provable(Installation house) {
        Verify verify = new Verify(List.of(house.key.verifier()));
        Map<String, Change> state = house.state();
        state.keySet().stream()
                .filter(address -> address.endsWith("/edition.json"))
                .filter(address -> state.get(address) instanceof Change.Put put && put.status() == 200)
                .map(address -> address.substring(0, address.lastIndexOf('/')))
                .forEach(edition -> assertThat(verify.check(Evidence.of(
                                house.bytes(edition),
                                house.bytes(edition + "/edition.json"),
                                house.bytes(edition + "/edition.tlog-proof"))))
                        .as(edition)
                        .isInstanceOf(Verdict.Genuine.class));
    }
}
