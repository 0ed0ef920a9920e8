package org.diurna.edition;

import java.time.Instant;
import java.util.List;
import java.util.random.RandomGenerator;
import org.diurna.house.Database;
import org.diurna.house.Language;
import org.diurna.house.Words;

/**
 * Takes a picture back from the public, inside the transaction of the decision. What stands in public gets an edition
 * without it, made of the words that stand and not of the draft; where only an earlier edition showed the picture, the
 * new edition is a refile, so that the earlier one's page is printed again and the ledger holds the day. What was
 * withdrawn with its text kept is withdrawn once more, for the same reasons. In each case there is a leaf.
 */
final class Recall {
    private final Database database;
    private final Releases releases;
    private final Happenings happenings;
    private final Freezing freezing;

    Recall(Database database, Releases releases, RandomGenerator random) {
        this.database = database;
        this.releases = releases;
        this.happenings = releases.happenings();
        this.freezing = new Freezing(database, random);
    }

    private record Version(ReleaseId release, Language language) {}

    /** Whether it was public until now as far as anybody had decided. */
    boolean run(String picture, String reason, String by, Instant at) {
        int noted = database.sql("""
                        insert into picture_recall (picture, reason, at, doer) values (:picture, :reason, :at, :by)
                        on conflict (picture) do nothing""")
                .param("picture", picture)
                .param("reason", Texts.clean(reason))
                .param("at", at.toEpochMilli())
                .param("by", by)
                .update();
        if (noted == 0) {
            return false;
        }
        List<Version> versions = versions(picture);
        // all at first: who writes a happening waits for nothing any more
        versions.forEach(version -> Stages.hold(database, version.release(), version.language()));
        versions.forEach(version -> recall(version, picture, by, at));
        return true;
    }

    private List<Version> versions(String picture) {
        return database.sql("""
                        select distinct release, lang from edition_picture where picture = :picture
                        order by release, lang""")
                .param("picture", picture)
                .query((row, _) ->
                        new Version(new ReleaseId(row.getString("release")), Language.of(row.getString("lang"))))
                .list();
    }

    private void recall(Version version, String picture, String by, Instant at) {
        switch (releases.stage(version.release(), version.language())) {
            case Stage.Public _, Stage.InPress _ -> editionWithout(version, picture, by, at);
            case Stage.Withdrawn _ -> withdrawnAgain(version, by, at);
            // what is signed off asks again when its time has come
            case Stage.Drafted _, Stage.Scheduled _ -> {}
        }
    }

    private void editionWithout(Version version, String picture, String by, Instant at) {
        Edition newest =
                releases.editions(version.release(), version.language()).getLast();
        List<Plate> plates = releases.plates().of(version.release(), version.language(), newest.number());
        List<Plate> kept = plates.stream()
                .filter(plate -> !plate.picture().equals(picture))
                .toList();
        Standing standing = database.sql("select standing from version where release = :release and lang = :lang")
                .param("release", version.release().value())
                .param("lang", version.language().tag())
                .query((row, _) -> Standing.of(row.getString("standing")))
                .single();
        Draft words = new Draft(
                version.release(),
                version.language(),
                standing,
                newest.revision(),
                newest.wording().without(picture),
                at,
                by,
                "",
                List.of());
        String note = Words.of("edition", version.language()).say("picture.recalled");
        Kind kind = kept.size() < plates.size() ? Kind.UPDATE : Kind.REFILE;
        Edition edition = freezing.freeze(releases.find(version.release()).orElseThrow(), words, kind, note, at, kept);
        happenings.write(kind, version.release(), version.language(), edition.number(), at, by);
        Lines.stage(database, version.release(), version.language(), DraftLine.At.IN_PRESS);
    }

    /** A text that was removed shows no picture; one that was kept does. */
    private void withdrawnAgain(Version version, String by, Instant at) {
        record Before(String happening, boolean kept) {}
        Before last = database.sql("""
                        select happening, kept from withdrawal where release = :release and lang = :lang
                        order by at desc limit 1""")
                .param("release", version.release().value())
                .param("lang", version.language().tag())
                .query((row, _) -> new Before(row.getString("happening"), row.getBoolean("kept")))
                .single();
        if (!last.kept()) {
            return;
        }
        int newest = releases.editions(version.release(), version.language())
                .getLast()
                .number();
        String again = happenings.write(Kind.WITHDRAWAL, version.release(), version.language(), newest, at, by);
        database.sql("""
                        insert into withdrawal (happening, release, lang, kept, reason, at)
                        select :again, release, lang, kept, reason, at from withdrawal where happening = :last""").param("again", again).param("last", last.happening()).update();
    }
}
