package org.diurna.main;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.diurna.edition.DraftLine;
import org.diurna.edition.Lines;
import org.diurna.house.Plans;
import org.diurna.house.TestDatabases;
import org.diurna.staff.Duty;
import org.diurna.staff.Grant;
import org.diurna.staff.Members;
import org.diurna.staff.Person;
import org.diurna.staff.Staff;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The pages of the desk cost no more when the years have filled its tables. */
final class DeskAtSizeTest {
    private static final List<String> OFFICES = List.of("mfa", "cairo", "tokyo", "delhi", "paris");

    /** What is no page, or is all of something by what it promises. */
    private static final Set<String> NO_PAGES = Set.of("/audit.csv", "/audit.jsonl", "/error", "/calendar.ics");

    private static final Pattern DEAR = Pattern.compile("SCAN .*|USE TEMP B-TREE FOR ORDER BY");

    /** What stays small, and why. */
    private static final List<Pattern> SMALL = List.of(
            // offices, people and what hangs on them are hundreds; recoveries that wait are one or two
            Pattern.compile("SCAN (office|o|person|p|duty|d|link|l USING INDEX link_made|w|model|m) .*"),
            Pattern.compile("USE .* from (office|person|user_credentials|recovery_wish|model) .*"),
            // the head of a list with its limit, walked along an index; rows that a statement makes itself
            Pattern.compile("SCAN \\w+ USING (COVERING )?INDEX .* limit .*"),
            Pattern.compile("SCAN (CONSTANT ROW .*|\\(.*|(few|f|counted|found) .*)"),
            // restrictions that do not name the reader: a handful of releases is restricted at a time
            Pattern.compile("SCAN (hidden|restriction USING COVERING INDEX) .*"),
            // the versions of the releases of one page; lines that a rare word leads to, of which there are few
            Pattern.compile("USE .* where l.release in .*"),
            Pattern.compile("USE .* from \\(select distinct w.release, w.lang from draft_word .*"),
            // open comments that name the reader
            Pattern.compile("USE .* join comment_mention w .*"),
            // pictures of some offices of the reader: thousands
            Pattern.compile("USE .* from picture .*"),
            // what waits for its time, up to a limit, and what is held
            Pattern.compile("USE .* from schedule s .*"),
            // alarms that are on, days that are planned, programs that have a token: a handful of each
            Pattern.compile("SCAN (alarm|planned_day|i USING INDEX sqlite_autoindex_integration_1) .*"),
            Pattern.compile("USE .* from (alarm|planned_day|integration i) .*"),
            // silences that are not over, with their exceptions: found by their ends, and a few a year
            Pattern.compile("USE .* (from|join) silence s .*"),
            // one row for each year of a series
            Pattern.compile("USE .* select distinct series, year from release .*"));

    private static final int ROUNDS = 40;
    private static final int WARM_UP = 8;
    private static final long PAGE_MOST_MS = 150;

    private static Map<String, Visitor> visitors(TestDesk desk) {
        Map<String, Visitor> visitors = new LinkedHashMap<>();
        Grant[] all = Arrays.stream(Duty.values()).map(Grant::everywhere).toArray(Grant[]::new);
        visitors.put("everything", desk.visitor().signIn(desk.staff(), Members.join(desk.staff(), "ana", all)));
        Person samir = Members.join(
                desk.staff(), "samir", new Grant(Duty.WRITER, Set.of("cairo"), Set.of("statement"), Set.of()));
        visitors.put("an embassy's statements", desk.visitor().signIn(desk.staff(), samir));
        return visitors;
    }

    private static TestDesk desk(int releases, int people) {
        TestDesk desk = TestDesk.open(new TestDatabases.Fresh("SQLite").place(), Members.plain(), Staff.Use.EARNEST);
        OFFICES.forEach(desk::office);
        List<String> ids = IntStream.range(0, people)
                .mapToObj(i -> Members.join(desk.staff(), "w" + i, Grant.everywhere(Duty.WRITER))
                        .id())
                .toList();
        ManyReleases.fill(desk.house().database(), releases, OFFICES, ids);
        return desk;
    }

    /** Every page that the table of routes knows, of a release in Cairo, and the lists in all their ways. */
    private static List<String> pages(TestDesk desk) throws IOException {
        DraftLine line = desk.house()
                .releases()
                .lines()
                .find(Lines.Filter.NONE.within(Set.of("cairo")), java.util.Optional.empty(), 1)
                .getFirst();
        Set<String> pages = new TreeSet<>();
        for (String route : RouteTable.gets()) {
            if (!NO_PAGES.contains(route) && !route.matches("/(desk|sign-in|welcome)/.*")) {
                pages.add(route.replace(
                                "{id}",
                                route.startsWith("/staff/")
                                        ? "pana"
                                        : line.release().value())
                        .replace("{language}", "en")
                        .replace("{number}", "1")
                        .replaceAll("\\{[a-z0-9]+}", "none"));
            }
        }
        List<String> all = new ArrayList<>(pages);
        all.addAll(List.of(
                "/board?office=cairo",
                "/releases?office=cairo",
                "/releases?stage=drafted",
                "/releases?type=statement&language=en",
                "/releases?words=lighthouse",
                "/releases?words=lighthouse+treaty+" + 99,
                "/releases?office=tokyo&stage=public&words=zebra",
                "/releases?after=" + line.changed().toEpochMilli() + "~" + line.release() + "~en",
                "/audit?act=publish&person=pana",
                "/audit?subject=" + line.release()));
        return all;
    }

    @Test
    void no_page_of_the_desk_scans_or_sorts_what_grows() throws IOException {
        try (TestDesk desk = desk(500, 5)) {
            Map<String, Visitor> visitors = visitors(desk);
            Set<String> statements;
            try (Plans plans = new Plans()) {
                for (String page : pages(desk)) {
                    visitors.values().forEach(visitor -> visitor.get(page));
                }
                statements = plans.statements();
            }
            assertThat(statements).hasSizeGreaterThan(40);
            assertThat(Plans.costly(desk.house().database(), statements, DEAR, SMALL))
                    .isEmpty();
        }
    }

    @Test
    @Tag("long")
    void pages_answer_in_time_with_a_hundred_thousand_releases_and_two_hundred_people() throws IOException {
        try (TestDesk desk = desk(100_000, 200)) {
            Map<String, Visitor> visitors = visitors(desk);
            List<String> late = new ArrayList<>();
            // a desk is started once and used for months
            pages(desk)
                    .forEach(page -> visitors.values()
                            .forEach(visitor -> IntStream.range(0, WARM_UP).forEach(_ -> time(visitor, page))));
            for (String page : pages(desk)) {
                visitors.forEach((who, visitor) -> {
                    long[] taken = IntStream.range(0, ROUNDS)
                            .mapToLong(_ -> time(visitor, page))
                            .sorted()
                            .toArray();
                    long p95 = taken[ROUNDS * 95 / 100];
                    System.out.printf("%6.1f %6.1f ms  %s  (%s)%n", taken[ROUNDS / 2] / 1e6, p95 / 1e6, page, who);
                    if (p95 > PAGE_MOST_MS * 1_000_000) {
                        late.add(page + " for " + who + ": " + p95 / 1_000_000 + " ms");
                    }
                });
            }
            assertThat(late).isEmpty();
        }
    }

    private static long time(Visitor visitor, String page) {
        long begun = System.nanoTime();
        HttpResponse<String> answer = visitor.get(page);
        assertThat(answer.statusCode()).as(page).isLessThan(500);
        return System.nanoTime() - begun;
    }
}
