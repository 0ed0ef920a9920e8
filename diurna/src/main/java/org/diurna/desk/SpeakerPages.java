package org.diurna.desk;

import jakarta.servlet.http.HttpServletRequest;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.random.RandomGenerator;
import org.diurna.edition.Directory;
import org.diurna.edition.Offices;
import org.diurna.edition.ReleaseId;
import org.diurna.edition.Speaker;
import org.diurna.house.Language;
import org.diurna.staff.Doer;
import org.diurna.staff.SignedIn;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The directory of the people whom releases quote: how their names are written, and which office they held when. */
@RestController
public final class SpeakerPages {
    private final Directory directory;
    private final Offices offices;
    private final KeepSpeaker keep;
    private final Pages pages;
    private final Clock clock;
    private final RandomGenerator random = new SecureRandom();

    SpeakerPages(Directory directory, Offices offices, KeepSpeaker keep, Pages pages, Clock clock) {
        this.directory = directory;
        this.offices = offices;
        this.keep = keep;
        this.pages = pages;
        this.clock = clock;
    }

    /** One of them in the list. */
    public record Line(String path, String name, Language language, String role, List<String> forms) {}

    /** Words in one language. */
    public record Worded(Language language, String name, String words) {}

    /** An office held, as it stands in the form. */
    public record HeldRow(int number, String from, String until, List<Worded> titles) {}

    /** One of them in the form. */
    public record Form(
            String path,
            int version,
            String title,
            List<Worded> names,
            List<HeldRow> offices,
            String error,
            boolean may) {
        public Form {
            names = List.copyOf(names);
            offices = List.copyOf(offices);
        }
    }

    @GetMapping("/speakers")
    ResponseEntity<String> list(HttpServletRequest request) {
        Language reader = Pages.readerOf(request);
        LocalDate today = LocalDate.ofInstant(clock.instant(), java.time.ZoneOffset.UTC);
        List<Line> lines = directory.all().stream()
                .map(speaker -> line(speaker, reader, today))
                .sorted(Comparator.comparing(Line::name, String.CASE_INSENSITIVE_ORDER))
                .toList();
        return pages.page(
                request, "speakers", Map.of("lines", lines, "may", Rights.keepsSpeakers(SignedIn.doer(request))));
    }

    private static Line line(Speaker speaker, Language reader, LocalDate today) {
        Language language = speaker.name(reader).isPresent()
                ? reader
                : new TreeSet<>(speaker.names().keySet()).first();
        String name = speaker.name(language).orElse("");
        return new Line(
                "/speakers/" + speaker.id(),
                name,
                language,
                speaker.role(today, language).orElse(""),
                speaker.names().values().stream()
                        .filter(form -> !form.equals(name))
                        .distinct()
                        .sorted()
                        .toList());
    }

    @GetMapping("/speakers/new")
    ResponseEntity<String> blank(HttpServletRequest request) {
        return Rights.keepsSpeakers(SignedIn.doer(request))
                ? form("/speakers/new", 0, Map.of(), List.of(), "", HttpStatus.OK, request)
                : pages.refused(request);
    }

    @GetMapping("/speakers/{speaker}")
    ResponseEntity<String> one(@PathVariable("speaker") String id, HttpServletRequest request) {
        return directory
                .find(id)
                .map(speaker -> form(
                        "/speakers/" + id,
                        speaker.version(),
                        speaker.names(),
                        speaker.offices(),
                        "",
                        HttpStatus.OK,
                        request))
                .orElseGet(() -> pages.notFound(request));
    }

    @PostMapping("/speakers/{speaker}")
    ResponseEntity<String> save(
            @PathVariable("speaker") String id,
            @RequestParam(name = "seen", defaultValue = "0") int seen,
            @RequestParam Map<String, String> fields,
            HttpServletRequest request) {
        Doer by = SignedIn.doer(request);
        boolean added = id.equals("new");
        if (!added && directory.find(id).isEmpty()) {
            return pages.notFound(request);
        }
        if (!Rights.keepsSpeakers(by)) {
            return pages.refused(request);
        }
        Map<Language, String> names = words("name.", fields);
        List<Speaker.Held> held = new ArrayList<>();
        String own = added ? ReleaseId.random(random).value() : id;
        try {
            for (int i = 0; i < Speaker.OFFICES_MAX; i++) {
                held(i, fields).ifPresent(held::add);
            }
            return store(by, new Speaker(own, added ? 0 : seen, names, held), request);
        } catch (IllegalArgumentException | DateTimeException e) {
            String error = e instanceof DateTimeException
                    ? pages.frame(request).say("speaker.date-wrong")
                    : names.isEmpty()
                            ? pages.frame(request).say("speaker.name-missing")
                            : pages.frame(request).say("speaker.wrong");
            return form("/speakers/" + id, seen, names, held, error, HttpStatus.UNPROCESSABLE_CONTENT, request);
        }
    }

    private ResponseEntity<String> store(Doer by, Speaker speaker, HttpServletRequest request) {
        boolean stored = keep.run(by, speaker) == KeepSpeaker.Outcome.KEPT;
        return stored
                ? Pages.seeOther("/speakers")
                : form(
                        "/speakers/" + speaker.id(),
                        directory.find(speaker.id()).map(Speaker::version).orElse(0),
                        speaker.names(),
                        speaker.offices(),
                        pages.frame(request).say("speaker.overtaken"),
                        HttpStatus.CONFLICT,
                        request);
    }

    private static Map<Language, String> words(String prefix, Map<String, String> fields) {
        Map<Language, String> words = new TreeMap<>();
        fields.forEach((field, text) -> {
            if (field.startsWith(prefix) && !text.isBlank()) {
                words.put(Language.of(field.substring(prefix.length())), text);
            }
        });
        return words;
    }

    private static Optional<Speaker.Held> held(int number, Map<String, String> fields) {
        Map<Language, String> titles = words("title." + number + ".", fields);
        return titles.isEmpty()
                ? Optional.empty()
                : Optional.of(new Speaker.Held(
                        day(fields.get("from." + number)), day(fields.get("until." + number)), titles));
    }

    private static Optional<LocalDate> day(@org.jspecify.annotations.Nullable String text) {
        return Optional.ofNullable(text).filter(day -> !day.isBlank()).map(LocalDate::parse);
    }

    private ResponseEntity<String> form(
            String path,
            int version,
            Map<Language, String> names,
            List<Speaker.Held> held,
            String error,
            HttpStatus status,
            HttpServletRequest request) {
        Language reader = Pages.readerOf(request);
        TreeSet<Language> languages = new TreeSet<>(names.keySet());
        offices.all().forEach(office -> languages.addAll(office.languages()));
        held.forEach(each -> languages.addAll(each.titles().keySet()));
        List<HeldRow> rows = new ArrayList<>();
        for (Speaker.Held each : held) {
            rows.add(new HeldRow(
                    rows.size(),
                    each.from().map(LocalDate::toString).orElse(""),
                    each.until().map(LocalDate::toString).orElse(""),
                    worded(languages, each.titles(), reader)));
        }
        boolean may = Rights.keepsSpeakers(SignedIn.doer(request));
        if (may && rows.size() < Speaker.OFFICES_MAX) {
            rows.add(new HeldRow(rows.size(), "", "", worded(languages, Map.of(), reader)));
        }
        String title = names.values().stream().findFirst().orElse("");
        return pages.page(
                request,
                "speaker",
                Map.of("form", new Form(path, version, title, worded(languages, names, reader), rows, error, may)),
                status);
    }

    private static List<Worded> worded(Set<Language> languages, Map<Language, String> words, Language reader) {
        return languages.stream()
                .map(language -> new Worded(language, Names.of(language, reader), words.getOrDefault(language, "")))
                .toList();
    }
}
