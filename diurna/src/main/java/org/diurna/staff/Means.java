package org.diurna.staff;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import org.diurna.house.Database;

/** By what people can sign in. */
final class Means {
    private final Database database;

    Means(Database database) {
        this.database = database;
    }

    /**
     * What a person has set up.
     *
     * @param paper codes on paper that are left
     */
    record Of(int passkeys, boolean password, boolean codes, int paper, boolean provider) {
        /** Whether the person can come back: by a passkey, by a password with codes, or by the organisation's provider. */
        boolean enough() {
            return passkeys > 0 || (password && codes) || provider;
        }
    }

    /** A passkey, for the list of them. */
    record Passkey(String id, String label, Instant created) {}

    Of of(String person) {
        return database.read(() -> database.sql("""
                        select (select count(*) from user_credentials where user_entity_user_id = :handle) as passkeys,
                               exists (select 1 from password where person = :person) as password,
                               exists (select 1 from totp where person = :person) as codes,
                               (select count(*) from recovery_code where person = :person) as paper,
                               exists (select 1 from identity where person = :person) as provider""")
                .param("handle", handle(person))
                .param("person", person)
                .query((row, _) -> new Of(
                        row.getInt("passkeys"),
                        row.getBoolean("password"),
                        row.getBoolean("codes"),
                        row.getInt("paper"),
                        row.getBoolean("provider")))
                .single());
    }

    List<Passkey> passkeys(String person) {
        return database.read(() -> database.sql(
                        "select credential_id, label, created from user_credentials where user_entity_user_id = :handle"
                                + " order by created, credential_id")
                .param("handle", handle(person))
                .query((row, _) -> new Passkey(
                        row.getString("credential_id"),
                        row.getString("label"),
                        row.getTimestamp("created").toInstant()))
                .list());
    }

    boolean removePasskey(String person, String id) {
        return database.write(() ->
                database.sql("delete from user_credentials where credential_id = :id and user_entity_user_id = :handle")
                                .param("id", id)
                                .param("handle", handle(person))
                                .update()
                        == 1);
    }

    /** Takes every means from a person, who then needs a link to come back. The provider's identity stays. */
    void removeAll(String person) {
        database.write(() -> {
            database.sql("delete from user_credentials where user_entity_user_id = :handle")
                    .param("handle", handle(person))
                    .update();
            for (String table : List.of("password", "totp", "recovery_code")) {
                database.sql("delete from " + table + " where person = :person")
                        .param("person", person)
                        .update();
            }
        });
    }

    /** What authenticators know a person by: the id, written as Spring's tables write it. */
    static String handle(String person) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(person.getBytes(StandardCharsets.UTF_8));
    }
}
