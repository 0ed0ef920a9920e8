package org.diurna.press;

import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import org.diurna.edition.Office;
import org.diurna.edition.ReleaseType;
import org.diurna.house.Language;

/**
 * What the press is asked to print. One order makes one sheet or a few; lists page from the oldest entry, so that a full
 * page never changes again and publishing costs the same with ten releases and with a million.
 */
public sealed interface Order {
    /** Entries on one page of a list. */
    int LIST_PAGE = 50;

    /** Entries on an office's home page and in its feed. */
    int LATEST = 20;

    /** Events on an office's home page. */
    int UPCOMING = 5;

    /** The office whose host the sheets are for. */
    Office office();

    /**
     * A release in one language: its page, the short address and old slugs that move to it, and for each edition its
     * page, edition.json and proof. A removed text leaves only the tombstone.
     *
     * @param papers the files that its pages may name
     */
    record Release(PublicVersion version, Papers papers) implements Order {
        /** A release that lies on paper nowhere yet. */
        public Release(PublicVersion version) {
            this(version, Papers.NONE);
        }

        @Override
        public Office office() {
            return version.office();
        }
    }

    /**
     * A release in all the languages in which it is or was public, for programs.
     *
     * @param versions at least one
     */
    record AllVersions(List<PublicVersion> versions) implements Order {
        public AllVersions {
            versions = List.copyOf(versions);
        }

        @Override
        public Office office() {
            return versions.getFirst().office();
        }
    }

    /**
     * An office's front page in one language.
     *
     * @param latest  newest first, at most {@link #LATEST}; none is withdrawn
     * @param types   of which there is at least one public release in the language
     * @param years   in which there are public releases, newest first
     * @param changed when anything that it lists or listed last changed: a withdrawal must not turn its date back
     * @param events  that have not ended, soonest first, at most {@link #UPCOMING}
     */
    record Home(
            Office office,
            Language language,
            List<Listed> latest,
            List<ReleaseType> types,
            List<Integer> years,
            Optional<Instant> changed,
            List<Planned> events)
            implements Order {
        public Home(
                Office office, Language language, List<Listed> latest, List<ReleaseType> types, List<Integer> years) {
            this(office, language, latest, types, years, Optional.empty(), List.of());
        }
    }

    /**
     * The calendar of an office in one language.
     *
     * @param events of the last weeks and all to come, soonest first; cancelled ones say so
     */
    record Calendar(Office office, Language language, List<Planned> events) implements Order {}

    /** The list of all months of an office in one language, newest first, with how many releases each has. */
    record Archive(Office office, Language language, List<Month> months) implements Order {}

    /** A month and the number of releases listed in it. */
    record Month(YearMonth month, int releases) {}

    /**
     * One page of a month's list.
     *
     * @param page    1, 2 …; page 1 holds the oldest entries
     * @param pages   how many there are
     * @param entries oldest first, at most {@link #LIST_PAGE}
     * @param before  the month with releases before this one
     * @param after   the month with releases after this one
     */
    record MonthPage(
            Office office,
            Language language,
            YearMonth month,
            int page,
            int pages,
            List<Listed> entries,
            Optional<YearMonth> before,
            Optional<YearMonth> after)
            implements Order {}

    /** One page of the list of a type; see {@link MonthPage}. */
    record TypePage(Office office, Language language, ReleaseType type, int page, int pages, List<Listed> entries)
            implements Order {}

    /**
     * The Atom subscription document of an office in one language.
     *
     * @param latest   newest first, with whole texts: {@link #LATEST}, or more where more are in no archive document yet;
     *     none is withdrawn
     * @param archives how many archive documents there are (RFC 5005 section 4), numbered from 1, the oldest
     * @param changed  as of {@link Home}
     */
    record Feed(Office office, Language language, List<Listed> latest, int archives, Optional<Instant> changed)
            implements Order {
        public Feed(Office office, Language language, List<Listed> latest, int archives) {
            this(office, language, latest, archives, Optional.empty());
        }
    }

    /**
     * An Atom archive document: {@link #LIST_PAGE} entries that have left the subscription document for good.
     *
     * @param number   1, 2 …; 1 holds the oldest entries
     * @param archives how many there are
     * @param entries  oldest first, with whole texts
     */
    record FeedArchive(Office office, Language language, int number, int archives, List<Listed> entries)
            implements Order {}

    /**
     * One page of the list of everything that an office changed after publication; see {@link MonthPage}.
     *
     * @param pages at least 1: with no change there is one page without entries
     */
    record ChangePage(Office office, Language language, int page, int pages, List<Changed> entries) implements Order {}

    /** The newest changes of an office as an Atom feed, newest first, at most {@link #LIST_PAGE}. */
    record ChangeFeed(Office office, Language language, List<Changed> latest) implements Order {}

    /** The sitemap of all release pages of a month, in all languages; none is withdrawn with its text removed. */
    record MonthMap(Office office, YearMonth month, List<Listed> entries) implements Order {}

    /** The sitemap index of an office: its months with their last change, newest first. */
    record MapIndex(Office office, List<MappedMonth> months) implements Order {}

    /** A month of the sitemap index. */
    record MappedMonth(YearMonth month, Instant modified) {}

    /** The news sitemap of an office: what was published within two days before the press run. */
    record NewsMap(Office office, List<Listed> entries) implements Order {}

    /**
     * Everything of an office's host that depends on no release: the root that moves to the default language, error
     * pages, robots.txt, security.txt, policy, privacy, terms of use, how to check that a release is genuine, style sheet.
     *
     * @param securityExpires the {@code Expires} of security.txt (RFC 9116), less than a year ahead of the press run
     */
    record Chrome(Office office, Instant securityExpires) implements Order {}
}
