package org.diurna.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.diurna.house.FakeClock;
import org.diurna.ledger.Ledger;
import org.diurna.ledger.LedgerException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Database, ledger and what the public has seen must be of one moment, or nothing is signed. */
final class ForeignLedgerTest {
    private final FakeClock clock = new FakeClock("2026-03-04T09:30:00Z");

    @TempDir
    Path folder;

    private Path home() {
        return folder.resolve("home");
    }

    private Installation open() {
        return Installation.open(home(), Installation.sqlite(home()), clock, Installation.Public.ON_THE_SHELF);
    }

    private void publish(String headline) {
        try (Installation house = open()) {
            new Lomara(house).release(headline, "The ferry sails at noon.");
        }
    }

    private void found() {
        try (Installation house =
                Installation.found(home(), Installation.sqlite(home()), clock, Installation.Public.ON_THE_SHELF)) {
            house.offices.put(Lomara.ministry(Lomara.HOST));
            new Lomara(house).release("The ferry sails again", "The ferry sails at noon.");
        }
    }

    private void backUp() throws Exception {
        Installation.copy(home(), folder.resolve("backup"));
    }

    private void restore(String name) throws Exception {
        Path there = home().resolve(name);
        if (Files.isDirectory(there)) {
            Files.move(there, folder.resolve("before-" + name));
            Installation.copy(folder.resolve("backup").resolve(name), there);
        } else {
            Files.copy(folder.resolve("backup").resolve(name), there, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    @Test
    void a_database_restored_alone_is_refused() throws Exception {
        found();
        backUp();
        publish("The harbour is open");
        restore("diurna.sqlite");
        try (Installation house = open()) {
            assertThatThrownBy(() -> new Run(house.shop))
                    .isInstanceOf(LedgerForeign.class)
                    .hasMessageContaining("The ledger has 2 entries, the database knows 1 leaves and 1 receipts")
                    .hasMessageContaining("Nothing is signed until they fit");
        }
    }

    @Test
    void a_ledger_restored_alone_is_refused() throws Exception {
        found();
        backUp();
        publish("The harbour is open");
        restore("ledger");
        try (Installation house = open()) {
            assertThatThrownBy(() -> new Run(house.shop)).isInstanceOf(LedgerForeign.class);
        }
    }

    @Test
    void a_lost_ledger_that_was_founded_anew_is_refused() throws Exception {
        found();
        Files.move(home().resolve("ledger"), folder.resolve("lost"));
        Files.move(home().resolve("ledger.key"), folder.resolve("lost.key"));
        Ledger.found(home().resolve("ledger"), home().resolve("ledger.key"), Installation.ORIGIN);
        try (Installation house = open()) {
            assertThatThrownBy(() -> new Run(house.shop)).isInstanceOf(LedgerForeign.class);
        }
    }

    @Test
    void the_database_of_another_installation_is_refused_even_if_it_counts_as_many_leaves() throws Exception {
        found();
        backUp();
        publish("The harbour is open");
        Path other = folder.resolve("other");
        Installation.copy(folder.resolve("backup"), other);
        try (Installation house =
                Installation.open(other, Installation.sqlite(other), clock, Installation.Public.ON_THE_SHELF)) {
            new Lomara(house).release("Another second release", "It is not the same one.");
        }
        Files.copy(
                other.resolve("diurna.sqlite"), home().resolve("diurna.sqlite"), StandardCopyOption.REPLACE_EXISTING);
        try (Installation house = open()) {
            assertThatThrownBy(() -> new Run(house.shop)).isInstanceOf(LedgerForeign.class);
        }
    }

    @Test
    void database_and_ledger_from_one_old_backup_are_refused_because_the_public_has_seen_more() throws Exception {
        found();
        backUp();
        publish("The harbour is open");
        restore("diurna.sqlite");
        restore("ledger");
        try (Installation house = open()) {
            assertThatThrownBy(() -> new Run(house.shop)).isInstanceOf(LedgerException.Forked.class);
            assertThat(house.ledger.size()).isEqualTo(1);
        }
    }

    @Test
    void what_belongs_together_opens() {
        found();
        publish("The harbour is open");
        try (Installation house = open()) {
            assertThat(new Run(house.shop).pressRun().run()).isZero();
        }
    }
}
