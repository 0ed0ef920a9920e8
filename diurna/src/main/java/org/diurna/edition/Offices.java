package org.diurna.edition;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.diurna.house.Database;
import org.diurna.house.Sha256;
import org.springframework.dao.DuplicateKeyException;

/** The offices of the organisation, the ministry first. */
public final class Offices {
    /** The kind of job that prints the pages of an office anew; its name is that of {@link #changed}. */
    public static final String CHANGED = "office";

    private final Database database;

    public Offices(Database database) {
        this.database = database;
    }

    /** All of them, in the order in which they were added. */
    public List<Office> all() {
        return database.read(() -> database.sql("select doc from office order by position, code")
                .query((row, _) -> OfficeJson.read(row.getString("doc")))
                .list());
    }

    public Optional<Office> find(String code) {
        return database.read(() -> database.sql("select doc from office where code = :code")
                .param("code", code)
                .query((row, _) -> OfficeJson.read(row.getString("doc")))
                .optional());
    }

    /** Names a job for an office that is changed now. */
    public static String changed(String code, Instant at) {
        return code + "@" + at.toEpochMilli();
    }

    /** The office that a job is about. */
    public static String ofJob(String job) {
        return job.substring(0, job.indexOf('@'));
    }

    /** Which of these host names belong to another office. */
    public Set<String> takenHosts(List<String> hosts, String code) {
        return database.read(
                () -> Set.copyOf(database.sql("select host from office_host where host in (:hosts) and office <> :code")
                        .param("hosts", hosts)
                        .param("code", code)
                        .query(String.class)
                        .list()));
    }

    /** Stands for what an office is now, so that a change of something older is noticed. */
    public static String version(Office office) {
        return Sha256.hex(OfficeJson.write(office));
    }

    /**
     * Adds an office, or changes the one with its code.
     *
     * @throws IllegalArgumentException when one of its host names belongs to another office
     */
    public void put(Office office) {
        try {
            database.write(() -> {
                database.sql("""
                                insert into office (code, position, doc)
                                select :code, coalesce(max(position), 0) + 1, :doc from office where true
                                on conflict (code) do update set doc = excluded.doc""")
                        .param("code", office.code())
                        .param("doc", OfficeJson.write(office))
                        .update();
                database.sql("delete from office_host where office = :office")
                        .param("office", office.code())
                        .update();
                for (String host : office.hosts()) {
                    database.sql("insert into office_host (host, office) values (:host, :office)")
                            .param("host", host)
                            .param("office", office.code())
                            .update();
                }
            });
        } catch (DuplicateKeyException e) {
            throw new IllegalArgumentException(
                    "A host name of the office " + office.code() + " (" + String.join(", ", office.hosts())
                            + ") belongs to another office. Take it from there first, or choose another.",
                    e);
        }
    }
}
