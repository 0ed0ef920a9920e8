package org.diurna.main;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.diurna.edition.Office;
import org.diurna.edition.ReleaseId;
import org.diurna.edition.Releases;
import org.diurna.edition.Standing;
import org.diurna.edition.Wording;
import org.diurna.edition.WordingJson;
import org.diurna.house.DataFolder;
import org.diurna.house.DatabasePlace;
import org.diurna.house.Language;
import org.diurna.house.Settings;
import org.diurna.ledger.Ledger;
import org.diurna.staff.Staff;
import org.diurna.stand.FolderShelf;
import org.diurna.stand.Shelf;

/** The real desk at a free port, over an installation of its own in a temporary folder. */
final class TestDesk implements AutoCloseable {
    private final DataFolder folder;
    private final Shelf shelf;
    private final House house;
    private final House.Publishing publishing;
    private Shell.Open shell;

    private TestDesk(Path place, Settings settings, Staff.Use use) {
        folder = DataFolder.take(place);
        if (!LedgerPlace.founded(folder)) {
            Ledger.found(folder.ledger(), LedgerPlace.keyFile(folder), LedgerPlace.origin(settings, "test"));
        }
        shelf = FolderShelf.openOrFound(folder.shelf());
        house = House.open(folder, settings, use);
        publishing = house.publishing(shelf, Optional.empty());
        shell = Shell.open(house, publishing);
    }

    static TestDesk open(DatabasePlace place, Settings.SignIn signIn, Staff.Use use) {
        Optional<DatabasePlace.Postgres> postgres =
                place instanceof DatabasePlace.Postgres server ? Optional.of(server) : Optional.empty();
        return new TestDesk(newFolder(), settings(postgres, signIn, 0), use);
    }

    /** A desk whose folder and port outlive it: opened again, it goes on there. */
    static TestDesk at(Path folder, int port, Settings.SignIn signIn, Staff.Use use) {
        return new TestDesk(folder, settings(Optional.empty(), signIn, port), use);
    }

    private static Settings settings(Optional<DatabasePlace.Postgres> postgres, Settings.SignIn signIn, int port) {
        Settings usual = Settings.read(Path.of("no-such-file.yaml")).at(0, 0);
        return new Settings(
                usual.organisation(),
                usual.authority(),
                usual.since(),
                usual.publicBind(),
                0,
                usual.scheme(),
                usual.addressPort(),
                usual.tls(),
                usual.deskBind(),
                port,
                List.of("127.0.0.1"),
                usual.ledgerHost(),
                postgres,
                signIn,
                List.of(new Settings.Licence(
                        "press-use",
                        "Free for reporting",
                        URI.create("https://mfa.example/en/rights"),
                        Settings.Licence.Largest.EVERYBODY)),
                usual.intake(),
                usual.reviewed(),
                usual.late(),
                usual.mail(),
                usual.trust(),
                usual.counter());
    }

    private static Path newFolder() {
        try {
            return Files.createTempDirectory("diurna-desk");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    House house() {
        return house;
    }

    Staff staff() {
        return house.staff();
    }

    Shell.Open shell() {
        return shell;
    }

    /** As browsers write it: passkeys want a name. */
    String address() {
        return "http://localhost:" + shell.port();
    }

    Visitor visitor() {
        return new Visitor(address());
    }

    /** Stops the web server and starts it again; the database stays. The port is another then. */
    void restart() {
        shell.close();
        shell = Shell.open(house, publishing);
    }

    /** Adds an office that publishes in English and Arabic. */
    void office(String code) {
        house.offices()
                .put(new Office(
                        code,
                        Map.of(Language.of("en"), "Office " + code, Language.of("ar"), "مكتب " + code),
                        List.of(code + ".localhost"),
                        List.of(Language.of("en"), Language.of("ar")),
                        java.time.ZoneId.of("Europe/Belgrade"),
                        Office.Brand.PLAIN,
                        List.of(),
                        Map.of(),
                        Optional.empty(),
                        Optional.empty()));
    }

    /** Begins a statement in English that nothing stands against. */
    ReleaseId draft(String office, String headline) {
        Wording wording = WordingJson.read("""
                {"headline": "%s", "date": "2026-03-02", "body": [{"type": "paragraph", "id": "p1", "text": [{"text": "A sentence."}]}]}""".formatted(headline));
        return house.releases()
                .begin(
                        new Releases.Beginning(
                                office,
                                "statement",
                                Optional.empty(),
                                Language.of("en"),
                                Standing.ORIGINAL,
                                wording,
                                "",
                                List.of()),
                        "test",
                        house.clock().instant());
    }

    @Override
    public void close() {
        shell.close();
        publishing.close();
        house.close();
        shelf.close();
        folder.close();
    }
}
