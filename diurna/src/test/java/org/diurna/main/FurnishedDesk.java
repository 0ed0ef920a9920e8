package org.diurna.main;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.diurna.edition.ReleaseId;
import org.diurna.edition.Schedules;
import org.diurna.edition.Speaker;
import org.diurna.edition.WallTime;
import org.diurna.edition.Writing;
import org.diurna.guest.Guest;
import org.diurna.guest.Guests;
import org.diurna.house.Language;
import org.diurna.house.TestDatabases;
import org.diurna.staff.Duty;
import org.diurna.staff.Grant;
import org.diurna.staff.Members;
import org.diurna.staff.Person;
import org.diurna.staff.Staff;

/** A desk with two offices and something of every kind in each, and with somebody of every duty in one of them. */
final class FurnishedDesk implements AutoCloseable {
    final TestDesk desk;
    final ApiRequests api;
    final Map<String, Visitor> visitors = new LinkedHashMap<>();
    final Map<String, Caller> callers = new LinkedHashMap<>();
    final Map<String, Person> people = new LinkedHashMap<>();
    final Map<String, String> releases = new LinkedHashMap<>();
    final Map<String, String> comments = new LinkedHashMap<>();
    final Map<String, String> pictures = new LinkedHashMap<>();
    final Map<String, String> bundles = new LinkedHashMap<>();
    private final Map<String, String> waiting = new LinkedHashMap<>();
    final Map<String, String> guests = new LinkedHashMap<>();
    final Map<Guest.Kind, String> secrets = new LinkedHashMap<>();
    final Map<String, String> requests = Map.of("own", "REQ0000AAA", "foreign", "REQ0000BBB");

    FurnishedDesk() throws Exception {
        desk = TestDesk.open(new TestDatabases.Fresh("SQLite").place(), Members.plain(), Staff.Use.EARNEST);
        List.of("own", "foreign").forEach(this::office);
        pictures.put("own", PictureRoutesTest.take(desk, "own", 0x204060));
        pictures.put("foreign", PictureRoutesTest.take(desk, "foreign", 0x604020));
        requests.forEach((office, number) -> request(office, number));
        words();
        api = new ApiRequests(desk, releases, pictures, comments);
        people();
    }

    private void office(String office) {
        desk.office(office);
        for (String name : List.of(office, "of-" + office)) {
            Members.join(desk.staff(), name, new Grant(Duty.WRITER, Set.of(office), Set.of(), Set.of()));
        }
        ReleaseId plain = desk.draft(office, "A story of " + office);
        ReleaseId restricted = desk.draft(office, "A secret of " + office);
        releases.put(office, plain.value());
        ReleaseId signed = desk.draft(office, "A story of " + office + " that waits");
        waiting.put(office, signed.value());
        bundles.put(office, bundle(signed));
        releases.put(office + " restricted", restricted.value());
        desk.staff().restrictions().put(restricted.value(), Set.of("p" + office), "test", java.time.Instant.EPOCH);
    }

    private void words() {
        Writing writing = desk.house().releases().writing();
        releases.forEach((subject, id) -> comments.put(
                subject,
                writing.comments()
                        .add(
                                new ReleaseId(id),
                                Language.of("en"),
                                "p1",
                                "A comment.",
                                Set.of(),
                                "test",
                                java.time.Instant.EPOCH)
                        .id()));
        releases.forEach((subject, id) ->
                guests.put(subject, invite(Guest.Kind.EXPERT, id).guest().id()));
        for (Guest.Kind kind : Guest.Kind.values()) {
            secrets.put(kind, invite(kind, waiting.getOrDefault("own", "none")).secret());
        }
        writing.directory()
                .put(
                        new Speaker("s1", 0, Map.of(Language.of("en"), "Ana Meric"), List.of()),
                        "test",
                        java.time.Instant.EPOCH);
    }

    private void people() {
        // keeps the last administrator of all offices out of the way
        Members.join(desk.staff(), "root", Grant.everywhere(Duty.ADMINISTRATOR));
        visitors.put("nobody", desk.visitor());
        callers.put("nobody", new Caller(desk.address(), ""));
        for (Duty duty : Duty.values()) {
            Person person =
                    Members.join(desk.staff(), "d" + duty.word(), new Grant(duty, Set.of("own"), Set.of(), Set.of()));
            people.put(duty.word(), person);
            Grant grant = new Grant(duty, Set.of("own"), Set.of(), Set.of());
            callers.put(
                    duty.word(), new Caller(desk.address(), Members.token(desk.staff(), "d-" + duty.word(), grant)));
            visitors.put(duty.word(), desk.visitor().signIn(desk.staff(), person));
        }
    }

    /** The bundle of a release that is signed off for tomorrow. */
    private String bundle(ReleaseId id) {
        Schedules schedules = desk.house().releases().schedules();
        java.time.Instant due =
                java.time.Instant.now().plusSeconds(86_400).truncatedTo(java.time.temporal.ChronoUnit.MINUTES);
        return schedules.bind(List.of(schedules
                .sign(
                        WallTime.of(due, java.time.ZoneId.of("UTC")),
                        due,
                        List.of(new Schedules.Part(id, Language.of("en"), 1, List.of())),
                        "test",
                        java.time.Instant.EPOCH)
                .orElseThrow()));
    }

    private Guests.Invited invite(Guest.Kind kind, String release) {
        return desk.house()
                .guests()
                .invite(
                        new Guests.Invitation(
                                kind,
                                new ReleaseId(release),
                                Language.of("en"),
                                1,
                                "0".repeat(64),
                                "Dr. Vern",
                                "",
                                "",
                                Language.of("en"),
                                true,
                                Optional.empty()),
                        "test",
                        java.time.Instant.EPOCH);
    }

    /** A request for a licence, as the counter would have taken it in were the release public. */
    private void request(String office, String number) {
        desk.house().database().write(() -> {
            desk.house()
                    .database()
                    .sql("""
                            insert into licence (id, office, release, lang, edition, headline, name, organisation, mail,
                                person, medium, purpose, territory, first_day, last_day, form, digest, state, version,
                                asked, changed)
                            values (:id, :office, :release, 'en', 1, 'A story', 'Mira', '', 'mira@post.example',
                                'mira@post.example', 'Web', 'An article', '', '', '', :id, :id, 'open', 1, 0, 0)""")
                    .param("id", number)
                    .param("office", office)
                    .param("release", releases.getOrDefault(office, ""))
                    .update();
        });
    }

    @Override
    public void close() {
        desk.close();
    }
}
