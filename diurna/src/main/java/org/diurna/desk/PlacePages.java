package org.diurna.desk;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.diurna.edition.Comment;
import org.diurna.edition.Comments;
import org.diurna.edition.DraftLine;
import org.diurna.edition.Emergencies;
import org.diurna.edition.Lines;
import org.diurna.edition.Office;
import org.diurna.edition.Offices;
import org.diurna.edition.ReleaseTypes;
import org.diurna.edition.Releases;
import org.diurna.house.Alarms;
import org.diurna.house.Language;
import org.diurna.staff.Act;
import org.diurna.staff.Doer;
import org.diurna.staff.People;
import org.diurna.staff.Permissions;
import org.diurna.staff.Person;
import org.diurna.staff.SignedIn;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The places of the desk where work is found: home, the list of releases, the board. */
@RestController
public final class PlacePages {
    private static final int LIST_PAGE = 50;
    private static final int HOME_LINES = 10;
    private static final int BOARD_LINES = 15;

    /** Stages that many offices never use: their columns are there when something is in them. */
    private static final Set<DraftLine.At> RARE =
            Set.of(DraftLine.At.IN_REVIEW, DraftLine.At.APPROVED, DraftLine.At.HELD, DraftLine.At.IN_PRESS);

    /** A column with so many lines or more is not counted to its end at each view. */
    private static final int COUNTED_MOST = 1000;

    private final Lines lines;
    private final Comments comments;
    private final Emergencies emergencies;
    private final Entrance entrance;
    private final Appointments appointments;
    private final LineViews views;
    private final Offices offices;
    private final People people;
    private final ReleaseTypes types;
    private final Alarms alarms;
    private final Requests requests;
    private final Pages pages;

    PlacePages(
            Releases releases,
            Entrance entrance,
            Appointments appointments,
            LineViews views,
            People people,
            ReleaseTypes types,
            Alarms alarms,
            Requests requests,
            Pages pages) {
        this.alarms = alarms;
        this.appointments = appointments;
        this.lines = releases.lines();
        this.comments = releases.writing().comments();
        this.entrance = entrance;
        this.views = views;
        this.emergencies = releases.emergencies();
        this.offices = releases.offices();
        this.people = people;
        this.types = types;
        this.requests = requests;
        this.pages = pages;
    }

    /** A value that a list can be narrowed down to. */
    public record Choice(String value, String name, boolean chosen) {}

    /** What a list is narrowed down to, for the form above it. */
    public record Choices(
            List<Choice> offices, List<Choice> types, List<Choice> languages, List<Choice> stages, String words) {
        /** Whether anything is chosen. */
        public boolean any() {
            return !words.isEmpty()
                    || List.of(offices, types, languages, stages).stream()
                            .flatMap(List::stream)
                            .anyMatch(Choice::chosen);
        }
    }

    /** A comment that waits for its reader. */
    public record Waiting(String path, String headline, Language language, String words, String author, String when) {}

    /** What an administrator has to know: lines, and since when. */
    public record Alarming(String words, String since) {}

    /**
     * A column of the board.
     *
     * @param count empty where the reader sees a part only
     */
    public record Column(String state, String name, String count, List<ReleaseLine> lines, String all) {}

    @GetMapping("/")
    ResponseEntity<String> home(HttpServletRequest request) {
        Language reader = Pages.readerOf(request);
        Doer by = SignedIn.doer(request);
        Lines.Filter drafted = Lines.Filter.NONE.at(DraftLine.At.DRAFTED);
        List<DraftLine> mine = entrance.lines(by, drafted.changedBy(by.id()), Optional.empty(), HOME_LINES);
        List<DraftLine> others = entrance.lines(by, drafted, Optional.empty(), 2 * HOME_LINES).stream()
                .filter(line -> !line.changer().equals(by.id()))
                .limit(HOME_LINES)
                .toList();
        List<Appointments.Seen> appointed = appointments.of(by, "", HOME_LINES);
        return pages.page(
                request,
                "home",
                Map.ofEntries(
                        Map.entry("requests", requests(request, by)),
                        Map.entry("alarms", alarms(SignedIn.doer(request).person(), reader)),
                        Map.entry("waiting", waiting(by, reader)),
                        Map.entry("mine", views.of(mine, reader)),
                        Map.entry("others", views.of(others, reader)),
                        Map.entry("held", appointed(appointed, true, reader)),
                        Map.entry("scheduled", appointed(appointed, false, reader)),
                        Map.entry("reviewing", list(by, Lines.Filter.NONE.at(DraftLine.At.IN_REVIEW), reader)),
                        Map.entry("emergencies", emergencies(by, reader)),
                        Map.entry("pressing", list(by, Lines.Filter.NONE.at(DraftLine.At.IN_PRESS), reader)),
                        Map.entry("out", list(by, Lines.Filter.NONE.at(DraftLine.At.PUBLIC), reader))));
    }

    /** For administrators alone: the findings name addresses and reasons that an intruder need not know. */
    private List<Alarming> alarms(Person person, Language reader) {
        return Permissions.mayAnywhere(person, Act.SEE_STAFF)
                ? alarms.all(HOME_LINES).stream()
                        .map(alarm -> new Alarming(alarm.words(), pages.when(alarm.at(), reader)))
                        .toList()
                : List.of();
    }

    /** A sentence about what the public waits for; empty when nothing does. */
    private String requests(HttpServletRequest request, Doer by) {
        int count = requests.waiting(by);
        return count == 0 ? "" : pages.frame(request).say("home.requests", Map.of("count", count));
    }

    private static List<Appointments.Line> appointed(List<Appointments.Seen> seen, boolean held, Language reader) {
        return seen.stream()
                .filter(each -> each.schedule().held().isPresent() == held)
                .limit(HOME_LINES)
                .map(each -> Appointments.line(each, reader))
                .toList();
    }

    /** What went without approval and still waits for it, as far as the reader may see it. */
    private List<Waiting> emergencies(Doer by, Language reader) {
        List<Waiting> open = new ArrayList<>();
        for (Emergencies.Emergency emergency : emergencies.open(HOME_LINES)) {
            entrance.find(by, emergency.release().value(), emergency.language().tag())
                    .ifPresent(found -> open.add(new Waiting(
                            Views.path(found.release(), emergency.language()),
                            found.draft().wording().headline(),
                            emergency.language(),
                            emergency.reason(),
                            people.name(emergency.doer()),
                            Names.when(emergency.at(), found.release().office().zone(), reader))));
        }
        return open;
    }

    /** Open comments that name the reader, in drafts that the reader may see. */
    private List<Waiting> waiting(Doer by, Language reader) {
        List<Waiting> waiting = new ArrayList<>();
        for (Comment comment : comments.waitingFor(by.id(), HOME_LINES)) {
            entrance.find(by, comment.release().value(), comment.language().tag())
                    .ifPresent(found -> waiting.add(new Waiting(
                            Views.path(found.release(), comment.language()),
                            found.draft().wording().headline(),
                            comment.language(),
                            comment.words(),
                            people.name(comment.author()),
                            Names.when(comment.at(), found.release().office().zone(), reader))));
        }
        return waiting;
    }

    private List<ReleaseLine> list(Doer by, Lines.Filter filter, Language reader) {
        return views.of(entrance.lines(by, filter, Optional.empty(), HOME_LINES), reader);
    }

    @GetMapping("/board")
    ResponseEntity<String> board(
            @RequestParam(name = "office", defaultValue = "") String office, HttpServletRequest request) {
        Language reader = Pages.readerOf(request);
        Doer by = SignedIn.doer(request);
        boolean everything = entrance.everything(by);
        Lines.Filter filter = filter(office, "", "", "", "");
        List<Column> columns = new ArrayList<>();
        for (DraftLine.At at : DraftLine.At.values()) {
            List<ReleaseLine> shown =
                    views.of(entrance.lines(by, filter.at(at), Optional.empty(), BOARD_LINES), reader);
            // of what a reader may see in part only nothing is counted: the link leads to all of it
            String count = everything ? count(filter.at(at)) : "";
            String all = "/releases?stage=" + at.word() + (office.isEmpty() ? "" : "&office=" + encode(office));
            if (shown.isEmpty() && RARE.contains(at)) {
                continue;
            }
            columns.add(new Column(at.word(), LineViews.name(at, reader), count, shown, all));
        }
        return pages.page(
                request, "board", Map.of("columns", columns, "choices", choices(filter, reader, seen(request))));
    }

    private String count(Lines.Filter filter) {
        int counted = lines.count(filter, COUNTED_MOST);
        return counted < COUNTED_MOST ? String.valueOf(counted) : (COUNTED_MOST - 1) + "+";
    }

    @GetMapping("/releases")
    ResponseEntity<String> list(
            @RequestParam(name = "office", defaultValue = "") String office,
            @RequestParam(name = "type", defaultValue = "") String type,
            @RequestParam(name = "language", defaultValue = "") String language,
            @RequestParam(name = "stage", defaultValue = "") String stage,
            @RequestParam(name = "words", defaultValue = "") String words,
            @RequestParam(name = "after", defaultValue = "") String after,
            HttpServletRequest request) {
        Language reader = Pages.readerOf(request);
        Lines.Filter filter = filter(office, type, language, stage, words);
        List<DraftLine> found = entrance.lines(SignedIn.doer(request), filter, key(after), LIST_PAGE + 1);
        List<DraftLine> shown = found.size() > LIST_PAGE ? found.subList(0, LIST_PAGE) : found;
        String older = found.size() > LIST_PAGE ? address(filter, Lines.Key.of(shown.getLast())) : "";
        return pages.page(
                request,
                "releases",
                Map.of(
                        "lines",
                        views.of(shown, reader),
                        "choices",
                        choices(filter, reader, seen(request)),
                        "older",
                        older,
                        "first",
                        after.isEmpty() ? "" : address(filter, null)));
    }

    /** What an address asks for; a value that names nothing leaves that side open. */
    private static Lines.Filter filter(String office, String type, String language, String stage, String words) {
        return new Lines.Filter(
                Optional.of(office).filter(value -> !value.isBlank()),
                Optional.of(type).filter(value -> !value.isBlank()),
                Optional.of(language).flatMap(PlacePages::language),
                Arrays.stream(DraftLine.At.values())
                        .filter(at -> at.word().equals(stage))
                        .findFirst(),
                Optional.empty(),
                words.strip());
    }

    /** The offices that the reader may see something of. */
    private List<Office> seen(HttpServletRequest request) {
        Optional<Set<String>> codes = Permissions.offices(SignedIn.doer(request), Act.SEE);
        return offices.all().stream()
                .filter(office ->
                        codes.map(seen -> seen.contains(office.code())).orElse(true))
                .toList();
    }

    private static Optional<Language> language(String tag) {
        try {
            return tag.isBlank() ? Optional.empty() : Optional.of(Language.of(tag));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static Optional<Lines.Key> key(String after) {
        String[] parts = after.split("~", -1);
        if (parts.length != 3 || !parts[0].matches("\\d{1,15}")) {
            return Optional.empty();
        }
        return Optional.of(new Lines.Key(Long.parseLong(parts[0]), parts[1], parts[2]));
    }

    private static String address(Lines.Filter filter, Lines.@org.jspecify.annotations.Nullable Key after) {
        List<String> query = new ArrayList<>();
        filter.office().ifPresent(value -> query.add("office=" + encode(value)));
        filter.type().ifPresent(value -> query.add("type=" + encode(value)));
        filter.language().ifPresent(value -> query.add("language=" + encode(value.tag())));
        filter.at().ifPresent(value -> query.add("stage=" + value.word()));
        if (!filter.words().isEmpty()) {
            query.add("words=" + encode(filter.words()));
        }
        if (after != null) {
            query.add("after=" + after.changed() + "~" + after.release() + "~" + after.language());
        }
        return "/releases" + (query.isEmpty() ? "" : "?" + String.join("&", query));
    }

    private static String encode(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }

    private Choices choices(Lines.Filter filter, Language reader, List<Office> all) {
        Set<Language> languages = new LinkedHashSet<>();
        all.forEach(office -> languages.addAll(office.languages()));
        return new Choices(
                all.stream()
                        .map(office -> new Choice(
                                office.code(),
                                office.name(reader),
                                filter.office().filter(office.code()::equals).isPresent()))
                        .toList(),
                types.all().stream()
                        .map(type -> new Choice(
                                type.code(),
                                type.label(reader),
                                filter.type().filter(type.code()::equals).isPresent()))
                        .toList(),
                languages.stream()
                        .map(language -> new Choice(
                                language.tag(),
                                Names.of(language, reader),
                                filter.language().filter(language::equals).isPresent()))
                        .toList(),
                Arrays.stream(DraftLine.At.values())
                        .map(at -> new Choice(
                                at.word(),
                                LineViews.name(at, reader),
                                filter.at().filter(at::equals).isPresent()))
                        .toList(),
                filter.words());
    }
}
