package org.diurna.desk;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.diurna.darkroom.Darkroom;
import org.diurna.darkroom.Described;
import org.diurna.darkroom.DigitalSource;
import org.diurna.darkroom.Focus;
import org.diurna.darkroom.Intake;
import org.diurna.darkroom.Master;
import org.diurna.darkroom.Picture;
import org.diurna.darkroom.Pictures;
import org.diurna.edition.Office;
import org.diurna.edition.Offices;
import org.diurna.edition.Plates;
import org.diurna.house.Language;
import org.diurna.staff.Act;
import org.diurna.staff.Doer;
import org.diurna.staff.SignedIn;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/**
 * The library of pictures: taking them in, saying what they are, finding them. A picture belongs to an office, or to all of
 * them; nothing of it is public before a release shows it.
 */
@RestController
public final class PicturePages {
    private static final Period ASKED_BEFORE = Period.ofDays(30);
    private static final int WORDS_MAX_CHARACTERS = 200;
    private static final int PAGE_MAX = 10_000;

    private final Pictures pictures;
    private final Studio studio;
    private final Offices offices;
    private final RecallPicture recall;
    private final Rights rights;
    private final Pages pages;
    private final Clock clock;

    PicturePages(
            Pictures pictures,
            Studio studio,
            Offices offices,
            RecallPicture recall,
            Rights rights,
            Pages pages,
            Clock clock) {
        this.pictures = pictures;
        this.studio = studio;
        this.offices = offices;
        this.recall = recall;
        this.rights = rights;
        this.pages = pages;
        this.clock = clock;
    }

    /** One picture on the contact sheet. */
    public record Shown(String path, String look, String title, String credit, boolean ready, String expires) {}

    /** The contact sheet. */
    public record Sheet(
            String words,
            List<Shown> pictures,
            List<Shown> expiring,
            Map<String, String> offices,
            String accept,
            Optional<String> before,
            Optional<String> after,
            String error) {
        public Sheet {
            pictures = List.copyOf(pictures);
            expiring = List.copyOf(expiring);
            offices = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(offices));
        }
    }

    /** A text of the form in one language. */
    public record Tongue(Language language, String name, String caption, String alt) {}

    /** A picture with its form. */
    public record One(
            String path,
            String title,
            int version,
            String facts,
            Map<String, String> fields,
            List<Tongue> tongues,
            List<DigitalSource> sources,
            List<String> missing,
            Map<String, String> errors,
            List<Plates.Use> uses,
            boolean may) {
        public One {
            fields = Map.copyOf(fields);
            tongues = List.copyOf(tongues);
            sources = List.copyOf(sources);
            missing = List.copyOf(missing);
            errors = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(errors));
            uses = List.copyOf(uses);
        }

        public String field(String name) {
            return fields.getOrDefault(name, "");
        }

        /** Texts that are the same in all languages. */
        public List<String> texts() {
            return PictureFields.TEXTS;
        }

        public boolean needed(String name) {
            return PictureFields.NEEDED.contains(name);
        }
    }

    @GetMapping("/pictures")
    ResponseEntity<String> list(
            @RequestParam(name = "q", defaultValue = "") String words,
            @RequestParam(name = "page", defaultValue = "1") int page,
            HttpServletRequest request) {
        return sheet(words, page, "", HttpStatus.OK, request);
    }

    private ResponseEntity<String> sheet(
            String words, int page, String error, HttpStatus status, HttpServletRequest request) {
        Doer by = SignedIn.doer(request);
        Set<String> seen = seen(by);
        String asked = words.length() > WORDS_MAX_CHARACTERS ? words.substring(0, WORDS_MAX_CHARACTERS) : words.strip();
        int at = Math.clamp(page, 1, PAGE_MAX);
        List<Picture> found = pictures.search(seen, asked, (at - 1) * Pictures.SHEET, Pictures.SHEET + 1);
        List<Picture> expiring =
                at == 1 && asked.isEmpty() ? pictures.expiring(seen, today().plus(ASKED_BEFORE)) : List.of();
        Map<String, String> editable = editable(request);
        Sheet sheet = new Sheet(
                asked,
                found.stream().limit(Pictures.SHEET).map(PicturePages::shown).toList(),
                expiring.stream().map(PicturePages::shown).toList(),
                editable,
                editable.isEmpty() ? "" : String.join(",", studio.mediaTypes()),
                at > 1 ? Optional.of(address(asked, at - 1)) : Optional.empty(),
                found.size() > Pictures.SHEET ? Optional.of(address(asked, at + 1)) : Optional.empty(),
                error);
        return pages.page(request, "pictures", Map.of("sheet", sheet), status);
    }

    private static String address(String words, int page) {
        return "/pictures?page=" + page + "&q="
                + java.net.URLEncoder.encode(words, java.nio.charset.StandardCharsets.UTF_8);
    }

    private static Shown shown(Picture picture) {
        String path = "/pictures/" + picture.master().sha256();
        String headline = picture.facts().headline();
        return new Shown(
                path,
                path + "/looks/" + Studio.Look.THUMB.file(),
                headline.isBlank() ? picture.name() : headline,
                picture.facts().credit(),
                picture.description().isPresent() && picture.rights().isPresent(),
                picture.facts().expires().map(LocalDate::toString).orElse(""));
    }

    @PostMapping("/pictures")
    ResponseEntity<String> take(
            @RequestParam(name = "office", defaultValue = "") String office,
            @RequestParam(name = "file", required = false) @org.jspecify.annotations.Nullable MultipartFile file,
            HttpServletRequest request) {
        Doer by = SignedIn.doer(request);
        if (!editable(request).containsKey(office)) {
            return pages.refused(request);
        }
        if (file == null || file.isEmpty()) {
            return sheet("", 1, pages.frame(request).say("picture.no-file"), HttpStatus.UNPROCESSABLE_CONTENT, request);
        }
        String name = name(file);
        // decoding takes seconds, so it is done before anything is written down
        return switch (taken(file, name)) {
            case Intake.Taken taken -> keep(by, office, name, taken.master(), taken.described(), request);
            case Intake.TakenBefore before -> keep(by, office, name, before.master(), before.described(), request);
            case Intake.TurnedAway(var refusal) ->
                sheet("", 1, refusal.sentence(), HttpStatus.UNPROCESSABLE_CONTENT, request);
        };
    }

    private ResponseEntity<String> keep(
            Doer by, String office, String name, Master master, Described described, HttpServletRequest request) {
        Optional<Picture> before = pictures.find(master.sha256());
        if (before.isPresent() && !seen(by).contains(before.get().office())) {
            // who has it is not told, and what they wrote of it is theirs
            return sheet(
                    "", 1, pages.frame(request).say("picture.elsewhere"), HttpStatus.UNPROCESSABLE_CONTENT, request);
        }
        if (before.isEmpty()) {
            Language main = offices.find(office).map(Office::defaultLanguage).orElse(Language.of("en"));
            Picture picture = new Picture(
                    master, name, office, 0, Picture.Facts.of(described, main), Focus.USUAL, clock.instant(), by.id());
            rights.together(() -> {
                boolean put = pictures.put(picture, by.id(), clock.instant());
                rights.kept(by, Act.ILLUSTRATE.word(), master.sha256(), office, "", "taken in");
                return put;
            });
        }
        return Pages.seeOther("/pictures/" + master.sha256());
    }

    private Intake taken(MultipartFile file, String name) {
        try (InputStream in = file.getInputStream()) {
            return darkroom().take(in, name);
        } catch (IOException e) {
            throw new UncheckedIOException("The picture that was sent could not be read from the disk of the desk.", e);
        }
    }

    private Darkroom darkroom() {
        return studio.darkroom();
    }

    private static String name(MultipartFile file) {
        String given = Optional.ofNullable(file.getOriginalFilename()).orElse("picture");
        String own = given.substring(Math.max(given.lastIndexOf('/'), given.lastIndexOf('\\')) + 1);
        return own.length() <= 120 ? own : own.substring(own.length() - 120);
    }

    @GetMapping("/pictures/{picture}")
    ResponseEntity<String> one(@PathVariable("picture") String sha256, HttpServletRequest request) {
        return found(sha256, request)
                .map(picture ->
                        one(picture, picture.version(), PictureFields.of(picture), Map.of(), HttpStatus.OK, request))
                .orElseGet(() -> pages.notFound(request));
    }

    @PostMapping("/pictures/{picture}")
    ResponseEntity<String> describe(
            @PathVariable("picture") String sha256,
            @RequestParam(name = "seen", defaultValue = "0") int seen,
            @RequestParam Map<String, String> typed,
            HttpServletRequest request) {
        Optional<Picture> found = found(sha256, request);
        if (found.isEmpty()) {
            return pages.notFound(request);
        }
        Doer by = SignedIn.doer(request);
        Picture old = found.get();
        if (!editable(request).containsKey(old.office())) {
            return pages.refused(request);
        }
        PictureFields fields = new PictureFields(typed);
        Map<String, String> errors = new LinkedHashMap<>();
        fields.errors()
                .forEach((field, key) -> errors.put(field, pages.frame(request).say(key)));
        if (!errors.isEmpty()) {
            return one(old, seen, fields, errors, HttpStatus.UNPROCESSABLE_CONTENT, request);
        }
        Picture described = new Picture(
                old.master(),
                old.name(),
                old.office(),
                seen,
                fields.facts(),
                fields.focus().orElseThrow(),
                old.taken(),
                old.taker());
        boolean put = seen > 0
                && rights.together(() -> {
                    boolean stored = pictures.put(described, by.id(), clock.instant());
                    if (stored) {
                        rights.kept(by, Act.ILLUSTRATE.word(), sha256, old.office(), "", "version " + (seen + 1));
                    }
                    return stored;
                });
        return put
                ? Pages.seeOther("/pictures/" + sha256)
                : one(
                        old,
                        old.version(),
                        fields,
                        Map.of("headline", pages.frame(request).say("picture.overtaken")),
                        HttpStatus.CONFLICT,
                        request);
    }

    private ResponseEntity<String> one(
            Picture picture,
            int version,
            PictureFields fields,
            Map<String, String> errors,
            HttpStatus status,
            HttpServletRequest request) {
        Language reader = Pages.readerOf(request);
        Set<Language> languages = new TreeSet<>(picture.facts().captions().keySet());
        languages.addAll(picture.facts().alts().keySet());
        offices.all().stream()
                .filter(office -> picture.office().isEmpty() || picture.office().equals(office.code()))
                .forEach(office -> languages.addAll(office.languages()));
        Master master = picture.master();
        One one = new One(
                "/pictures/" + master.sha256(),
                picture.facts().headline().isBlank()
                        ? picture.name()
                        : picture.facts().headline(),
                version,
                master.width() + " × " + master.height() + " · "
                        + master.mediaType().replace("image/", "").toUpperCase(java.util.Locale.ROOT) + " · "
                        + Math.max(1, master.sizeBytes() / 1_000) + " kB · " + picture.name(),
                fields.typed(),
                languages.stream()
                        .map(language -> new Tongue(
                                language,
                                Names.of(language, reader),
                                fields.text("caption." + language),
                                fields.text("alt." + language)))
                        .toList(),
                List.of(DigitalSource.values()),
                fields.missing(List.copyOf(languages)),
                errors,
                recall.uses(SignedIn.doer(request), master.sha256()),
                editable(request).containsKey(picture.office()));
        return pages.page(request, "picture", Map.of("one", one), status);
    }

    @GetMapping("/pictures/{picture}/looks/{file}")
    ResponseEntity<byte[]> look(
            @PathVariable("picture") String sha256, @PathVariable("file") String file, HttpServletRequest request) {
        return Arrays.stream(Studio.Look.values())
                .filter(look -> look.file().equals(file))
                .findFirst()
                .filter(_ -> found(sha256, request).isPresent())
                .flatMap(look -> studio.look(sha256, look))
                .map(bytes -> ResponseEntity.ok()
                        .contentType(MediaType.IMAGE_JPEG)
                        .header(HttpHeaders.CACHE_CONTROL, "private, no-cache")
                        .body(bytes))
                .orElseGet(() -> ResponseEntity.notFound().build());
    }

    /** A picture that the reader may see. */
    private Optional<Picture> found(String sha256, HttpServletRequest request) {
        Set<String> seen = seen(SignedIn.doer(request));
        return pictures.find(sha256).filter(picture -> seen.contains(picture.office()));
    }

    /** Codes of the offices whose pictures the reader may see; with the empty one for pictures of all offices. */
    private Set<String> seen(Doer by) {
        Set<String> codes = offices.all().stream()
                .map(Office::code)
                .filter(code -> Rights.looks(by, code))
                .collect(Collectors.toCollection(TreeSet::new));
        if (!codes.isEmpty()) {
            codes.add("");
        }
        return codes;
    }

    /** Offices for which the reader takes pictures in, by code; the empty one for whoever does so everywhere. */
    private Map<String, String> editable(HttpServletRequest request) {
        Doer by = SignedIn.doer(request);
        Language reader = Pages.readerOf(request);
        Map<String, String> editable = new LinkedHashMap<>();
        List<Office> all = offices.all();
        all.stream()
                .filter(office -> Rights.illustrates(by, office.code()))
                .forEach(office -> editable.put(office.code(), office.name(reader)));
        if (!all.isEmpty() && editable.size() == all.size()) {
            editable.put("", pages.frame(request).say("picture.all-offices"));
        }
        return editable;
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }
}
