package org.diurna.edition;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.diurna.house.Database;
import org.diurna.house.Language;
import org.diurna.house.Sha256;

/** Makes an edition of a draft, inside the transaction of the decision. */
final class Freezing {
    private final Database database;
    private final RandomGenerator random;

    Freezing(Database database, RandomGenerator random) {
        this.database = database;
        this.random = random;
    }

    private record Before(int number, Instant first) {}

    Edition freeze(Release release, Draft draft, Kind kind, String note, Instant at, List<Plate> plates) {
        Optional<Before> before = before(draft);
        int number = before.map(Before::number).orElse(0) + 1;
        String bodyHtml = BodyHtml.of(draft.language(), draft.wording().body(), plates);
        byte[] salt = new byte[EditionJson.SALT_BYTES];
        random.nextBytes(salt);
        byte[] json = EditionJson.write(new EditionJson.Facts(
                salt,
                release.office().code(),
                release.id(),
                number,
                draft.language(),
                kind,
                note,
                release.type(),
                draft.wording(),
                bodyHtml,
                before.map(Before::first).orElse(at),
                at,
                kind == Kind.TRANSLATION ? source(draft) : Optional.empty(),
                plates));
        Edition edition = new Edition(
                release.id(),
                draft.language(),
                number,
                kind,
                note,
                draft.wording(),
                json,
                bodyHtml,
                Sha256.hex(json),
                draft.revision(),
                at);
        insert(edition);
        Plates.keep(database, edition, plates);
        return edition;
    }

    private Optional<Before> before(Draft draft) {
        return database.sql("""
                        select max(number) as newest, min(published) as first from edition
                        where release = :release and lang = :lang having count(*) > 0""")
                .param("release", draft.release().value())
                .param("lang", draft.language().tag())
                .query((row, _) -> new Before(row.getInt("newest"), Instant.ofEpochMilli(row.getLong("first"))))
                .optional();
    }

    /** The newest edition of the original, where it has one. */
    private Optional<EditionJson.Source> source(Draft draft) {
        return database.sql("""
                        select e.lang, max(e.number) as newest from edition e
                        join version v on v.release = e.release and v.lang = e.lang
                        where e.release = :release and v.standing = 'original' group by e.lang order by e.lang limit 1""")
                .param("release", draft.release().value())
                .query((row, _) -> new EditionJson.Source(
                        draft.release(), Language.of(row.getString("lang")), row.getInt("newest")))
                .optional();
    }

    private void insert(Edition edition) {
        database.sql("""
                        insert into edition
                            (release, lang, number, kind, note, doc, json, body_html, digest, revision, published)
                        values
                            (:release, :lang, :number, :kind, :note, :doc, :json, :body, :digest, :revision, :published)""")
                .param("release", edition.release().value())
                .param("lang", edition.language().tag())
                .param("number", edition.number())
                .param("kind", edition.kind().word())
                .param("note", edition.note())
                .param("doc", WordingJson.write(edition.wording()))
                .param("json", edition.json())
                .param("body", edition.bodyHtml())
                .param("digest", edition.digest())
                .param("revision", edition.revision())
                .param("published", edition.published().toEpochMilli())
                .update();
    }
}
