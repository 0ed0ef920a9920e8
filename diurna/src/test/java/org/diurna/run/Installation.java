package org.diurna.run;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.diurna.edition.Happenings;
import org.diurna.edition.Offices;
import org.diurna.edition.ReleaseTypes;
import org.diurna.edition.Releases;
import org.diurna.house.Database;
import org.diurna.house.DatabasePlace;
import org.diurna.house.Jobs;
import org.diurna.house.Language;
import org.diurna.ledger.Ledger;
import org.diurna.ledger.LogKey;
import org.diurna.stand.Change;
import org.diurna.stand.FolderShelf;
import org.diurna.stand.Shelf;
import org.diurna.stand.Stand;
import org.diurna.stand.StandSettings;

/** A whole installation in a folder, as the program opens it, but for the desk's web server. */
final class Installation implements AutoCloseable {
    static final String ORIGIN = "localhost/press";

    final Path folder;
    final Database database;
    final Jobs jobs;
    final Offices offices;
    final Happenings happenings;
    final Releases releases;
    final ReleaseTypes types = ReleaseTypes.standard();
    final Clock clock;
    final LogKey key;
    final Ledger ledger;
    final Shelf shelf;
    final Optional<Stand> stand;
    final Workshop shop;
    final PressRun pressRun;
    final Renewal renewal;
    final PaperRun paperRun;

    /** Where the files of pictures come from; tests without pictures have none. */
    volatile Workshop.Renditions renditions = sha256 -> {
        throw new AssertionError("This installation has no darkroom that could have made " + sha256 + ".");
    };

    /** Whether the stand is open: most tests look at the shelf alone. */
    enum Public {
        SERVED,
        ON_THE_SHELF
    }

    private Installation(Path folder, DatabasePlace place, Clock clock, Faults faults, Public how) {
        this.folder = folder;
        this.clock = clock;
        this.shelf = FolderShelf.openOrFound(folder.resolve("shelf"));
        this.stand = how == Public.SERVED
                ? Optional.of(Stand.open(
                        shelf, StandSettings.standard().at("127.0.0.1", 0).withLoops(1)))
                : Optional.empty();
        this.database = Database.open(place);
        this.jobs = new Jobs(database);
        this.offices = new Offices(database);
        this.happenings = new Happenings(database, jobs);
        this.releases = new Releases(database, offices, happenings);
        this.key = LogKey.read(folder.resolve("ledger.key"));
        this.ledger = Ledger.open(folder.resolve("ledger"), key);
        Sites sites = new Sites(
                offices,
                types,
                new Sites.Facts(
                        Map.of(Language.of("en"), "Republic of Lomara"),
                        "mfa.lomara.example",
                        LocalDate.of(2026, 1, 1),
                        "http",
                        stand.map(Stand::port).orElse(80),
                        ORIGIN,
                        "log " + key.verifier().text() + " http://" + ORIGIN + "\nquorum none\n"));
        this.shop = new Workshop(
                database,
                offices,
                releases,
                happenings,
                types,
                ledger,
                faults.over(shelf),
                sites,
                faults.over((turn, patience) ->
                        stand.map(open -> open.confirm(turn, patience)).orElse(true)),
                faults.over(clock),
                sha256 -> renditions.read(sha256));
        this.pressRun = new PressRun(shop, faults.over(Sealing.Log.of(ledger)));
        this.renewal = new Renewal(shop, pressRun);
        this.paperRun = new PaperRun(shop, pressRun);
    }

    /** Makes the ledger of a new installation, and opens it. */
    static Installation found(Path folder, DatabasePlace place, Clock clock, Public how) {
        Ledger.found(folder.resolve("ledger"), folder.resolve("ledger.key"), ORIGIN);
        return open(folder, place, clock, how);
    }

    static Installation open(Path folder, DatabasePlace place, Clock clock, Public how) {
        return new Installation(folder, place, clock, new Faults(0), how);
    }

    /** Opens it so that it dies at the n-th point. */
    static Installation faulty(Path folder, Clock clock, Faults faults) {
        return new Installation(folder, sqlite(folder), clock, faults, Public.ON_THE_SHELF);
    }

    static DatabasePlace sqlite(Path folder) {
        return new DatabasePlace.Sqlite(folder.resolve("diurna.sqlite"));
    }

    /** Every address with what stands there: status, headers and the digest of its bytes. */
    Map<String, Change> state() {
        return new TreeMap<>(shelf.state(shelf.last()));
    }

    /** The bytes at an address of the shelf. */
    byte[] bytes(String address) {
        Change change = state().get(address);
        if (!(change instanceof Change.Put put)) {
            throw new AssertionError("There are no bytes at " + address + ": " + change);
        }
        return shelf.read(put.identity().digest());
    }

    String text(String address) {
        return new String(bytes(address), java.nio.charset.StandardCharsets.UTF_8);
    }

    /** Copies the folder of a closed installation. */
    static void copy(Path from, Path to) throws java.io.IOException {
        try (var files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Path target = to.resolve(from.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(target);
                } else {
                    Files.copy(file, target);
                }
            }
        }
    }

    @Override
    public void close() {
        jobs.close();
        ledger.close();
        database.close();
        stand.ifPresent(Stand::close);
        shelf.close();
    }
}
