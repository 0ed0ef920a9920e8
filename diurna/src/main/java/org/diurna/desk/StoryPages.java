package org.diurna.desk;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.diurna.edition.Happenings;
import org.diurna.edition.Release;
import org.diurna.guest.Guests;
import org.diurna.house.Csv;
import org.diurna.house.Language;
import org.diurna.house.Words;
import org.diurna.staff.Act;
import org.diurna.staff.Doer;
import org.diurna.staff.People;
import org.diurna.staff.Permissions;
import org.diurna.staff.SignedIn;
import org.diurna.staff.Subject;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** A release's whole story on one page, to be read, printed and taken along. */
@RestController
public final class StoryPages {
    private static final List<String> COLUMNS = List.of(
            "at",
            "language",
            "act",
            "doer",
            "revision",
            "edition",
            "digest",
            "leaf",
            "turn",
            "stood",
            "papers",
            "late",
            "words");

    private final Story story;
    private final Guests guests;
    private final Gates gates;
    private final People people;
    private final Pages pages;
    private final Clock clock;

    StoryPages(Story story, Guests guests, Gates gates, People people, Pages pages, Clock clock) {
        this.story = story;
        this.guests = guests;
        this.gates = gates;
        this.people = people;
        this.pages = pages;
        this.clock = clock;
    }

    /**
     * A line in words for the reader.
     *
     * @param press how it came to the public; empty for what never does
     * @param diff  address of what changed with it; empty where nothing did
     */
    public record Told(
            String instant,
            String when,
            String what,
            String who,
            String language,
            String languageName,
            String digest,
            String press,
            String late,
            String words,
            String diff) {}

    @GetMapping("/releases/{id}/story")
    ResponseEntity<String> page(@PathVariable("id") String id, HttpServletRequest request) {
        Optional<Release> found = gates.entrance().find(SignedIn.doer(request), id);
        if (found.isEmpty()) {
            return pages.notFound(request);
        }
        Language reader = Pages.readerOf(request);
        List<Story.Line> lines = lines(found.get(), request);
        Map<String, String> names = names(lines);
        return pages.page(
                request,
                "story",
                Map.of(
                        "path",
                        "/releases/" + id,
                        "title",
                        title(found.get(), reader),
                        "lines",
                        told(found.get(), lines, names, reader)));
    }

    private static String title(Release release, Language reader) {
        return release.number().map(number -> number.printed() + " · ").orElse("")
                + release.office().name(reader);
    }

    private List<Story.Line> lines(Release release, HttpServletRequest request) {
        Doer by = SignedIn.doer(request);
        gates.rights().opened(by, release, release.office().defaultLanguage(), "story");
        boolean audits =
                Permissions.may(by, Act.AUDIT, Subject.office(release.office().code()));
        return story.of(release, audits ? Story.Reach.DEEDS_AND_LOOKS : Story.Reach.DEEDS);
    }

    /** Names of members of staff, and of guests who had a copy; programs and commands are called as they call themselves. */
    private Map<String, String> names(List<Story.Line> lines) {
        Set<String> ids = lines.stream()
                .flatMap(line -> Stream.of(line.doer(), line.words()))
                .collect(Collectors.toSet());
        Map<String, String> names =
                new HashMap<>(people.names(lines.stream().map(Story.Line::doer).collect(Collectors.toSet())));
        ids.forEach(id -> guests.doing(id).ifPresent(guest -> names.put(id, guest.name())));
        return names;
    }

    private List<Told> told(Release release, List<Story.Line> lines, Map<String, String> names, Language reader) {
        Words words = Words.of("desk", reader);
        Map<Language, Integer> before = new HashMap<>();
        List<Told> told = new ArrayList<>();
        for (Story.Line line : lines) {
            told.add(new Told(
                    line.at().toString(),
                    Names.when(line.at(), release.office().zone(), reader),
                    what(line, words),
                    names.getOrDefault(line.doer(), line.doer()),
                    line.language().map(Language::tag).orElse(""),
                    line.language().map(tongue -> Names.of(tongue, reader)).orElse(""),
                    line.digest(),
                    line.course()
                            .map(course -> PressLine.of(course, clock.instant(), words))
                            .orElse(""),
                    line.late()
                            .map(late -> words.say("story.late", Map.of("late", PressLine.seconds(late, words))))
                            .orElse(""),
                    names.getOrDefault(line.words(), line.words()),
                    diff(release, line, before)));
        }
        return told;
    }

    private static String what(Story.Line line, Words words) {
        String key = line.course().isPresent() ? "kind." + line.act() : "story.act." + line.act();
        String what = words.keys().contains(key) ? words.say(key) : line.act();
        String number = line.edition() > 0
                ? words.say("story.edition", Map.of("number", line.edition()))
                : line.revision() > 0 ? words.say("story.revision", Map.of("number", line.revision())) : "";
        return number.isEmpty() ? what : what + " · " + number;
    }

    /** To what an edition changed since the one before it, and a revision since the one that was told of before. */
    private static String diff(Release release, Story.Line line, Map<Language, Integer> before) {
        if (line.language().isEmpty() || line.revision() == 0) {
            return "";
        }
        Language language = line.language().get();
        int from = before.getOrDefault(language, 0);
        before.put(language, line.revision());
        return from == line.revision()
                ? ""
                : Views.path(release, language) + "/revisions/" + line.revision() + (from > 0 ? "?from=" + from : "");
    }

    @GetMapping("/releases/{id}/story.csv")
    ResponseEntity<String> csv(@PathVariable("id") String id, HttpServletRequest request) {
        return exported(id, "csv", "text/csv", request, (release, lines) -> {
            StringBuilder text = new StringBuilder(Csv.row(COLUMNS));
            Map<String, String> names = names(lines);
            lines.forEach(line -> text.append(Csv.row(cells(line, names))));
            return text.toString();
        });
    }

    @GetMapping("/releases/{id}/story.json")
    ResponseEntity<String> json(@PathVariable("id") String id, HttpServletRequest request) {
        return exported(id, "json", MediaType.APPLICATION_JSON_VALUE, request, (release, lines) -> {
            ObjectNode doc = Answers.JSON.createObjectNode();
            doc.put("release", release.id().value())
                    .put("office", release.office().code());
            ArrayNode array = doc.putArray("story");
            Map<String, String> names = names(lines);
            for (Story.Line line : lines) {
                ObjectNode node = array.addObject();
                List<String> cells = cells(line, names);
                for (int i = 0; i < COLUMNS.size(); i++) {
                    if (!cells.get(i).isEmpty()) {
                        node.put(COLUMNS.get(i), cells.get(i));
                    }
                }
            }
            return Answers.JSON.writerWithDefaultPrettyPrinter().writeValueAsString(doc) + "\n";
        });
    }

    private interface Export {
        String of(Release release, List<Story.Line> lines);
    }

    private ResponseEntity<String> exported(
            String id, String extension, String type, HttpServletRequest request, Export export) {
        Optional<Release> found = gates.entrance().find(SignedIn.doer(request), id);
        return found.map(release -> ResponseEntity.ok()
                        .contentType(new MediaType(MediaType.parseMediaType(type), StandardCharsets.UTF_8))
                        .header(HttpHeaders.CACHE_CONTROL, "no-store")
                        .header(
                                HttpHeaders.CONTENT_DISPOSITION,
                                ContentDisposition.attachment()
                                        .filename("story-" + release.id() + "." + extension)
                                        .build()
                                        .toString())
                        .body(export.of(release, lines(release, request))))
                .orElseGet(() -> pages.notFound(request));
    }

    private static List<String> cells(Story.Line line, Map<String, String> names) {
        Optional<Happenings.Course> course = line.course();
        return List.of(
                line.at().toString(),
                line.language().map(Language::tag).orElse(""),
                line.act(),
                names.getOrDefault(line.doer(), line.doer()),
                line.revision() > 0 ? Integer.toString(line.revision()) : "",
                line.edition() > 0 ? Integer.toString(line.edition()) : "",
                line.digest(),
                course.flatMap(Happenings.Course::leaf).map(Object::toString).orElse(""),
                course.flatMap(Happenings.Course::turn).map(Object::toString).orElse(""),
                course.flatMap(Happenings.Course::stood).map(Object::toString).orElse(""),
                course.flatMap(Happenings.Course::papers).map(Object::toString).orElse(""),
                line.late().map(Duration::toString).orElse(""),
                names.getOrDefault(line.words(), line.words()));
    }
}
