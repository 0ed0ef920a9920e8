package org.diurna.edition;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.diurna.house.Language;
import org.springframework.jdbc.core.RowMapper;

/** How rows become records. */
final class Rows {
    static final RowMapper<Release> RELEASE = (row, _) -> {
        int serial = row.getInt("serial");
        Optional<ReleaseNumber> number = row.wasNull()
                ? Optional.empty()
                : Optional.of(new ReleaseNumber(
                        row.getString("series"), serial, row.getInt("year"), row.getString("printed")));
        return new Release(
                new ReleaseId(row.getString("id")),
                OfficeJson.read(row.getString("doc")),
                row.getString("type"),
                number,
                Instant.ofEpochMilli(row.getLong("created")),
                row.getString("creator"));
    };

    static final RowMapper<Draft> DRAFT = (row, _) -> new Draft(
            new ReleaseId(row.getString("release")),
            Language.of(row.getString("lang")),
            Standing.of(row.getString("standing")),
            row.getInt("revision"),
            WordingJson.read(row.getString("doc")),
            Instant.ofEpochMilli(row.getLong("changed")),
            row.getString("changer"),
            row.getString("found"),
            row.getString("reports").lines().toList());

    static final RowMapper<Edition> EDITION = (row, _) -> new Edition(
            new ReleaseId(row.getString("release")),
            Language.of(row.getString("lang")),
            row.getInt("number"),
            Kind.of(row.getString("kind")),
            row.getString("note"),
            WordingJson.read(row.getString("doc")),
            row.getBytes("json"),
            row.getString("body_html"),
            row.getString("digest"),
            row.getInt("revision"),
            Instant.ofEpochMilli(row.getLong("published")));

    private Rows() {}

    static WallTime wallTime(ResultSet row) throws SQLException {
        return new WallTime(
                LocalDateTime.parse(row.getString("local")),
                ZoneId.of(row.getString("zone")),
                WallTime.Shift.of(row.getString("shift")));
    }

    /** A sign-off with the reason for which it is held, where it is. */
    static Schedule schedule(ResultSet row, List<Schedule.Version> versions) throws SQLException {
        long was = row.getLong("was");
        Optional<Instant> before = row.wasNull() ? Optional.empty() : Optional.of(Instant.ofEpochMilli(was));
        String reason = row.getString("reason");
        return new Schedule(
                row.getString("id"),
                wallTime(row),
                Instant.ofEpochMilli(row.getLong("due")),
                before,
                Instant.ofEpochMilli(row.getLong("signed")),
                row.getString("signer"),
                versions,
                reason == null
                        ? Optional.empty()
                        : Optional.of(new Schedule.Held(
                                Schedule.Reason.of(reason), Instant.ofEpochMilli(row.getLong("since")))));
    }

    /** Sorts languages as the office lists them; those that it no longer has come last. */
    static List<Language> inOrder(Office office, List<Language> present) {
        List<Language> ordered = new ArrayList<>(office.languages());
        ordered.retainAll(present);
        present.stream().filter(language -> !ordered.contains(language)).forEach(ordered::add);
        return ordered;
    }
}
