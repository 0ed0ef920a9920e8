package org.diurna.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.diurna.desk.DeskRoom.EN;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.diurna.counter.Counter;
import org.diurna.counter.Licence;
import org.diurna.counter.Surroundings;
import org.diurna.darkroom.Backstage;
import org.diurna.darkroom.Look;
import org.diurna.darkroom.Master;
import org.diurna.edition.Block;
import org.diurna.edition.Happenings;
import org.diurna.edition.Inline;
import org.diurna.edition.Kind;
import org.diurna.edition.Plate;
import org.diurna.edition.ReleaseId;
import org.diurna.edition.WithdrawnText;
import org.diurna.edition.Wording;
import org.diurna.house.FakeClock;
import org.diurna.house.OnBothDatabases;
import org.diurna.house.Outbox;
import org.diurna.house.Settings;
import org.diurna.house.TestDatabases;
import org.diurna.ledger.NoteKey;
import org.junit.jupiter.api.io.TempDir;

/** What may be granted: that which is public, and may be used. */
final class GrantLicenceTest {
    private static final String PICTURE = "ab".repeat(32);
    private static final GrantLicence.Terms TERMS = new GrantLicence.Terms("For one article.", "2027-01-31", Set.of(1));

    private final FakeClock clock = new FakeClock("2026-11-25T12:00:00Z");
    private final Map<String, Library.Shelved> shelf = new HashMap<>();

    @TempDir
    Path folder;

    /** A desk with one public release that shows a picture, and a request for it. */
    private final class Granting {
        private final DeskRoom room;
        private final ReleaseId release;
        private final GrantLicence grant;

        Granting(DeskRoom room) throws IOException {
            this.room = room;
            Wording wording = new Wording(
                    "The ferry sails",
                    List.of(),
                    "Halden",
                    Optional.of(LocalDate.of(2026, 3, 4)),
                    List.of(new Block.Paragraph("p", Optional.empty(), List.of(Inline.Text.plain("At noon.")))));
            release = room.begin(wording);
            room.releases().publish(release, EN, 1, Kind.RELEASE, "", "ana", clock.instant(), List.of(plate()));
            Happenings happenings = room.releases().happenings();
            happenings.onTheStand(happenings.pending(10), 1, clock.instant());
            Surroundings around = new Surroundings(
                    () -> {
                        throw new AssertionError("Nothing is printed.");
                    },
                    (_, path) -> path,
                    () -> "https://desk.example",
                    _ -> List.of(),
                    new Outbox(room.database(), room.jobs(), clock),
                    (_, _, length) -> new byte[length],
                    400);
            NoteKey key = NoteKey.readOrMake(folder.resolve("counter.key"), "press.mfa.example/counter");
            Counter counter = new Counter(room.database(), room.releases(), around, key, clock);
            Backstage backstage = new Backstage(
                    folder,
                    room.database(),
                    () -> {
                        throw new AssertionError("Nothing is developed.");
                    },
                    clock);
            Library library = id -> Optional.ofNullable(shelf.get(id));
            grant = new GrantLicence(
                    new Requests(counter, room.rights()),
                    room.releases().offices(),
                    new Platemaker(library, backstage),
                    clock);
        }

        List<String> objections() {
            return grant.objections(licence(), TERMS).stream()
                    .map(Objection::key)
                    .toList();
        }

        private Licence licence() {
            return new Licence(
                    "AAAAAAAAAA",
                    "mfa",
                    release,
                    EN,
                    1,
                    "The ferry sails",
                    new Licence.Requester("Mira Okello", "", "mira@post.example"),
                    new Licence.Use("Newspaper", "An article", "", Optional.empty(), Optional.empty()),
                    List.of(new Licence.Item(1, PICTURE, "The ferry")),
                    Licence.State.OPEN,
                    1,
                    clock.instant(),
                    clock.instant(),
                    Optional.empty(),
                    Optional.empty());
        }
    }

    private static Plate plate() {
        return new Plate(
                Plate.BANNER,
                PICTURE,
                PICTURE,
                "image/jpeg",
                4000,
                3000,
                "A ferry",
                "The ferry in the harbour",
                "Photo: MFA",
                List.of("Dara"),
                "© MFA",
                "For reporting only",
                "https://mfa.example/en/rights",
                "",
                List.of(new Plate.Print(
                        Plate.Cut.WIDE, "/media/" + PICTURE + "/wide-960.jpg", PICTURE, "image/jpeg", 960, 411, 1000)));
    }

    private void shelve(Optional<Instant> embargo, Optional<Instant> expires) {
        Master master = new Master(PICTURE, "image/jpeg", 1_000, 4_000, 3_000, new Look(0));
        shelf.put(
                PICTURE,
                new Library.Shelved(
                        PICTURE,
                        master,
                        "",
                        Optional.empty(),
                        Optional.empty(),
                        Map.of(),
                        embargo,
                        expires,
                        Settings.Licence.Largest.ON_REQUEST));
    }

    @OnBothDatabases
    void a_picture_that_expired_or_waits_for_its_time_is_not_granted(TestDatabases.Fresh fresh) throws IOException {
        try (DeskRoom room = DeskRoom.open(fresh)) {
            Granting desk = new Granting(room);
            shelve(Optional.empty(), Optional.empty());
            assertThat(desk.objections()).isEmpty();
            shelve(Optional.empty(), Optional.of(clock.instant()));
            assertThat(desk.objections()).containsExactly("item-expired");
            shelve(Optional.of(clock.instant().plus(Duration.ofHours(1))), Optional.empty());
            assertThat(desk.objections()).containsExactly("item-embargoed");
        }
    }

    @OnBothDatabases
    void a_recalled_picture_is_not_granted(TestDatabases.Fresh fresh) throws IOException {
        try (DeskRoom room = DeskRoom.open(fresh)) {
            Granting desk = new Granting(room);
            room.releases().recall(PICTURE, "The person asked us to.", "ana", clock.instant());
            assertThat(desk.objections()).containsExactly("item-not-public");
        }
    }

    @OnBothDatabases
    void nothing_of_a_withdrawn_release_is_granted(TestDatabases.Fresh fresh) throws IOException {
        try (DeskRoom room = DeskRoom.open(fresh)) {
            Granting desk = new Granting(room);
            desk.room.releases().withdraw(desk.release, EN, WithdrawnText.KEPT, "Wrong.", "ana", clock.instant());
            assertThat(desk.objections()).containsExactly("item-not-public");
        }
    }
}
