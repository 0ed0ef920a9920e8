package org.diurna.staff;

import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.diurna.house.Database;

/** Things that only named people may see, by their opaque ids. */
public final class Restrictions {
    private final Database database;

    Restrictions(Database database) {
        this.database = database;
    }

    /** Ids of the people who alone may see it; none when it is not restricted. */
    public Set<String> of(String thing) {
        return of(Set.of(thing)).getOrDefault(thing, Set.of());
    }

    /** The same for many; things that are not restricted are left out. */
    public Map<String, Set<String>> of(Set<String> things) {
        Map<String, Set<String>> named = new HashMap<>();
        if (!things.isEmpty()) {
            database.read(() -> database.sql("select thing, person from restriction where thing in (:things)")
                            .param("things", things)
                            .query((row, _) -> Map.entry(row.getString("thing"), row.getString("person")))
                            .list())
                    .forEach(row -> named.computeIfAbsent(row.getKey(), _ -> new HashSet<>())
                            .add(row.getValue()));
        }
        return named;
    }

    /** Whether there is anything that this person is not among the named of. */
    public boolean hidesFrom(String person) {
        return database.read(() -> database.sql("""
                        select count(*) from (select thing from restriction
                        except select thing from restriction where person = :person) hidden""")
                        .param("person", person)
                        .query(Integer.class)
                        .single())
                > 0;
    }

    /** Restricts it to these people instead of those before; to nobody lifts the restriction. */
    public void put(String thing, Set<String> people, String by, Instant at) {
        database.write(() -> {
            database.sql("delete from restriction where thing = :thing")
                    .param("thing", thing)
                    .update();
            for (String person : people) {
                database.sql("insert into restriction (thing, person, at, doer) values (:thing, :person, :at, :by)")
                        .param("thing", thing)
                        .param("person", person)
                        .param("at", at.toEpochMilli())
                        .param("by", by)
                        .update();
            }
        });
    }
}
