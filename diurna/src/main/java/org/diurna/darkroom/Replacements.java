package org.diurna.darkroom;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.diurna.house.Database;

/**
 * Which pictures of the library another one has taken the place of. Nothing that shows an old picture changes by it: editions
 * keep theirs for ever, drafts until somebody exchanges it. Reads and writes join a transaction that is under way.
 */
public final class Replacements {
    /** So many pictures in a row, each in the place of the one before, are followed. */
    private static final int CHAIN_MAX = 100;

    private final Database database;

    public Replacements(Database database) {
        this.database = database;
    }

    /** The picture that has taken the place of this one, at the end of the row; empty where none has. */
    public Optional<String> successor(String picture) {
        return database.read(() -> {
            String last = picture;
            for (int i = 0; i < CHAIN_MAX; i++) {
                Optional<String> next = next(last);
                if (next.isEmpty()) {
                    break;
                }
                last = next.get();
            }
            return Optional.of(last).filter(found -> !found.equals(picture));
        });
    }

    private Optional<String> next(String picture) {
        return database.sql("select successor from picture_replacement where picture = :picture")
                .param("picture", picture)
                .query(String.class)
                .optional();
    }

    /** The pictures whose place this one has taken, those of the whole row, the nearest first. */
    public List<String> before(String picture) {
        return database.read(() -> {
            List<String> all = new ArrayList<>(List.of(picture));
            for (int i = 0; i < all.size() && i < CHAIN_MAX; i++) {
                all.addAll(database.sql(
                                "select picture from picture_replacement where successor = :picture order by at desc, picture")
                        .param("picture", all.get(i))
                        .query(String.class)
                        .list());
            }
            return List.copyOf(all.subList(1, all.size()));
        });
    }

    /**
     * Notes that a picture takes the place of another, or of the one that had taken it before.
     *
     * @throws IllegalArgumentException where the successor's own place was taken by that picture, or it is the same
     */
    public void put(String picture, String successor, String by, Instant at) {
        database.write(() -> {
            if (picture.equals(successor) || before(picture).contains(successor)) {
                throw new IllegalArgumentException(
                        "The picture " + successor + " was replaced by " + picture + " itself; take that back first.");
            }
            return database.sql("""
                            insert into picture_replacement (picture, successor, at, doer)
                            values (:picture, :successor, :at, :by)
                            on conflict (picture) do update set successor = :successor, at = :at, doer = :by""")
                    .param("picture", picture)
                    .param("successor", successor)
                    .param("at", at.toEpochMilli())
                    .param("by", by)
                    .update();
        });
    }

    /** Gives a picture its place back; whether it had lost it. */
    public boolean remove(String picture) {
        return database.write(() -> database.sql("delete from picture_replacement where picture = :picture")
                        .param("picture", picture)
                        .update()
                == 1);
    }
}
