package org.diurna.desk;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.diurna.darkroom.DigitalSource;
import org.diurna.darkroom.Master;
import org.diurna.darkroom.Picture;
import org.diurna.edition.Directory;
import org.diurna.house.Language;
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

/**
 * One picture of the library: saying what it is, seeing where it is shown. A picture belongs to an office, or to all of
 * them; nothing of it is public before a release shows it.
 */
@RestController
public final class PicturePages {
    private final Studio studio;
    private final PictureReach reach;
    private final TakePicture take;
    private final DescribePicture describe;
    private final PictureUses uses;
    private final Directory directory;
    private final Licences licences;
    private final Successions successions;
    private final Pages pages;

    PicturePages(
            Studio studio,
            PictureReach reach,
            TakePicture take,
            DescribePicture describe,
            PictureUses uses,
            Directory directory,
            Licences licences,
            Successions successions,
            Pages pages) {
        this.studio = studio;
        this.reach = reach;
        this.take = take;
        this.describe = describe;
        this.uses = uses;
        this.directory = directory;
        this.licences = licences;
        this.successions = successions;
        this.pages = pages;
    }

    /**
     * The texts of the form in one language.
     *
     * @param advice sentences on the description
     */
    public record Tongue(Language language, String name, String caption, String alt, List<String> advice) {
        public Tongue {
            advice = List.copyOf(advice);
        }
    }

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
            List<PictureUses.Line> uses,
            Framed framed,
            List<LibraryPages.Shown> alike,
            List<String> known,
            Licences licences,
            boolean may,
            boolean recalls,
            Succession succession) {
        public One {
            fields = Map.copyOf(fields);
            tongues = List.copyOf(tongues);
            sources = List.copyOf(sources);
            missing = List.copyOf(missing);
            errors = Collections.unmodifiableMap(new LinkedHashMap<>(errors));
            uses = List.copyOf(uses);
            alike = List.copyOf(alike);
            known = List.copyOf(known);
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

    /**
     * The address of a picture whose place another has taken leads to that one.
     *
     * @param old to see the old one itself
     */
    @GetMapping("/pictures/{picture}")
    ResponseEntity<String> one(
            @PathVariable("picture") String id,
            @RequestParam(name = "old", defaultValue = "false") boolean old,
            HttpServletRequest request) {
        Doer by = SignedIn.doer(request);
        Optional<String> successor = old ? Optional.empty() : successions.successor(by, id);
        if (successor.isPresent() && reach.find(by, id).isPresent()) {
            return Pages.seeOther("/pictures/" + successor.get());
        }
        return reach.find(by, id)
                .map(picture ->
                        one(picture, picture.version(), PictureFields.of(picture), Map.of(), HttpStatus.OK, request))
                .orElseGet(() -> pages.notFound(request));
    }

    @PostMapping("/pictures/{picture}")
    ResponseEntity<String> describe(
            @PathVariable("picture") String id,
            @RequestParam(name = "seen", defaultValue = "0") int seen,
            @RequestParam Map<String, String> typed,
            HttpServletRequest request) {
        PictureFields fields = new PictureFields(typed).with(licences);
        return switch (describe.run(SignedIn.doer(request), id, seen, fields)) {
            case DescribePicture.Outcome.Described _ -> Pages.seeOther("/pictures/" + id + "?old=true");
            case DescribePicture.Outcome.NotReady(var picture, var errors) ->
                one(picture, seen, fields, errors, HttpStatus.UNPROCESSABLE_CONTENT, request);
            case DescribePicture.Outcome.Overtaken(var now) ->
                one(now, now.version(), fields, Map.of("headline", "picture.overtaken"), HttpStatus.CONFLICT, request);
            case DescribePicture.Outcome.NotAllowed _ -> pages.refused(request);
            case DescribePicture.Outcome.NotFound _ -> pages.notFound(request);
        };
    }

    private ResponseEntity<String> one(
            Picture picture,
            int version,
            PictureFields fields,
            Map<String, String> errors,
            HttpStatus status,
            HttpServletRequest request) {
        Doer by = SignedIn.doer(request);
        Language reader = Pages.readerOf(request);
        Frame frame = pages.frame(request);
        Set<Language> languages = reach.languages(picture);
        Map<String, String> said = new LinkedHashMap<>();
        errors.forEach((field, key) -> said.put(field, frame.say(key)));
        One one = new One(
                "/pictures/" + picture.id(),
                LibraryPages.Shown.title(picture),
                version,
                facts(picture),
                fields.typed(),
                languages.stream()
                        .map(language -> tongue(language, fields, reader))
                        .toList(),
                List.of(DigitalSource.values()),
                fields.missing(List.copyOf(languages)),
                said,
                uses.lines(by, picture.id(), reader),
                Framed.of(picture, fields),
                take.alike(picture).stream().map(LibraryPages.Shown::of).toList(),
                known(reader),
                licences,
                reach.edits(by, picture.office()),
                uses.recalls(by, picture.id()),
                successions.of(by, picture, reader));
        return pages.page(request, "picture", Map.of("one", one), status);
    }

    /** Names of the people in the directory, as the reader's language writes them. */
    private List<String> known(Language reader) {
        return directory.all().stream()
                .flatMap(speaker ->
                        speaker
                                .name(reader)
                                .or(() -> speaker.names().values().stream().findFirst())
                                .stream())
                .distinct()
                .sorted(String.CASE_INSENSITIVE_ORDER)
                .toList();
    }

    private static Tongue tongue(Language language, PictureFields fields, Language reader) {
        String caption = fields.text("caption." + language);
        String alt = fields.text("alt." + language);
        List<String> advice = PictureChecks.spoken("alt." + language, alt, caption).stream()
                .map(finding -> finding.in(reader))
                .toList();
        return new Tongue(language, Names.of(language, reader), caption, alt, advice);
    }

    /** Size in pixels, format, length and name of the file. */
    private static String facts(Picture picture) {
        Master master = picture.master();
        return master.width() + " × " + master.height() + " · "
                + master.mediaType().replace("image/", "").toUpperCase(Locale.ROOT) + " · "
                + Math.max(1, master.sizeBytes() / 1_000) + " kB · " + picture.name();
    }

    @GetMapping("/pictures/{picture}/looks/{file}")
    ResponseEntity<byte[]> look(
            @PathVariable("picture") String id, @PathVariable("file") String file, HttpServletRequest request) {
        return Arrays.stream(Studio.Look.values())
                .filter(look -> look.file().equals(file))
                .findFirst()
                .filter(_ -> reach.find(SignedIn.doer(request), id).isPresent())
                .flatMap(look -> studio.look(id, look))
                .map(bytes -> ResponseEntity.ok()
                        .contentType(MediaType.IMAGE_JPEG)
                        .header(HttpHeaders.CACHE_CONTROL, "no-store")
                        .body(bytes))
                .orElseGet(() -> ResponseEntity.notFound().build());
    }
}
