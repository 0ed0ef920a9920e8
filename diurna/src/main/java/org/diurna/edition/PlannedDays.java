package org.diurna.edition;

import java.time.Instant;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.diurna.house.Database;
import org.springframework.jdbc.core.RowMapper;

/** The list of days that offices think of: national days, anniversaries, commemorations, mourning. */
public final class PlannedDays {
    /** A longer list is no list any more. */
    public static final int MOST = 2_000;

    private static final RowMapper<PlannedDay> DAY = (row, _) -> {
        int year = row.getInt("year");
        boolean known = !row.wasNull();
        return new PlannedDay(
                row.getString("id"),
                row.getString("office"),
                row.getString("name"),
                PlannedDay.Kind.of(row.getString("kind")).orElseThrow(),
                MonthDay.of(row.getInt("month"), row.getInt("day")),
                known ? OptionalInt.of(year) : OptionalInt.empty(),
                row.getBoolean("yearly"));
    };

    private final Database database;

    PlannedDays(Database database) {
        this.database = database;
    }

    /** All of them, in the order of the year. */
    public List<PlannedDay> all() {
        return database.read(() -> database.sql("select * from planned_day order by month, day, name, id limit :most")
                .param("most", MOST)
                .query(DAY)
                .list());
    }

    public Optional<PlannedDay> find(String id) {
        return database.read(() -> database.sql("select * from planned_day where id = :id")
                .param("id", id)
                .query(DAY)
                .optional());
    }

    /** What comes between two days for one of these offices, or for all, by its date. */
    public List<PlannedDay.Coming> between(LocalDate first, LocalDate last, Set<String> offices) {
        return all().stream()
                .filter(day -> day.office().isEmpty() || offices.contains(day.office()))
                .flatMap(day -> day.between(first, last).stream())
                .sorted(Comparator.comparing(PlannedDay.Coming::date))
                .toList();
    }

    public void add(PlannedDay day, String by, Instant at) {
        Map<String, Object> values = new HashMap<>(Map.of(
                "id", day.id(),
                "office", day.office(),
                "name", Texts.clean(day.name()),
                "kind", day.kind().word(),
                "month", day.day().getMonthValue(),
                "day", day.day().getDayOfMonth(),
                "yearly", day.yearly(),
                "made", at.toEpochMilli(),
                "maker", by));
        values.put("year", day.year().isPresent() ? day.year().getAsInt() : null);
        database.write(() -> {
            database.sql("""
                            insert into planned_day (id, office, name, kind, month, day, year, yearly, made, maker)
                            values (:id, :office, :name, :kind, :month, :day, :year, :yearly, :made, :maker)""").params(values).update();
        });
    }

    /** Takes one from the list; answers whether it was there. */
    public boolean remove(String id) {
        return database.write(() -> database.sql("delete from planned_day where id = :id")
                        .param("id", id)
                        .update()
                == 1);
    }
}
