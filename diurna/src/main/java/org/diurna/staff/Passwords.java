package org.diurna.staff;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.diurna.house.Database;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;

/** Passwords, for computers that have no passkeys. They open nothing without a one-time code. */
final class Passwords {
    /** In characters. There are no rules about what characters: length is what helps. */
    static final int LENGTH_MIN = 12;

    /** In bytes of UTF-8: bcrypt reads no more. */
    static final int SIZE_MAX_BYTES = 72;

    /** 2 to this power rounds. */
    private static final int STRENGTH = 11;

    private static final Set<String> COMMON = common();

    private final Database database;
    private final Clock clock;
    private final BCryptPasswordEncoder bcrypt = new BCryptPasswordEncoder(STRENGTH);

    Passwords(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** What an attempt for somebody without a password is checked against, so that it takes as long. */
    private static final class Nobody {
        static final String HASH = hash(new BCryptPasswordEncoder(STRENGTH), Secrets.token());
    }

    private static String hash(BCryptPasswordEncoder bcrypt, String password) {
        String hash = bcrypt.encode(password);
        if (hash == null) {
            throw new IllegalStateException("bcrypt answers for every password but none.");
        }
        return hash;
    }

    /** Why it cannot be this person's password, as a key of the room's words. */
    static Optional<String> objection(String password, Person person) {
        String folded = password.toLowerCase(Locale.ROOT);
        String mailbox = person.mail().substring(0, person.mail().indexOf('@'));
        if (password.codePointCount(0, password.length()) < LENGTH_MIN) {
            return Optional.of("staff.password-short");
        }
        if (password.getBytes(StandardCharsets.UTF_8).length > SIZE_MAX_BYTES) {
            return Optional.of("staff.password-long");
        }
        boolean guessable = COMMON.contains(folded)
                || folded.chars().distinct().count() < 4
                || folded.contains(mailbox)
                || folded.contains("diurna");
        return guessable ? Optional.of("staff.password-common") : Optional.empty();
    }

    void put(String person, String password) {
        String hash = hash(bcrypt, password);
        database.write(() -> {
            database.sql("""
                            insert into password (person, hash, changed) values (:person, :hash, :now)
                            on conflict (person) do update set hash = excluded.hash, changed = excluded.changed""")
                    .param("person", person)
                    .param("hash", hash)
                    .param("now", clock.instant().toEpochMilli())
                    .update();
        });
    }

    /** Whether it is the person's. Takes as long for somebody who has none, or is nobody. */
    boolean check(String person, String password) {
        Optional<String> hash = database.read(() -> database.sql("select hash from password where person = :person")
                .param("person", person)
                .query(String.class)
                .optional());
        boolean short72 = password.getBytes(StandardCharsets.UTF_8).length <= SIZE_MAX_BYTES;
        boolean same = bcrypt.matches(short72 ? password : "", hash.orElseGet(() -> Nobody.HASH));
        return same && short72 && hash.isPresent();
    }

    private static Set<String> common() {
        try (InputStream in = Passwords.class.getResourceAsStream("/staff/common-passwords.txt")) {
            if (in == null) {
                throw new IllegalStateException("The program lacks its list of common passwords.");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank())
                    .collect(Collectors.toUnmodifiableSet());
        } catch (IOException e) {
            throw new UncheckedIOException("The list of common passwords cannot be read.", e);
        }
    }
}
