package org.diurna.run;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.diurna.edition.Edition;
import org.diurna.edition.Plate;
import org.diurna.edition.Plates;
import org.diurna.edition.Release;
import org.diurna.edition.ReleaseId;
import org.diurna.edition.ReleaseTypes;
import org.diurna.edition.Releases;
import org.diurna.edition.Standing;
import org.diurna.house.Database;
import org.diurna.house.Language;
import org.diurna.press.PublicEdition;
import org.diurna.press.PublicVersion;
import org.diurna.press.Seal;

/** Reads a language version as the public is to see it: its sealed editions and nothing else. */
final class Versions {
    private final Database database;
    private final Releases releases;
    private final ReleaseTypes types;
    private final Lists lists;

    Versions(Database database, Releases releases, ReleaseTypes types, Lists lists) {
        this.database = database;
        this.releases = releases;
        this.types = types;
        this.lists = lists;
    }

    /** The languages in which a release is or was public. */
    List<Language> published(ReleaseId release) {
        return database.sql("select lang from publication where release = :release order by lang")
                .param("release", release.value())
                .query((row, _) -> Language.of(row.getString("lang")))
                .list();
    }

    private record Row(String slug, int edition, Standing standing) {}

    PublicVersion version(Release release, Language language) {
        Row row = database.sql("""
                        select p.slug, p.edition, v.standing from publication p
                        join version v on v.release = p.release and v.lang = p.lang
                        where p.release = :release and p.lang = :lang""")
                .param("release", release.id().value())
                .param("lang", language.tag())
                .query((r, _) ->
                        new Row(r.getString("slug"), r.getInt("edition"), Standing.of(r.getString("standing"))))
                .single();
        return new PublicVersion(
                release.office(),
                release.id(),
                types.of(release.type()),
                release.number(),
                language,
                row.standing(),
                row.slug(),
                slugsGone(release.id(), language),
                editions(release.id(), language, row.edition()),
                lists.siblings(release.office(), release.id(), language),
                withdrawn(release.id(), language));
    }

    private List<String> slugsGone(ReleaseId release, Language language) {
        return database.sql("select slug from slug_gone where release = :release and lang = :lang order by slug")
                .param("release", release.value())
                .param("lang", language.tag())
                .query((row, _) -> row.getString("slug"))
                .list();
    }

    private record Sealed(int edition, Seal seal) {}

    private static Seal seal(ResultSet row) throws SQLException {
        return new Seal(
                row.getLong("idx"),
                row.getString("hash"),
                row.getString("code"),
                row.getBytes("proof"),
                row.getString("content"));
    }

    private List<PublicEdition> editions(ReleaseId release, Language language, int newest) {
        Map<Integer, Seal> seals = database
                .sql("""
                        select edition, idx, hash, code, proof, content from leaf
                        where release = :release and lang = :lang and proof is not null and content <> '-'""")
                .param("release", release.value())
                .param("lang", language.tag())
                .query((row, _) -> new Sealed(row.getInt("edition"), seal(row)))
                .list()
                .stream()
                .collect(Collectors.toMap(Sealed::edition, Sealed::seal));
        Map<Integer, List<Plate>> plates = releases.plates().ofAll(List.of(release)).stream()
                .filter(of -> of.language().equals(language))
                .collect(Collectors.groupingBy(
                        Plates.Of::edition, Collectors.mapping(Plates.Of::plate, Collectors.toList())));
        Map<String, Plates.Recalled> recalled = releases.plates()
                .recalled(plates.values().stream()
                        .flatMap(List::stream)
                        .map(Plate::picture)
                        .toList());
        return releases.editions(release, language).stream()
                .filter(edition -> edition.number() <= newest)
                .map(edition -> edition(
                        edition,
                        plates.getOrDefault(edition.number(), List.of()),
                        recalled,
                        Optional.ofNullable(seals.get(edition.number()))
                                .orElseThrow(() -> new IllegalStateException("Edition " + edition.number() + " of "
                                        + release + " in " + language + " is listed as public but has no proof."))))
                .toList();
    }

    private static PublicEdition edition(
            Edition edition, List<Plate> plates, Map<String, Plates.Recalled> recalled, Seal seal) {
        return new PublicEdition(
                edition.number(),
                edition.kind(),
                edition.note(),
                edition.published(),
                edition.wording(),
                edition.bodyHtml(),
                edition.json(),
                seal,
                plates.stream()
                        .filter(plate -> !recalled.containsKey(plate.picture()))
                        .toList(),
                plates.stream()
                        .flatMap(plate -> Optional.ofNullable(recalled.get(plate.picture())).stream()
                                .map(gone -> new PublicEdition.Recalled(plate.place(), gone.at())))
                        .toList());
    }

    private Optional<PublicVersion.Withdrawn> withdrawn(ReleaseId release, Language language) {
        return database.sql("""
                        select w.at, w.reason, p.withdrawn, l.idx, l.hash, l.code, l.proof, l.content from publication p
                        join withdrawal w on w.release = p.release and w.lang = p.lang
                        join leaf l on l.happening = w.happening and l.proof is not null
                        where p.release = :release and p.lang = :lang and p.withdrawn is not null
                        order by w.at desc limit 1""")
                .param("release", release.value())
                .param("lang", language.tag())
                .query((row, _) -> new PublicVersion.Withdrawn(
                        Instant.ofEpochMilli(row.getLong("at")),
                        row.getString("reason"),
                        row.getString("withdrawn").equals("kept")
                                ? PublicVersion.Text.KEPT
                                : PublicVersion.Text.REMOVED,
                        seal(row)))
                .optional();
    }
}
