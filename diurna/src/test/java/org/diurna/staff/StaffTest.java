package org.diurna.staff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.diurna.house.Database;
import org.diurna.house.Language;
import org.diurna.house.OnBothDatabases;
import org.diurna.house.Settings;
import org.diurna.house.TestDatabases;
import org.springframework.dao.DataAccessException;

/** The room without its pages, on both databases. */
final class StaffTest {
    private static final Origin HERE = new Origin("203.0.113.7", "203.0.113.0", "test");
    private static final Language EN = Language.of("en");

    private Instant now = Instant.parse("2026-03-01T09:00:00Z");

    private Clock clock() {
        InstantSource source = () -> now;
        return source.withZone(ZoneOffset.UTC);
    }

    private Staff staff(Database database) {
        return new Staff(database, clock(), Members.plain(), Staff.Use.EARNEST, Seal.passing());
    }

    private Doer.Member by(Person person) {
        return new Doer.Member(person, now, HERE.kept());
    }

    private static Person first(Staff staff) {
        String token = staff.consoleLink().orElseThrow().substring("/welcome/".length());
        Welcome.Outcome outcome = staff.welcome.run(token, "Ana", "Ana@Lomara.example", EN, HERE);
        Person person = ((Welcome.Outcome.Welcomed) outcome).person();
        staff.passwords.put(person.id(), Members.PASSWORD);
        Members.code(staff, person.id());
        return person;
    }

    private static String token(Administration.Outcome outcome) {
        return ((Administration.Outcome.LinkMade) outcome).token();
    }

    @OnBothDatabases
    void the_console_makes_one_administrator_and_is_dead_then(TestDatabases.Fresh fresh) {
        try (Database database = fresh.open()) {
            Staff staff = staff(database);
            String earlier = staff.consoleLink().orElseThrow().substring("/welcome/".length());
            String token = staff.consoleLink().orElseThrow().substring("/welcome/".length());
            assertThat(staff.welcome.run(earlier, "Ana", "ana@lomara.example", EN, HERE))
                    .isInstanceOf(Welcome.Outcome.Dead.class);
            assertThat(staff.welcome.run(token, " ", "no address", EN, HERE))
                    .isEqualTo(new Welcome.Outcome.NotReady(List.of("staff.name-missing", "staff.mail-wrong")));
            assertThat(staff.welcome.run(token, "Ana", "ana@lomara.example", EN, HERE))
                    .isInstanceOf(Welcome.Outcome.Welcomed.class);
            assertThat(staff.welcome.run(token, "Eve", "eve@lomara.example", EN, HERE))
                    .isInstanceOf(Welcome.Outcome.Dead.class);
            // she never set up a way to sign in: the next start helps her out
            assertThat(staff.consoleLink()).isPresent();
            String id = staff.people()
                    .byMail("ANA@lomara.example")
                    .orElseThrow()
                    .person()
                    .id();
            staff.passwords.put(id, Members.PASSWORD);
            Members.code(staff, id);
            assertThat(staff.consoleLink()).isEmpty();
        }
    }

    @OnBothDatabases
    void an_invitation_gives_its_duties_once_and_dies_after_a_week(TestDatabases.Fresh fresh) {
        try (Database database = fresh.open()) {
            Staff staff = staff(database);
            Person ana = first(staff);
            Grant grant = new Grant(Duty.WRITER, Set.of("cairo", "tokyo"), Set.of(), Set.of("ar"));
            String token =
                    token(staff.administration.invite(by(ana), "samir@lomara.example", "Samir", EN, List.of(grant)));
            String late =
                    token(staff.administration.invite(by(ana), "late@lomara.example", "Late", EN, List.of(grant)));
            assertThat(staff.links.invitations()).hasSize(2);
            Welcome.Outcome outcome =
                    staff.welcome.run(token, "Samir H.", "else@lomara.example", Language.of("ar"), HERE);
            Person samir = ((Welcome.Outcome.Welcomed) outcome).person();
            assertThat(samir.mail()).isEqualTo("samir@lomara.example");
            assertThat(staff.people().find(samir.id()).orElseThrow().grants()).containsExactly(grant);
            assertThat(staff.welcome.run(token, "Eve", "", EN, HERE)).isInstanceOf(Welcome.Outcome.Dead.class);
            assertThat(staff.administration.invite(by(ana), "samir@lomara.example", "Two", EN, List.of(grant)))
                    .isEqualTo(new Administration.Outcome.NotReady("staff.mail-taken"));
            now = now.plus(Links.INVITATION_LIFE);
            assertThat(staff.welcome.run(late, "Late", "", EN, HERE)).isInstanceOf(Welcome.Outcome.Dead.class);
            assertThat(staff.links.invitations()).isEmpty();
        }
    }

    @OnBothDatabases
    void a_password_is_limited_by_account_and_address_and_knows_nobody(TestDatabases.Fresh fresh) {
        try (Database database = fresh.open()) {
            Staff staff = staff(database);
            Person ana = first(staff);
            assertThat(staff.signIns.password(" ANA@lomara.example", Members.PASSWORD, HERE))
                    .isEqualTo(new SignIns.Outcome.Right(
                            staff.people().find(ana.id()).orElseThrow()));
            assertThat(staff.signIns.password("nobody@lomara.example", Members.PASSWORD, HERE))
                    .isInstanceOf(SignIns.Outcome.Wrong.class);
            for (int tries = 0; tries < Attempts.PER_ACCOUNT; tries++) {
                assertThat(staff.signIns.password(ana.mail(), "wrong", origin(tries)))
                        .isInstanceOf(SignIns.Outcome.Wrong.class);
            }
            assertThat(staff.signIns.password(ana.mail(), Members.PASSWORD, origin(99)))
                    .isInstanceOf(SignIns.Outcome.TooMany.class);
            now = now.plus(Attempts.WINDOW);
            assertThat(staff.signIns.password(ana.mail(), Members.PASSWORD, origin(99)))
                    .isInstanceOf(SignIns.Outcome.Right.class);
            for (int tries = 0; tries < Attempts.PER_ADDRESS; tries++) {
                staff.signIns.password(tries + "@lomara.example", "wrong", HERE);
            }
            assertThat(staff.signIns.password(ana.mail(), Members.PASSWORD, HERE))
                    .isInstanceOf(SignIns.Outcome.TooMany.class);
        }
    }

    private static Origin origin(int last) {
        return new Origin("198.51.100." + last, "198.51.100.0", "test");
    }

    @OnBothDatabases
    void a_code_is_worth_something_once(TestDatabases.Fresh fresh) {
        try (Database database = fresh.open()) {
            Staff staff = staff(database);
            Person ana = first(staff);
            String secret = Totp.newSecret();
            assertThat(staff.codes.confirm(ana.id(), secret, "000000")).isFalse();
            assertThat(staff.codes.confirm(ana.id(), secret, Members.code(secret, now)))
                    .isTrue();
            assertThat(staff.codes.use(ana.id(), Members.code(secret, now))).isFalse();
            now = now.plusSeconds(30);
            assertThat(staff.codes.use(ana.id(), Members.code(secret, now))).isTrue();
            assertThat(staff.codes.use(ana.id(), Members.code(secret, now))).isFalse();
            String paper = staff.codes.newPaper(ana.id()).getLast();
            assertThat(staff.codes.use(ana.id(), paper.toUpperCase(java.util.Locale.ROOT)))
                    .isTrue();
            assertThat(staff.codes.use(ana.id(), paper)).isFalse();
            assertThat(staff.means.of(ana.id()).paper()).isEqualTo(Codes.ON_PAPER - 1);
        }
    }

    @OnBothDatabases
    void two_others_let_somebody_in_again_and_all_that_was_there_is_void(TestDatabases.Fresh fresh) {
        try (Database database = fresh.open()) {
            Staff staff = staff(database);
            Person ana = first(staff);
            Person samir = Members.join(staff, "samir", Grant.everywhere(Duty.WRITER));
            Person vera = Members.join(staff, "vera", Grant.everywhere(Duty.AUDITOR));
            String sitting = staff.signIns.begin(samir, "test", HERE, now);
            assertThat(staff.administration.askRecovery(by(vera), samir.id()))
                    .isInstanceOf(Administration.Outcome.NotAllowed.class);
            assertThat(staff.administration.askRecovery(by(ana), ana.id()))
                    .isEqualTo(new Administration.Outcome.NotReady("staff.recovery-own"));
            staff.administration.askRecovery(by(ana), samir.id());
            String wish = staff.administration.wishes().getFirst().id();
            for (Person same : List.of(ana, samir)) {
                assertThat(staff.administration.agreeRecovery(by(same), wish))
                        .isEqualTo(new Administration.Outcome.NotReady("staff.recovery-other"));
            }
            assertThat(staff.administration.agreeRecovery(
                            new Doer.Member(vera, now.minus(Duration.ofHours(1)), ""), wish))
                    .isInstanceOf(Administration.Outcome.ProveFirst.class);
            String token = token(staff.administration.agreeRecovery(by(vera), wish));
            assertThat(staff.administration.agreeRecovery(by(vera), wish))
                    .isInstanceOf(Administration.Outcome.NotFound.class);
            assertThat(staff.signedIn(sitting)).isPresent();
            assertThat(staff.welcome.run(token, "", "", EN, HERE)).isInstanceOf(Welcome.Outcome.Welcomed.class);
            assertThat(staff.signedIn(sitting)).isEmpty();
            assertThat(staff.means.of(samir.id()).enough()).isFalse();
            assertThat(staff.signIns.password(samir.mail(), Members.PASSWORD, HERE))
                    .isInstanceOf(SignIns.Outcome.Wrong.class);
        }
    }

    @OnBothDatabases
    void a_disabled_account_is_out_at_once_and_the_last_administrator_stays(TestDatabases.Fresh fresh) {
        try (Database database = fresh.open()) {
            Staff staff = staff(database);
            Person ana = first(staff);
            Person samir = Members.join(staff, "samir", Grant.everywhere(Duty.ADMINISTRATOR));
            String sitting = staff.signIns.begin(samir, "test", HERE, now);
            assertThat(staff.administration.disable(by(ana), samir.id()))
                    .isInstanceOf(Administration.Outcome.Done.class);
            assertThat(staff.signedIn(sitting)).isEmpty();
            assertThat(staff.signIns.password(samir.mail(), Members.PASSWORD, HERE))
                    .isInstanceOf(SignIns.Outcome.Wrong.class);
            assertThat(staff.administration.disable(by(ana), ana.id()))
                    .isEqualTo(new Administration.Outcome.NotReady("staff.last-administrator"));
            assertThat(staff.administration.take(by(ana), ana.id(), Duty.ADMINISTRATOR))
                    .isEqualTo(new Administration.Outcome.NotReady("staff.last-administrator"));
            staff.administration.enable(by(ana), samir.id());
            assertThat(staff.administration.take(by(ana), ana.id(), Duty.ADMINISTRATOR))
                    .isInstanceOf(Administration.Outcome.Done.class);
            assertThat(staff.administration.disable(
                            by(staff.people().find(ana.id()).orElseThrow()), samir.id()))
                    .isInstanceOf(Administration.Outcome.NotReady.class);
        }
    }

    @OnBothDatabases
    void a_sitting_ends_after_a_week_and_when_it_is_ended(TestDatabases.Fresh fresh) {
        try (Database database = fresh.open()) {
            Staff staff = staff(database);
            Person ana = first(staff);
            String one = staff.signIns.begin(ana, "test", HERE, now);
            String two = staff.signIns.begin(ana, "test", HERE, now);
            assertThat(staff.sittings.of(ana.id()))
                    .extracting(Sittings.Sitting::address)
                    .containsOnly("203.0.113.0");
            staff.sittings.end("pother", one);
            assertThat(staff.signedIn(one)).isPresent();
            staff.sittings.end(ana.id(), one);
            assertThat(staff.signedIn(one)).isEmpty();
            assertThat(staff.signedIn(two)).isPresent();
            now = now.plus(Sittings.LONGEST);
            assertThat(staff.signedIn(two)).isEmpty();
        }
    }

    @OnBothDatabases
    void the_trail_only_grows(TestDatabases.Fresh fresh) {
        try (Database database = fresh.open()) {
            Staff staff = staff(database);
            Person ana = first(staff);
            for (String statement : List.of("update trail set act = 'x'", "delete from trail")) {
                assertThatThrownBy(() -> database.write(() -> {
                            database.sql(statement).update();
                        }))
                        .as(statement)
                        .isInstanceOf(DataAccessException.class)
                        .hasMessageContaining("only grows");
            }
            assertThat(Members.acts(staff)).contains("welcome");
            now = now.plus(Duration.ofDays(2));
            staff.trail().note(by(ana), new Trail.Note("publish", "r1", "cairo", "ar", "ab".repeat(32), ""));
            Trail.Search all = Trail.Search.ALL;
            assertThat(search(
                            staff,
                            new Trail.Search("", "publish", "", all.from(), all.until(), Set.of(), all.before())))
                    .containsExactly("r1");
            assertThat(search(staff, new Trail.Search("", "", "r1", all.from(), all.until(), Set.of(), all.before())))
                    .containsExactly("r1");
            assertThat(search(
                            staff,
                            new Trail.Search(
                                    ana.id(), "", "", Optional.of(now), Optional.empty(), Set.of(), all.before())))
                    .containsExactly("r1");
            assertThat(search(
                            staff,
                            new Trail.Search("", "", "", all.from(), all.until(), Set.of("tokyo"), all.before())))
                    .isEmpty();
        }
    }

    private static List<String> search(Staff staff, Trail.Search search) {
        return staff.trail().search(search, 10).stream()
                .map(Trail.Line::subject)
                .toList();
    }

    @OnBothDatabases
    void an_export_reads_every_line_once(TestDatabases.Fresh fresh) {
        try (Database database = fresh.open()) {
            Staff staff = staff(database);
            Person ana = first(staff);
            int before = Members.acts(staff).size();
            database.write(() -> {
                for (int line = 0; line < 1100; line++) {
                    staff.trail().note(by(ana), Trail.Note.of("test", "s" + line, "=1+1, \"x\""));
                }
            });
            List<Long> read = new ArrayList<>();
            staff.trail().each(Trail.Search.ALL, line -> read.add(line.seq()));
            assertThat(read)
                    .hasSize(before + 1100)
                    .doesNotHaveDuplicates()
                    .isSortedAccordingTo((a, b) -> Long.compare(b, a));
            assertThat(AuditPages.csv(staff.trail().search(Trail.Search.ALL, 1).getFirst()))
                    .endsWith("\"'=1+1, \"\"x\"\"\"\r\n");
        }
    }

    @OnBothDatabases
    void the_secret_of_an_authenticator_lies_sealed_and_for_its_owner_only(TestDatabases.Fresh fresh) {
        String secret = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";
        try (Database database = fresh.open()) {
            Staff staff = staff(database);
            Person ana = first(staff);
            assertThat(secretOf(database, ana)).startsWith("v1:").doesNotContain(secret);
            now = now.plusSeconds(60);
            assertThat(staff.codes.use(ana.id(), Members.code(secret, now))).isTrue();
            Person ben = Members.join(staff, "ben", Grant.everywhere(Duty.WRITER));
            database.write(() -> {
                database.sql("""
                                insert into totp (person, secret, last_step, since)
                                select :ben, secret, 0, since from totp where person = :ana""").param("ben", ben.id()).param("ana", ana.id()).update();
            });
            assertThatThrownBy(() -> staff.codes.use(ben.id(), Members.code(secret, now)))
                    .hasMessageContaining("recovery");
            // a row of before the seal is sealed as soon as it is used
            database.write(() -> {
                database.sql("update totp set secret = :secret, last_step = 0 where person = :ben")
                        .param("secret", secret)
                        .param("ben", ben.id())
                        .update();
            });
            assertThat(staff.codes.use(ben.id(), Members.code(secret, now))).isTrue();
            assertThat(secretOf(database, ben)).startsWith("v1:");
        }
    }

    private static String secretOf(Database database, Person person) {
        return database.read(() -> database.sql("select secret from totp where person = :person")
                .param("person", person.id())
                .query(String.class)
                .single());
    }

    @OnBothDatabases
    void the_groups_of_the_provider_are_the_duties(TestDatabases.Fresh fresh) {
        try (Database database = fresh.open()) {
            Settings.Provider provider = new Settings.Provider(
                    "https://id.lomara.example",
                    "Lomara",
                    "diurna",
                    "",
                    "groups",
                    Map.of("press", "writer offices=cairo; publisher offices=cairo", "audit", "auditor"));
            Staff staff = new Staff(
                    database,
                    clock(),
                    new Settings.SignIn(Optional.empty(), "none", Optional.of(provider)),
                    Staff.Use.EARNEST,
                    Seal.passing());
            Person nadia = staff.identities.admit(claim("nadia", "press"), HERE).orElseThrow();
            assertThat(nadia.grants()).extracting(Grant::duty).containsExactlyInAnyOrder(Duty.WRITER, Duty.PUBLISHER);
            assertThat(staff.identities
                            .admit(claim("nadia", "audit"), HERE)
                            .orElseThrow()
                            .grants())
                    .containsExactly(Grant.everywhere(Duty.AUDITOR));
            assertThat(staff.identities
                            .admit(claim("nadia"), HERE)
                            .orElseThrow()
                            .grants())
                    .isEmpty();
            assertThat(staff.identities.admit(claim("stranger"), HERE)).isEmpty();
            assertThat(Members.acts(staff)).contains("give-duty", "take-duty");
        }
    }

    private static Identities.Claim claim(String name, String... groups) {
        return new Identities.Claim(
                "https://id.lomara.example", "sub-" + name, name + "@lomara.example", name, Set.of(groups));
    }

    @OnBothDatabases
    void what_is_restricted_names_its_people(TestDatabases.Fresh fresh) {
        try (Database database = fresh.open()) {
            Staff staff = staff(database);
            Person ana = first(staff);
            staff.restrictions().put("r1", Set.of(ana.id()), ana.id(), now);
            assertThat(staff.restrictions().of("r1")).containsExactly(ana.id());
            assertThat(staff.restrictions().of(Set.of("r1", "r2"))).containsOnlyKeys("r1");
            staff.restrictions().put("r1", Set.of(), ana.id(), now);
            assertThat(staff.restrictions().of("r1")).isEmpty();
        }
    }
}
