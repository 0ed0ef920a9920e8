package org.diurna.staff;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.diurna.house.Database;
import org.diurna.house.Language;
import org.diurna.house.Settings;

/** People of tests, with what they need to sign in. */
public final class Members {
    public static final String PASSWORD = "seven herrings in a ferry";

    private static final Settings.SignIn PLAIN = new Settings.SignIn(Optional.empty(), "short", Optional.empty());

    private Members() {}

    public static Settings.SignIn plain() {
        return PLAIN;
    }

    /** The room on a database, for tests of rooms that ask it. */
    public static Staff staff(Database database, Clock clock) {
        return new Staff(database, clock, PLAIN, Staff.Use.EARNEST, Seal.passing());
    }

    /** Adds a person who can sign in with the password and with {@link #code}. */
    public static Person join(Staff staff, String name, Grant... grants) {
        Person person = new Person("p" + name, name + "@lomara.example", name, Language.of("en"), List.of(grants));
        staff.people().add(person, "test", staff.clock.instant());
        staff.passwords.put(person.id(), PASSWORD);
        return person;
    }

    /** A code that signs the person in once; it makes those before void. */
    public static String code(Staff staff, String person) {
        staff.codes.confirm(person, "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ", now(staff));
        return staff.codes.newPaper(person).getFirst();
    }

    private static String now(Staff staff) {
        return Totp.code(
                "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ", staff.clock.instant().getEpochSecond() / Totp.STEP_SECONDS);
    }

    /** The code that an authenticator shows for a secret. */
    public static String code(String secret, Instant at) {
        return Totp.code(secret.replace(" ", ""), at.getEpochSecond() / Totp.STEP_SECONDS);
    }

    public static void forgetAttempts(Staff staff) {
        staff.database.write(() -> {
            staff.database.sql("delete from attempt").update();
        });
    }

    /** Makes all proofs of everybody old. */
    public static void letProofsAge(Staff staff) {
        staff.database.write(() -> {
            staff.database.sql("update sitting set proved = 0").update();
        });
    }

    /** The acts in the trail, newest first. */
    public static List<String> acts(Staff staff) {
        return staff.trail().search(Trail.Search.ALL, 1000).stream()
                .map(Trail.Line::act)
                .toList();
    }

    /** The token of a new integration with these duties. */
    public static String token(Staff staff, String name, Grant... grants) {
        Person root = new Person(
                "root-of-tokens",
                "tokens@lomara.example",
                "Root",
                Language.of("en"),
                List.of(Grant.everywhere(Duty.ADMINISTRATOR)));
        Doer.Member by = new Doer.Member(root, staff.clock.instant(), "test");
        return switch (staff.integrations().make(by, new Integrations.Wish(name, List.of(grants), 90))) {
            case Administration.Outcome.LinkMade(var token) -> token;
            case Administration.Outcome other -> throw new AssertionError("No token: " + other);
        };
    }

    /** Takes the token of an integration back. */
    public static void revoke(Staff staff, String name) {
        Person root = new Person(
                "root-of-tokens",
                "tokens@lomara.example",
                "Root",
                Language.of("en"),
                List.of(Grant.everywhere(Duty.ADMINISTRATOR)));
        String id = staff.integrations().all().stream()
                .filter(known -> known.name().equals(name))
                .findFirst()
                .orElseThrow()
                .id();
        staff.integrations().revoke(new Doer.Member(root, staff.clock.instant(), "test"), id);
    }
}
