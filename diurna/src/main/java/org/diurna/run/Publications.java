package org.diurna.run;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;
import org.diurna.edition.Block;
import org.diurna.edition.Edition;
import org.diurna.edition.Happening;
import org.diurna.edition.Kind;
import org.diurna.edition.Release;
import org.diurna.edition.Slugs;
import org.diurna.edition.Texts;
import org.diurna.house.Database;

/**
 * What the public sees of each language version, in rows of its own. They are written in the transaction that notes the
 * ledger's receipts, so that nothing is ever listed that has no proof.
 */
final class Publications {
    private static final int SUMMARY_MAX_CHARACTERS = 300;

    private final Database database;
    private final Agenda agenda;

    Publications(Database database) {
        this.database = database;
        this.agenda = new Agenda(database);
    }

    /** Takes over a sealed edition. */
    void publish(Release release, Happening happening, Edition edition) {
        LocalDate day = edition.wording()
                .date()
                .orElseGet(() ->
                        edition.published().atZone(release.office().zone()).toLocalDate());
        keepOldSlug(edition, Slugs.of(edition));
        database.sql("""
                        insert into publication (release, lang, office, type, edition, day, month, published, updated,
                                                 headline, summary, place, slug, withdrawn)
                        values (:release, :lang, :office, :type, :edition, :day, :month, :at, :at,
                                :headline, :summary, :place, :slug, null)
                        on conflict (release, lang) do update set
                            edition = excluded.edition, day = excluded.day,
                            updated = case when :silent then publication.updated else excluded.updated end,
                            headline = excluded.headline, summary = excluded.summary, place = excluded.place,
                            slug = excluded.slug, withdrawn = null""")
                .param("release", release.id().value())
                .param("lang", edition.language().tag())
                .param("office", release.office().code())
                .param("type", release.type())
                .param("edition", edition.number())
                .param("day", day.toString())
                .param("month", YearMonth.from(day).toString())
                .param("at", edition.published().toEpochMilli())
                .param("headline", edition.wording().headline())
                .param("summary", summary(edition))
                .param("place", edition.wording().place())
                .param("slug", Slugs.of(edition))
                .param("silent", happening.kind() == Kind.REFILE)
                .update();
        list(release, edition, Lists.ALL);
        list(release, edition, Lists.TYPE + release.type());
        list(release, edition, Lists.MONTH + month(edition));
        agenda.publish(release, edition);
    }

    /** The month under which a version was first listed; a corrected date does not move it. */
    private String month(Edition edition) {
        return database.sql("select month from publication where release = :release and lang = :lang")
                .param("release", edition.release().value())
                .param("lang", edition.language().tag())
                .query(String.class)
                .single();
    }

    private static String summary(Edition edition) {
        if (!edition.wording().decks().isEmpty()) {
            return String.join(" ", edition.wording().decks());
        }
        Optional<String> first = edition.wording().body().stream()
                .filter(Block.Paragraph.class::isInstance)
                .map(block -> Texts.plain(((Block.Paragraph) block).text()))
                .findFirst();
        return first.map(text -> Slugs.cutAtWord(text, SUMMARY_MAX_CHARACTERS)).orElse("");
    }

    private void keepOldSlug(Edition edition, String slug) {
        database.sql("""
                        insert into slug_gone (release, lang, slug)
                        select release, lang, slug from publication
                        where release = :release and lang = :lang and slug <> :slug
                        on conflict (release, lang, slug) do nothing""")
                .param("release", edition.release().value())
                .param("lang", edition.language().tag())
                .param("slug", slug)
                .update();
        database.sql("delete from slug_gone where release = :release and lang = :lang and slug = :slug")
                .param("release", edition.release().value())
                .param("lang", edition.language().tag())
                .param("slug", slug)
                .update();
    }

    private void list(Release release, Edition edition, String list) {
        boolean listed = database.sql(
                        "select 1 from listing where release = :release and lang = :lang and list = :list")
                .param("release", release.id().value())
                .param("lang", edition.language().tag())
                .param("list", list)
                .query(Integer.class)
                .optional()
                .isPresent();
        database.sql("""
                        insert into list_head (office, lang, list, entries, gone, changed)
                        values (:office, :lang, :list, :more, 0, :at)
                        on conflict (office, lang, list) do update
                            set entries = list_head.entries + excluded.entries, changed = excluded.changed""")
                .param("office", release.office().code())
                .param("lang", edition.language().tag())
                .param("list", list)
                .param("more", listed ? 0 : 1)
                .param("at", edition.published().toEpochMilli())
                .update();
        if (!listed) {
            database.sql("""
                            insert into listing (office, lang, list, ordinal, release)
                            select office, lang, list, entries, :release from list_head
                            where office = :office and lang = :lang and list = :list""")
                    .param("release", release.id().value())
                    .param("office", release.office().code())
                    .param("lang", edition.language().tag())
                    .param("list", list)
                    .update();
        }
    }

    /** Takes over a logged withdrawal. */
    void withdraw(Happening happening) {
        String text = database.sql("select kept from withdrawal where happening = :happening")
                        .param("happening", happening.id())
                        .query(Boolean.class)
                        .single()
                ? "kept"
                : "removed";
        int changed = database.sql("""
                        update publication set withdrawn = :text where release = :release and lang = :lang
                        and withdrawn is distinct from :text""")
                .param("text", text)
                .param("release", happening.release().value())
                .param("lang", happening.language().tag())
                .update();
        if (changed == 1) {
            noteInHeads(happening, text);
            agenda.withdraw(happening);
        }
    }

    /** Why, for readers; empty where nothing was said. */
    String reason(Happening happening) {
        return database.sql("select reason from withdrawal where happening = :happening")
                .param("happening", happening.id())
                .query(String.class)
                .optional()
                .orElse("");
    }

    private void noteInHeads(Happening happening, String text) {
        database.sql("""
                        update list_head set gone = gone + :gone, changed = :at
                        where lang = :lang and office = (select office from release where id = :release)
                          and list in (select list from listing where release = :release and lang = :lang)""")
                .param("gone", text.equals("removed") ? 1 : 0)
                .param("at", happening.at().toEpochMilli())
                .param("lang", happening.language().tag())
                .param("release", happening.release().value())
                .update();
    }
}
