package org.diurna.desk;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.diurna.edition.Numbers;
import org.diurna.edition.Office;
import org.diurna.edition.ReleaseNumber;
import org.diurna.edition.Releases;
import org.diurna.house.Language;
import org.diurna.staff.Act;
import org.diurna.staff.Doer;
import org.diurna.staff.People;
import org.diurna.staff.Permissions;
import org.diurna.staff.SignedIn;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The register of numbers: who bears which, and why one is missing. */
@RestController
public final class NumberPages {
    /** A series with larger holes was not counted through. */
    private static final int GAP_MAX = 200;

    private final Releases releases;
    private final Numbers numbers;
    private final Gates gates;
    private final People people;
    private final Pages pages;
    private final ExplainNumber explain;

    NumberPages(Releases releases, Gates gates, People people, Pages pages, ExplainNumber explain) {
        this.releases = releases;
        this.numbers = releases.writing().numbers();
        this.gates = gates;
        this.people = people;
        this.pages = pages;
        this.explain = explain;
    }

    /**
     * A number in the register.
     *
     * @param path    of the release that bears it; empty where none does, or none that the reader may see
     * @param gap     whether the public will never see it, so that a word of explanation is due
     * @param why     the explanation; empty while there is none
     */
    public record Line(int serial, String printed, String state, String path, boolean gap, String why) {}

    @GetMapping("/numbers")
    ResponseEntity<String> list(
            @RequestParam(name = "office", defaultValue = "") String office,
            @RequestParam(name = "series", defaultValue = "") String series,
            @RequestParam(name = "year", defaultValue = "0") int year,
            HttpServletRequest request) {
        List<Office> seen = seen(request);
        List<Numbers.Series> all = seen.stream()
                .flatMap(each -> numbers.series(each.code()).stream())
                .toList();
        if (all.isEmpty()) {
            return pages.message(request, "desk.numbers", "numbers.none", HttpStatus.OK);
        }
        Numbers.Series wanted = new Numbers.Series(office, series, year);
        Numbers.Series shown = all.contains(wanted) ? wanted : all.getFirst();
        Language reader = Pages.readerOf(request);
        List<PlacePages.Choice> choices = all.stream()
                .map(each -> new PlacePages.Choice(address(each), named(each, seen, reader), each.equals(shown)))
                .toList();
        return pages.page(
                request,
                "numbers",
                Map.of(
                        "choices",
                        choices,
                        "series",
                        shown,
                        "lines",
                        lines(shown, request),
                        "may",
                        ExplainNumber.may(SignedIn.doer(request), shown.office())));
    }

    private List<Office> seen(HttpServletRequest request) {
        Optional<Set<String>> codes = Permissions.offices(SignedIn.doer(request), Act.SEE);
        return releases.offices().all().stream()
                .filter(office ->
                        codes.map(some -> some.contains(office.code())).orElse(true))
                .toList();
    }

    private static String address(Numbers.Series series) {
        return "/numbers?office=" + series.office() + "&series="
                + java.net.URLEncoder.encode(series.series(), java.nio.charset.StandardCharsets.UTF_8) + "&year="
                + series.year();
    }

    private static String named(Numbers.Series series, List<Office> offices, Language reader) {
        String office = offices.stream()
                .filter(each -> each.code().equals(series.office()))
                .findFirst()
                .map(each -> each.name(reader))
                .orElse(series.office());
        return office + " – " + (series.series().isEmpty() ? "" : series.series() + " ") + series.year();
    }

    private List<Line> lines(Numbers.Series series, HttpServletRequest request) {
        Map<Integer, String> why = new HashMap<>();
        numbers.explained(series)
                .forEach(each -> why.put(each.serial(), each.words() + " – " + people.name(each.doer())));
        Frame frame = pages.frame(request);
        List<Line> lines = new ArrayList<>();
        int next = 1;
        List<Numbers.Borne> all = numbers.borne(series);
        Map<String, String> types = new HashMap<>();
        all.forEach(borne -> types.put(borne.release().value(), borne.type()));
        Set<String> seen = gates.rights().seen(SignedIn.doer(request), series.office(), types);
        for (Numbers.Borne borne : all) {
            for (int missing = Math.max(next, borne.serial() - GAP_MAX); missing < borne.serial(); missing++) {
                String printed = ReleaseNumber.of(series.series(), missing, series.year())
                        .printed();
                lines.add(new Line(
                        missing, printed, frame.say("numbers.never"), "", true, why.getOrDefault(missing, "")));
            }
            lines.add(line(borne, frame, why.getOrDefault(borne.serial(), ""), seen));
            next = borne.serial() + 1;
        }
        return lines.reversed();
    }

    private static Line line(Numbers.Borne borne, Frame frame, String why, Set<String> seen) {
        String id = borne.release().value();
        String path = seen.contains(id) && !borne.discarded() ? "/releases/" + id : "";
        String state =
                borne.published() ? "numbers.published" : borne.discarded() ? "numbers.discarded" : "numbers.draft";
        boolean gap = borne.discarded() && !borne.published();
        return new Line(borne.serial(), borne.printed(), frame.say(state), path, gap, why);
    }

    @PostMapping("/numbers")
    ResponseEntity<String> explain(
            @RequestParam(name = "office", defaultValue = "") String office,
            @RequestParam(name = "series", defaultValue = "") String series,
            @RequestParam(name = "year", defaultValue = "0") int year,
            @RequestParam(name = "serial", defaultValue = "0") int serial,
            @RequestParam(name = "words", defaultValue = "") String words,
            HttpServletRequest request) {
        Doer by = SignedIn.doer(request);
        if (seen(request).stream().noneMatch(each -> each.code().equals(office))) {
            return pages.notFound(request);
        }
        if (!ExplainNumber.may(by, office)) {
            return pages.refused(request);
        }
        Numbers.Series all = new Numbers.Series(office, series, year);
        if (explain.run(by, all, serial, words) == ExplainNumber.Outcome.NOT_READY) {
            return pages.message(request, "desk.numbers", "numbers.words-missing", HttpStatus.UNPROCESSABLE_CONTENT);
        }
        return Pages.seeOther(address(all));
    }
}
