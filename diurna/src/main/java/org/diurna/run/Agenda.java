package org.diurna.run;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.diurna.edition.Edition;
import org.diurna.edition.Event;
import org.diurna.edition.EventJson;
import org.diurna.edition.Happening;
import org.diurna.edition.Office;
import org.diurna.edition.Release;
import org.diurna.edition.ReleaseId;
import org.diurna.house.Database;
import org.diurna.house.Language;
import org.diurna.press.Order;
import org.diurna.press.Planned;

/** The events of published editions, for the calendars and front pages of offices. */
final class Agenda {
    /** For so long after its end an event stays in the calendar, so that programs that look seldom see what became of it. */
    private static final Duration KEPT = Duration.ofDays(31);

    /** More than an office announces in a year. */
    private static final int CALENDAR_MAX = 500;

    private final Database database;

    Agenda(Database database) {
        this.database = database;
    }

    /** Takes over the events of a sealed edition; what it announces no more stays, to be told as cancelled. */
    void publish(Release release, Edition edition) {
        for (Event event : edition.wording().events()) {
            database.sql("""
                            insert into agenda (release, lang, event, office, ends, edition, stamp, doc)
                            values (:release, :lang, :event, :office, :ends, :edition, :at, :doc)
                            on conflict (release, lang, event) do update set ends = excluded.ends,
                                edition = excluded.edition, doc = excluded.doc""")
                    .param("release", release.id().value())
                    .param("lang", edition.language().tag())
                    .param("event", event.id())
                    .param("office", release.office().code())
                    .param("ends", event.ends().toEpochMilli())
                    .param("edition", edition.number())
                    .param("at", edition.published().toEpochMilli())
                    .param("doc", EventJson.write(event))
                    .update();
        }
        stamp(release.id(), edition.language(), edition.published());
    }

    /** Notes when what is said of its events changed. */
    void withdraw(Happening happening) {
        stamp(happening.release(), happening.language(), happening.at());
    }

    private void stamp(ReleaseId release, Language language, Instant at) {
        database.sql("update agenda set stamp = :at where release = :release and lang = :lang")
                .param("at", at.toEpochMilli())
                .param("release", release.value())
                .param("lang", language.tag())
                .update();
    }

    /** What takes place and has not ended, soonest first. */
    List<Planned> upcoming(Office office, Language language, Instant now) {
        return events(office, language, now, "p.withdrawn is null and a.edition = p.edition", Order.UPCOMING);
    }

    /** What the calendar holds; of a removed text nothing. */
    List<Planned> calendar(Office office, Language language, Instant now) {
        return events(office, language, now.minus(KEPT), "(p.withdrawn is null or p.withdrawn = 'kept')", CALENDAR_MAX);
    }

    private List<Planned> events(Office office, Language language, Instant since, String which, int most) {
        return database
                .sql("""
                        select a.*, p.edition as newest, p.withdrawn, p.slug from agenda a
                        join publication p on p.release = a.release and p.lang = a.lang
                        where a.office = :office and a.lang = :lang and a.ends >= :since and %s
                        order by a.ends, a.release, a.event limit :most""".formatted(which))
                .param("office", office.code())
                .param("lang", language.tag())
                .param("since", since.toEpochMilli())
                .param("most", most)
                .query(this::row)
                .stream()
                .sorted(Comparator.comparing(planned -> planned.event().starts()))
                .toList();
    }

    private Planned row(ResultSet row, int number) throws SQLException {
        Language language = Language.of(row.getString("lang"));
        ReleaseId release = new ReleaseId(row.getString("release"));
        boolean withdrawn = row.getString("withdrawn") != null;
        boolean announced = row.getInt("edition") == row.getInt("newest");
        return new Planned(
                release,
                language,
                EventJson.read(row.getString("doc")),
                Planned.revision(row.getInt("newest"), withdrawn),
                withdrawn || !announced ? Planned.State.CANCELLED : Planned.State.GOES_ON,
                Instant.ofEpochMilli(row.getLong("stamp")),
                "/" + language + "/" + release + "/" + row.getString("slug"));
    }
}
