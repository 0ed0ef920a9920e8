package org.diurna.counter;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.diurna.edition.ReleaseId;
import org.diurna.house.Database;
import org.diurna.house.Language;

/** All requests. Every change says which version it was made of; of two at once the second changes nothing. */
final class Register {
    private final Database database;

    Register(Database database) {
        this.database = database;
    }

    /** Puts a request in; the one that is there already when the form, or everything in it, was sent before. */
    Licence put(Asking asking, String id, Instant at) {
        return database.write(() -> same(asking).orElseGet(() -> {
            // the same form may have come in at the same moment: it is in now
            if (!insert(asking, id, at)) {
                return same(asking).orElseThrow();
            }
            step(id, at, "", "asked", "");
            return find(id).orElseThrow();
        }));
    }

    private Optional<Licence> same(Asking asking) {
        return one(
                "where l.form = :form or (l.digest = :digest and l.erased is null and l.state in ('open', 'question'))"
                        + " order by l.asked limit 1",
                Map.of("form", asking.form(), "digest", asking.digest()));
    }

    /** Whether it is in; not when this form was. */
    private boolean insert(Asking asking, String id, Instant at) {
        Material material = asking.material();
        int put = database.sql("""
                        insert into licence (id, office, release, lang, edition, headline, name, organisation, mail, person,
                            medium, purpose, territory, first_day, last_day, form, digest, state, version, asked, changed)
                        values (:id, :office, :release, :lang, :edition, :headline, :name, :organisation, :mail, :person,
                            :medium, :purpose, :territory, :first, :last, :form, :digest, 'open', 1, :at, :at)
                        on conflict (form) do nothing""")
                .param("id", id)
                .param("office", material.office().code())
                .param("release", material.release().value())
                .param("lang", asking.language().tag())
                .param("edition", material.edition())
                .param("headline", material.headline())
                .param("name", asking.requester().name())
                .param("organisation", asking.requester().organisation())
                .param("mail", asking.requester().mail())
                .param("person", folded(asking.requester().mail()))
                .param("medium", asking.use().medium())
                .param("purpose", asking.use().purpose())
                .param("territory", asking.use().territory())
                .param("first", asking.use().first().map(LocalDate::toString).orElse(""))
                .param("last", asking.use().last().map(LocalDate::toString).orElse(""))
                .param("form", asking.form())
                .param("digest", asking.digest())
                .param("at", at.toEpochMilli())
                .update();
        if (put == 0) {
            return false;
        }
        for (Licence.Item item : asking.items()) {
            database.sql("""
                            insert into licence_item (licence, place, picture, title)
                            values (:licence, :place, :picture, :title)""")
                    .param("licence", id)
                    .param("place", item.place())
                    .param("picture", item.picture())
                    .param("title", item.title())
                    .update();
        }
        return true;
    }

    /** An address as one person's, however it was typed. */
    static String folded(String mail) {
        return mail.strip().toLowerCase(Locale.ROOT);
    }

    Optional<Licence> find(String id) {
        return one("where l.id = :id", Map.of("id", id));
    }

    private Optional<Licence> one(String where, Map<String, Object> values) {
        return read(where, values).stream().findFirst();
    }

    /** Requests of some offices; no offices at all where the set is empty. */
    List<Licence> search(Search search, int most) {
        List<String> wanted = new ArrayList<>(List.of("l.erased is null"));
        Map<String, Object> values = new HashMap<>(Map.of("most", most));
        search.offices().ifPresent(offices -> {
            // no index of offices: the list walks along its own order, and takes what is of these offices
            wanted.add(offices.isEmpty() ? "1 = 0" : "l.office || '' in (:offices)");
            if (!offices.isEmpty()) {
                values.put("offices", offices);
            }
        });
        if (!search.states().isEmpty()) {
            wanted.add("l.state in (:states)");
            values.put(
                    "states", search.states().stream().map(Licence.State::word).toList());
        }
        String sql = "where " + String.join(" and ", wanted)
                + " order by case l.state when 'open' then 0 when 'question' then 1 else 2 end, l.changed desc, l.id"
                + " limit :most";
        return read(sql, values);
    }

    /**
     * Which requests are wanted.
     *
     * @param offices their codes; empty for all offices
     * @param states  none for all
     */
    record Search(Optional<Set<String>> offices, Set<Licence.State> states) {}

    int open(Optional<Set<String>> offices) {
        if (offices.map(Set::isEmpty).orElse(false)) {
            return 0;
        }
        String sql = "select count(*) from licence where state = 'open' and erased is null"
                + (offices.isPresent() ? " and office in (:offices)" : "");
        return database.read(() -> database.sql(sql)
                .params(offices.<Map<String, ?>>map(codes -> Map.of("offices", codes))
                        .orElse(Map.of()))
                .query(Integer.class)
                .single());
    }

    /** Everything of one person, oldest first. */
    List<Licence> of(String mail, Optional<Set<String>> offices) {
        if (mail.isBlank() || offices.map(Set::isEmpty).orElse(false)) {
            return List.of();
        }
        Map<String, Object> values = new HashMap<>(Map.of("person", folded(mail)));
        offices.ifPresent(codes -> values.put("offices", codes));
        return read(
                "where l.person = :person and l.erased is null"
                        + (offices.isPresent() ? " and l.office in (:offices)" : "") + " order by l.asked, l.id",
                values);
    }

    /** Granted ones whose time has come. */
    List<Licence> ended(Instant now, int most) {
        return read(
                "where l.ends is not null and l.ends <= :now order by l.ends, l.id limit :most",
                Map.of("now", now.toEpochMilli(), "most", most));
    }

    /** Those that nothing has happened to since, and that hold for nobody. */
    List<Licence> stale(Instant since, int most) {
        return read(
                "where l.changed < :since and l.ends is null and l.erased is null order by l.changed, l.id limit :most",
                Map.of("since", since.toEpochMilli(), "most", most));
    }

    private List<Licence> read(String where, Map<String, Object> values) {
        return database.read(() -> {
            List<Licence> found = database.sql("select l.* from licence l " + where)
                    .params(values)
                    .query((row, _) -> licence(row, List.of()))
                    .list();
            Map<String, List<Licence.Item>> items = items(found);
            return found.stream()
                    .map(each -> with(each, items.getOrDefault(each.id(), List.of())))
                    .toList();
        });
    }

    private Map<String, List<Licence.Item>> items(List<Licence> of) {
        Map<String, List<Licence.Item>> items = new LinkedHashMap<>();
        if (!of.isEmpty()) {
            database.sql("select * from licence_item where licence in (:ids) order by licence, place")
                    .param("ids", of.stream().map(Licence::id).toList())
                    .query((row, _) -> items.computeIfAbsent(row.getString("licence"), _ -> new ArrayList<>())
                            .add(new Licence.Item(
                                    row.getInt("place"), row.getString("picture"), row.getString("title"))))
                    .list();
        }
        return items;
    }

    private static Licence with(Licence one, List<Licence.Item> items) {
        return new Licence(
                one.id(),
                one.office(),
                one.release(),
                one.language(),
                one.edition(),
                one.headline(),
                one.requester(),
                one.use(),
                items,
                one.state(),
                one.version(),
                one.asked(),
                one.changed(),
                one.ends(),
                one.erased());
    }

    private static Licence licence(ResultSet row, List<Licence.Item> items) throws SQLException {
        return new Licence(
                row.getString("id"),
                row.getString("office"),
                new ReleaseId(row.getString("release")),
                Language.of(row.getString("lang")),
                row.getInt("edition"),
                row.getString("headline"),
                new Licence.Requester(row.getString("name"), row.getString("organisation"), row.getString("mail")),
                new Licence.Use(
                        row.getString("medium"),
                        row.getString("purpose"),
                        row.getString("territory"),
                        day(row.getString("first_day")),
                        day(row.getString("last_day"))),
                items,
                Licence.State.of(row.getString("state")),
                row.getInt("version"),
                Instant.ofEpochMilli(row.getLong("asked")),
                Instant.ofEpochMilli(row.getLong("changed")),
                instant(row, "ends"),
                instant(row, "erased"));
    }

    private static Optional<LocalDate> day(String text) {
        return text.isEmpty() ? Optional.empty() : Optional.of(LocalDate.parse(text));
    }

    private static Optional<Instant> instant(ResultSet row, String column) throws SQLException {
        long value = row.getLong(column);
        return row.wasNull() ? Optional.empty() : Optional.of(Instant.ofEpochMilli(value));
    }

    List<Licence.Step> steps(String id) {
        return database.read(() -> database.sql("select * from licence_step where licence = :id order by seq")
                .param("id", id)
                .query((row, _) -> new Licence.Step(
                        Instant.ofEpochMilli(row.getLong("at")),
                        row.getString("doer"),
                        row.getString("kind"),
                        row.getString("words")))
                .list());
    }

    private void step(String id, Instant at, String doer, String kind, String words) {
        database.sql("""
                        insert into licence_step (licence, at, doer, kind, words)
                        values (:id, :at, :doer, :kind, :words)""")
                .param("id", id)
                .param("at", at.toEpochMilli())
                .param("doer", doer)
                .param("kind", kind)
                .param("words", words)
                .update();
    }

    /**
     * Takes a request one step on, in the transaction that is under way.
     *
     * @param seen version that was decided on
     * @param ends when it ends by itself; empty for never
     * @return false when it has another version now, or was forgotten
     */
    boolean move(String id, int seen, Licence.State to, Optional<Instant> ends, Licence.Step step) {
        int changed = database.sql("""
                        update licence set state = :state, version = version + 1, changed = :at, ends = :ends
                        where id = :id and version = :seen and erased is null""")
                .param("state", to.word())
                .param("at", step.at().toEpochMilli())
                .param("ends", ends.map(Instant::toEpochMilli).orElse(null), java.sql.Types.BIGINT)
                .param("id", id)
                .param("seen", seen)
                .update();
        if (changed == 1) {
            step(id, step.at(), step.doer(), step.kind(), step.words());
        }
        return changed == 1;
    }

    void grant(String id, Licence.Grant grant, List<Licence.File> files) {
        database.sql("insert into licence_grant (licence, terms, receipt) values (:id, :terms, :receipt)")
                .param("id", id)
                .param("terms", grant.terms())
                .param("receipt", grant.receipt())
                .update();
        for (Licence.File file : files) {
            database.sql("""
                            insert into licence_file (licence, place, sha256, width, height, bytes, downloads)
                            values (:id, :place, :sha256, :width, :height, :bytes, 0)""")
                    .param("id", id)
                    .param("place", file.place())
                    .param("sha256", file.sha256())
                    .param("width", file.width())
                    .param("height", file.height())
                    .param("bytes", file.bytes())
                    .update();
        }
    }

    Optional<Licence.Grant> granted(String id) {
        return database.read(() -> database.sql("select * from licence_grant where licence = :id")
                .param("id", id)
                .query((row, _) -> new Licence.Grant(row.getString("terms"), row.getString("receipt")))
                .optional());
    }

    List<Licence.File> files(String id) {
        return database.read(() -> database.sql("select * from licence_file where licence = :id order by place")
                .param("id", id)
                .query((row, _) -> new Licence.File(
                        row.getInt("place"),
                        row.getString("sha256"),
                        row.getInt("width"),
                        row.getInt("height"),
                        row.getLong("bytes"),
                        row.getInt("downloads")))
                .list());
    }

    void fetched(String id, int place) {
        database.write(() -> {
            database.sql("update licence_file set downloads = downloads + 1 where licence = :id and place = :place")
                    .param("id", id)
                    .param("place", place)
                    .update();
        });
    }

    /** Forgets the person; that there was a request, about what and how it ended stays. One transaction. */
    boolean forget(String id, String by, Instant at) {
        return database.write(() -> {
            int gone = database.sql("""
                            update licence set name = '', organisation = '', mail = '', person = '', medium = '',
                                purpose = '', territory = '', first_day = '', last_day = '', digest = '', ends = null,
                                version = version + 1, erased = :at
                            where id = :id and erased is null""")
                    .param("at", at.toEpochMilli())
                    .param("id", id)
                    .update();
            if (gone == 1) {
                database.sql("update licence_step set words = '' where licence = :id")
                        .param("id", id)
                        .update();
                database.sql("update licence_grant set terms = '', receipt = '' where licence = :id")
                        .param("id", id)
                        .update();
                step(id, at, by, "erased", "");
            }
            return gone == 1;
        });
    }
}
