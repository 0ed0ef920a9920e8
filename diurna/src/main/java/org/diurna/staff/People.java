package org.diurna.staff;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.diurna.house.Database;
import org.diurna.house.Language;

/** The members of staff with their duties. An account is never deleted, since the trail names it; it can be disabled. */
public final class People {
    private static final String COLUMNS =
            "select p.*, d.person is not null as disabled from person p left join person_disabled d on d.person = p.id ";

    private final Database database;

    People(Database database) {
        this.database = database;
    }

    /**
     * One line of the list of staff.
     *
     * @param disabled whether the person may sign in no more
     */
    record Account(Person person, boolean disabled) {}

    /** A person who may sign in. */
    public Optional<Person> find(String id) {
        return account(id).filter(account -> !account.disabled()).map(Account::person);
    }

    /** By id, disabled or not. */
    Optional<Account> account(String id) {
        return one("where p.id = :key", id);
    }

    /** By mail address, in whatever case. */
    Optional<Account> byMail(String mail) {
        return one("where p.mail = :key", fold(mail));
    }

    private Optional<Account> one(String where, String key) {
        return database.read(() -> database.sql(COLUMNS + where)
                .param("key", key)
                .query((row, _) -> account(
                        row.getString("id"),
                        row.getString("mail"),
                        row.getString("name"),
                        row.getString("lang"),
                        row.getBoolean("disabled"),
                        grants(key.contains("@") ? row.getString("id") : key)))
                .optional());
    }

    /** Everybody, by name. */
    List<Account> all() {
        return database.read(() -> {
            Map<String, List<Grant>> grants = new HashMap<>();
            database.sql("select * from duty order by person, duty")
                    .query((row, _) -> Map.entry(
                            row.getString("person"),
                            grant(
                                    row.getString("duty"),
                                    row.getString("offices"),
                                    row.getString("types"),
                                    row.getString("langs"))))
                    .list()
                    .forEach(entry -> grants.computeIfAbsent(entry.getKey(), _ -> new ArrayList<>())
                            .add(entry.getValue()));
            return database.sql(COLUMNS + "order by p.name, p.id")
                    .query((row, _) -> account(
                            row.getString("id"),
                            row.getString("mail"),
                            row.getString("name"),
                            row.getString("lang"),
                            row.getBoolean("disabled"),
                            grants.getOrDefault(row.getString("id"), List.of())))
                    .list();
        });
    }

    /** Everybody who may sign in, by name. */
    public List<Person> able() {
        return all().stream()
                .filter(account -> !account.disabled())
                .map(Account::person)
                .toList();
    }

    private static Account account(
            String id, String mail, String name, String lang, boolean disabled, List<Grant> grants) {
        return new Account(new Person(id, mail, name, Language.of(lang), grants), disabled);
    }

    private List<Grant> grants(String person) {
        return database.sql("select * from duty where person = :person order by duty")
                .param("person", person)
                .query((row, _) -> grant(
                        row.getString("duty"),
                        row.getString("offices"),
                        row.getString("types"),
                        row.getString("langs")))
                .list();
    }

    /** How somebody is called; an id that nobody has is its own name: the command line's, an import's. */
    public String name(String id) {
        return names(Set.of(id)).getOrDefault(id, id);
    }

    /** The names of those people, for pages that say who did something; ids that nobody has are left out. */
    public Map<String, String> names(Set<String> ids) {
        Map<String, String> names = new LinkedHashMap<>();
        if (!ids.isEmpty()) {
            database.read(() -> database.sql("select id, name from person where id in (:ids)")
                            .param("ids", ids)
                            .query((row, _) -> Map.entry(row.getString("id"), row.getString("name")))
                            .list())
                    .forEach(entry -> names.put(entry.getKey(), entry.getValue()));
        }
        return names;
    }

    /** Adds a person, in the transaction of the caller; the mail address must be free. */
    void add(Person person, String by, Instant at) {
        database.write(() -> {
            database.sql("""
                            insert into person (id, mail, name, lang, created, creator)
                            values (:id, :mail, :name, :lang, :at, :by)""")
                    .param("id", person.id())
                    .param("mail", person.mail())
                    .param("name", person.name())
                    .param("lang", person.language().tag())
                    .param("at", at.toEpochMilli())
                    .param("by", by)
                    .update();
            person.grants().forEach(grant -> grant(person.id(), grant, by, at));
        });
    }

    /** Gives a duty, or gives it other limits. */
    void grant(String person, Grant grant, String by, Instant at) {
        database.write(() -> {
            database.sql("""
                            insert into duty (person, duty, offices, types, langs, at, doer)
                            values (:person, :duty, :offices, :types, :langs, :at, :by)
                            on conflict (person, duty) do update set offices = excluded.offices, types = excluded.types,
                                   langs = excluded.langs, at = excluded.at, doer = excluded.doer""")
                    .param("person", person)
                    .param("duty", grant.duty().word())
                    .param("offices", words(grant.offices()))
                    .param("types", words(grant.types()))
                    .param("langs", words(grant.languages()))
                    .param("at", at.toEpochMilli())
                    .param("by", by)
                    .update();
        });
    }

    void revoke(String person, Duty duty) {
        database.write(() -> {
            database.sql("delete from duty where person = :person and duty = :duty")
                    .param("person", person)
                    .param("duty", duty.word())
                    .update();
        });
    }

    void disable(String person, String by, Instant at) {
        database.write(() -> {
            database.sql("insert into person_disabled (person, at, doer) values (:person, :at, :by)"
                            + " on conflict (person) do nothing")
                    .param("person", person)
                    .param("at", at.toEpochMilli())
                    .param("by", by)
                    .update();
        });
    }

    void enable(String person) {
        database.write(() -> {
            database.sql("delete from person_disabled where person = :person")
                    .param("person", person)
                    .update();
        });
    }

    void describe(String person, String name, Language language) {
        database.write(() -> {
            database.sql("update person set name = :name, lang = :lang where id = :person")
                    .param("name", name.strip())
                    .param("lang", language.tag())
                    .param("person", person)
                    .update();
        });
    }

    /** How many may sign in and administer everything, this person left out. */
    int administratorsBut(String person) {
        return database.read(() ->
                database.sql("""
                        select count(*) from duty u where u.duty = 'administrator' and u.offices = '' and u.person <> :person
                          and not exists (select 1 from person_disabled d where d.person = u.person)""").param("person", person).query(Integer.class).single());
    }

    static String fold(String mail) {
        return mail.strip().toLowerCase(Locale.ROOT);
    }

    static String words(Set<String> set) {
        return set.stream().sorted().collect(Collectors.joining(" "));
    }

    static Set<String> set(String words) {
        return Arrays.stream(words.split("[\\s,]+"))
                .filter(word -> !word.isEmpty())
                .collect(Collectors.toUnmodifiableSet());
    }

    private static Grant grant(String duty, String offices, String types, String langs) {
        return new Grant(Duty.of(duty), set(offices), set(types), set(langs));
    }

    /** Duties as one text: a line each, its limits behind it. For links, which give duties later. */
    static String text(List<Grant> grants) {
        return grants.stream()
                .map(grant -> grant.duty().word() + "\t" + words(grant.offices()) + "\t" + words(grant.types()) + "\t"
                        + words(grant.languages()))
                .collect(Collectors.joining("\n"));
    }

    static List<Grant> grantsIn(String text) {
        return text.lines()
                .map(line -> line.split("\t", -1))
                .map(part -> grant(part[0], part[1], part[2], part[3]))
                .toList();
    }
}
