package org.diurna.staff;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import org.diurna.house.Database;

/** One-time codes of people: from their authenticators, and from the list on paper for when those are lost. */
final class Codes {
    static final int ON_PAPER = 10;

    private static final int PAPER_LENGTH = 12;

    private final Database database;
    private final Clock clock;
    private final Seal seal;

    Codes(Database database, Clock clock, Seal seal) {
        this.database = database;
        this.clock = clock;
        this.seal = seal;
    }

    private record Authenticator(String secret, long lastStep) {}

    /** Keeps the secret if the code shows that an authenticator has it; ends the one before. */
    boolean confirm(String person, String secret, String code) {
        OptionalLong step = Totp.step(secret, code, clock.instant(), -1);
        if (step.isEmpty()) {
            return false;
        }
        database.write(() -> {
            database.sql("""
                            insert into totp (person, secret, last_step, since) values (:person, :secret, :step, :now)
                            on conflict (person) do update set secret = excluded.secret,
                                   last_step = excluded.last_step, since = excluded.since""")
                    .param("person", person)
                    .param("secret", seal.seal(secret, person))
                    .param("step", step.getAsLong())
                    .param("now", clock.instant().toEpochMilli())
                    .update();
        });
        return true;
    }

    /** Whether the code is one of this person's; it is never again. */
    boolean use(String person, String code) {
        return database.write(() -> useStep(person, code) || usePaper(person, code));
    }

    private boolean useStep(String person, String code) {
        return database.sql("select secret, last_step from totp where person = :person")
                .param("person", person)
                .query((row, _) -> new Authenticator(row.getString("secret"), row.getLong("last_step")))
                .optional()
                .map(own -> {
                    String secret = seal.open(own.secret(), person);
                    OptionalLong step = Totp.step(secret, code, clock.instant(), own.lastStep());
                    return step.isPresent()
                            && remember(
                                    person,
                                    step.getAsLong(),
                                    Seal.sealed(own.secret()) ? own.secret() : seal.seal(secret, person));
                })
                .orElse(false);
    }

    /** Two requests with one code: the row changes for the first only. */
    private boolean remember(String person, long step, String sealed) {
        return database.sql("""
                                update totp set last_step = :step, secret = :secret
                                where person = :person and last_step < :step""")
                        .param("step", step)
                        .param("secret", sealed)
                        .param("person", person)
                        .update()
                == 1;
    }

    private boolean usePaper(String person, String code) {
        String letters = code.toLowerCase(Locale.ROOT).replaceAll("[\\s-]", "");
        return database.sql("delete from recovery_code where person = :person and digest = :digest")
                        .param("person", person)
                        .param("digest", Secrets.digest(person + letters))
                        .update()
                == 1;
    }

    /** A new list for paper instead of the one before. It is shown once; only digests are kept. */
    List<String> newPaper(String person) {
        List<String> codes = new ArrayList<>();
        for (int made = 0; made < ON_PAPER; made++) {
            codes.add(Secrets.letters(PAPER_LENGTH));
        }
        database.write(() -> {
            database.sql("delete from recovery_code where person = :person")
                    .param("person", person)
                    .update();
            for (String code : codes) {
                database.sql("insert into recovery_code (person, digest) values (:person, :digest)")
                        .param("person", person)
                        .param("digest", Secrets.digest(person + code))
                        .update();
            }
        });
        return codes.stream()
                .map(code -> code.substring(0, 4) + "-" + code.substring(4, 8) + "-" + code.substring(8))
                .toList();
    }
}
