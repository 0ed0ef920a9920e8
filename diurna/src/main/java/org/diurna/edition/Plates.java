package org.diurna.edition;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.diurna.house.Database;
import org.diurna.house.Language;

/** The pictures that drafts and editions show, and those that were taken back from the public. */
public final class Plates {
    private final Database database;

    Plates(Database database) {
        this.database = database;
    }

    /**
     * Where a picture is used.
     *
     * @param edition empty for the draft
     */
    public record Use(ReleaseId release, Language language, OptionalInt edition) {}

    /** A picture that was taken back: since then no page shows it. */
    public record Recalled(String picture, Instant at, String reason) {}

    /** A plate of an edition that somebody else asked for by the page. */
    public record Of(ReleaseId release, Language language, int edition, Plate plate) {}

    /** The pictures of an edition as they were frozen, the banner first. */
    public List<Plate> of(ReleaseId release, Language language, int edition) {
        return database.read(() -> database.sql("""
                        select doc from edition_picture
                        where release = :release and lang = :lang and number = :number order by position""")
                .param("release", release.value())
                .param("lang", language.tag())
                .param("number", edition)
                .query((row, _) -> PlateJson.read(row.getString("doc")))
                .list());
    }

    /** The pictures of all editions of all languages of these releases, with one question. */
    public List<Of> ofAll(Collection<ReleaseId> releases) {
        if (releases.isEmpty()) {
            return List.of();
        }
        return database.read(() -> database.sql("""
                        select release, lang, number, doc from edition_picture
                        where release in (:releases) order by release, lang, number, position""")
                .param(
                        "releases",
                        releases.stream().map(ReleaseId::value).distinct().toList())
                .query((row, _) -> new Of(
                        new ReleaseId(row.getString("release")),
                        Language.of(row.getString("lang")),
                        row.getInt("number"),
                        PlateJson.read(row.getString("doc"))))
                .list());
    }

    /** The drafts and editions that show a picture, drafts first. */
    public List<Use> uses(String picture) {
        return database.read(() -> Stream.concat(
                        database
                                .sql("select release, lang from draft_picture where picture = :picture"
                                        + " order by release, lang")
                                .param("picture", picture)
                                .query((row, _) -> new Use(
                                        new ReleaseId(row.getString("release")),
                                        Language.of(row.getString("lang")),
                                        OptionalInt.empty()))
                                .list()
                                .stream(),
                        database
                                .sql("select distinct release, lang, number from edition_picture"
                                        + " where picture = :picture order by release, lang, number")
                                .param("picture", picture)
                                .query((row, _) -> new Use(
                                        new ReleaseId(row.getString("release")),
                                        Language.of(row.getString("lang")),
                                        OptionalInt.of(row.getInt("number"))))
                                .list()
                                .stream())
                .toList());
    }

    /** Those of these pictures that were taken back. */
    public Map<String, Recalled> recalled(Collection<String> pictures) {
        Map<String, Recalled> recalled = new HashMap<>();
        if (!pictures.isEmpty()) {
            database.read(() -> database.sql("select * from picture_recall where picture in (:pictures)")
                            .param("pictures", pictures.stream().distinct().toList())
                            .query((row, _) -> new Recalled(
                                    row.getString("picture"),
                                    Instant.ofEpochMilli(row.getLong("at")),
                                    row.getString("reason")))
                            .list())
                    .forEach(each -> recalled.put(each.picture(), each));
        }
        return recalled;
    }

    public Optional<Recalled> recalled(String picture) {
        return Optional.ofNullable(recalled(List.of(picture)).get(picture));
    }

    /** Keeps what an edition shows, inside the caller's transaction. */
    static void keep(Database database, Edition edition, List<Plate> plates) {
        List<Plate> ordered = new ArrayList<>(plates);
        for (int i = 0; i < ordered.size(); i++) {
            database.sql("""
                            insert into edition_picture (release, lang, number, position, picture, doc)
                            values (:release, :lang, :number, :position, :picture, :doc)""")
                    .param("release", edition.release().value())
                    .param("lang", edition.language().tag())
                    .param("number", edition.number())
                    .param("position", i)
                    .param("picture", ordered.get(i).picture())
                    .param("doc", PlateJson.write(ordered.get(i)))
                    .update();
        }
    }

    /** Notes what a draft shows now, inside the caller's transaction. */
    static void drafted(Database database, ReleaseId id, Language language, Wording wording) {
        database.sql("delete from draft_picture where release = :release and lang = :lang")
                .param("release", id.value())
                .param("lang", language.tag())
                .update();
        for (String picture : wording.pictures()) {
            database.sql("insert into draft_picture (picture, release, lang) values (:picture, :release, :lang)")
                    .param("picture", picture)
                    .param("release", id.value())
                    .param("lang", language.tag())
                    .update();
        }
    }
}
