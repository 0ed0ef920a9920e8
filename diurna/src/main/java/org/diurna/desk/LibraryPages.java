package org.diurna.desk;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.diurna.darkroom.Picture;
import org.diurna.darkroom.Pictures;
import org.diurna.house.Settings;
import org.diurna.staff.Doer;
import org.diurna.staff.SignedIn;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** The library of pictures as a whole: its contact sheet, and the door through which pictures come in. */
@RestController
public final class LibraryPages {
    private static final Period ASKED_BEFORE = Period.ofDays(30);
    private static final int WORDS_MAX_CHARACTERS = 200;
    private static final int PAGE_MAX = 10_000;

    private final Pictures pictures;
    private final Studio studio;
    private final PictureReach reach;
    private final TakePicture take;
    private final Settings.Intake limits;
    private final Pages pages;
    private final Clock clock;

    LibraryPages(
            Pictures pictures,
            Studio studio,
            PictureReach reach,
            TakePicture take,
            Settings.Intake limits,
            Pages pages,
            Clock clock) {
        this.pictures = pictures;
        this.studio = studio;
        this.reach = reach;
        this.take = take;
        this.limits = limits;
        this.pages = pages;
        this.clock = clock;
    }

    /** One picture on the contact sheet. */
    public record Shown(
            String id, String path, String look, String title, String credit, boolean ready, String expires) {
        static Shown of(Picture picture) {
            String path = "/pictures/" + picture.id();
            return new Shown(
                    picture.id(),
                    path,
                    path + "/looks/" + Studio.Look.THUMB.file(),
                    title(picture),
                    picture.facts().credit(),
                    picture.description().isPresent() && picture.rights().isPresent(),
                    picture.facts().expires().map(LocalDate::toString).orElse(""));
        }

        /** The headline, or the name of the file while there is none. */
        static String title(Picture picture) {
            return picture.facts().headline().isBlank()
                    ? picture.name()
                    : picture.facts().headline();
        }
    }

    /** The contact sheet. */
    public record Sheet(
            String words,
            String event,
            List<Shown> pictures,
            List<Shown> expiring,
            Map<String, Integer> events,
            Map<String, String> offices,
            String accept,
            Settings.Intake limits,
            Optional<String> before,
            Optional<String> after,
            List<String> errors) {
        public Sheet {
            pictures = List.copyOf(pictures);
            expiring = List.copyOf(expiring);
            events = Collections.unmodifiableMap(new LinkedHashMap<>(events));
            offices = Collections.unmodifiableMap(new LinkedHashMap<>(offices));
            errors = List.copyOf(errors);
        }
    }

    @GetMapping("/pictures")
    ResponseEntity<String> list(
            @RequestParam(name = "q", defaultValue = "") String words,
            @RequestParam(name = "event", defaultValue = "") String event,
            @RequestParam(name = "page", defaultValue = "1") int page,
            HttpServletRequest request) {
        return sheet(words, event, page, List.of(), HttpStatus.OK, request);
    }

    private ResponseEntity<String> sheet(
            String words, String event, int page, List<String> errors, HttpStatus status, HttpServletRequest request) {
        Doer by = SignedIn.doer(request);
        Set<String> seen = reach.seen(by);
        String asked = words.length() > WORDS_MAX_CHARACTERS ? words.substring(0, WORDS_MAX_CHARACTERS) : words.strip();
        int at = Math.clamp(page, 1, PAGE_MAX);
        List<Picture> found =
                pictures.search(seen, asked, event.strip(), (at - 1) * Pictures.SHEET, Pictures.SHEET + 1);
        boolean front = at == 1 && asked.isEmpty() && event.isBlank();
        Map<String, String> editable =
                reach.editable(by, Pages.readerOf(request), pages.frame(request).say("picture.all-offices"));
        Sheet sheet = new Sheet(
                asked,
                event.strip(),
                found.stream().limit(Pictures.SHEET).map(Shown::of).toList(),
                front
                        ? pictures.expiring(seen, today().plus(ASKED_BEFORE)).stream()
                                .map(Shown::of)
                                .toList()
                        : List.of(),
                pictures.events(seen),
                editable,
                editable.isEmpty() ? "" : String.join(",", studio.mediaTypes()),
                limits,
                at > 1 ? Optional.of(address(asked, event, at - 1)) : Optional.empty(),
                found.size() > Pictures.SHEET ? Optional.of(address(asked, event, at + 1)) : Optional.empty(),
                errors);
        return pages.page(request, "pictures", Map.of("sheet", sheet), status);
    }

    private static String address(String words, String event, int page) {
        return "/pictures?page=" + page + "&q=" + URLEncoder.encode(words, StandardCharsets.UTF_8) + "&event="
                + URLEncoder.encode(event.strip(), StandardCharsets.UTF_8);
    }

    /** Without a script: what was turned away is said, all else lies in the library. */
    @PostMapping("/pictures")
    ResponseEntity<String> take(
            @RequestParam(name = "office", defaultValue = "") String office,
            @RequestParam(name = "file", required = false) @org.jspecify.annotations.Nullable List<MultipartFile> files,
            HttpServletRequest request) {
        Doer by = SignedIn.doer(request);
        if (!take.may(by, office)) {
            return pages.refused(request);
        }
        List<MultipartFile> sent = files == null
                ? List.of()
                : files.stream().filter(file -> !file.isEmpty()).toList();
        if (sent.isEmpty()) {
            return turnedAway(List.of(pages.frame(request).say("picture.no-file")), request);
        }
        List<String> sentences = new ArrayList<>();
        List<String> paths = new ArrayList<>();
        for (MultipartFile file : sent) {
            switch (taken(by, office, file)) {
                case TakePicture.Outcome.Taken taken ->
                    paths.add("/pictures/" + taken.picture().id());
                case TakePicture.Outcome.Held held ->
                    paths.add("/pictures/" + held.picture().id());
                case TakePicture.Outcome.TurnedAway(var sentence) -> sentences.add(sentence);
                case TakePicture.Outcome.NotNow(var sentence) -> sentences.add(sentence);
                case TakePicture.Outcome.NotAllowed _ -> {
                    return pages.refused(request);
                }
            }
        }
        return sentences.isEmpty()
                ? Pages.seeOther(paths.size() == 1 ? paths.getFirst() : "/pictures")
                : turnedAway(sentences, request);
    }

    private ResponseEntity<String> turnedAway(List<String> sentences, HttpServletRequest request) {
        return sheet("", "", 1, sentences, HttpStatus.UNPROCESSABLE_CONTENT, request);
    }

    private TakePicture.Outcome taken(Doer by, String office, MultipartFile file) {
        try (InputStream in = file.getInputStream()) {
            return take.run(by, office, in, FileNames.of(file.getOriginalFilename(), "picture"));
        } catch (IOException e) {
            throw new UncheckedIOException("The picture that was sent could not be read from the disk of the desk.", e);
        }
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }
}
