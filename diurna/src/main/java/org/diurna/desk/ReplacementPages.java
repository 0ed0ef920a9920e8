package org.diurna.desk;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.diurna.darkroom.Picture;
import org.diurna.darkroom.Pictures;
import org.diurna.edition.ReleaseId;
import org.diurna.house.Language;
import org.diurna.staff.Doer;
import org.diurna.staff.SignedIn;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** Putting a picture of the library in the place of another, and exchanging it in the drafts that show the old one. */
@RestController
public final class ReplacementPages {
    /** Pictures to choose from; words find the rest. */
    private static final int OFFERED_MAX = 24;

    private static final int WORDS_MAX_CHARACTERS = 200;

    private final Pictures pictures;
    private final PictureReach reach;
    private final TakePicture take;
    private final Decisions decisions;
    private final Studio studio;
    private final Pages pages;

    /** What is decided here. */
    record Decisions(ReplacePicture replace, ExchangePicture exchange) {}

    ReplacementPages(
            Pictures pictures, PictureReach reach, TakePicture take, Decisions decisions, Studio studio, Pages pages) {
        this.pictures = pictures;
        this.reach = reach;
        this.take = take;
        this.decisions = decisions;
        this.studio = studio;
        this.pages = pages;
    }

    /**
     * The form.
     *
     * @param old     the picture whose place is taken
     * @param offered pictures that can take it
     * @param words   that they were found by
     * @param error   a sentence; empty where nothing is wrong
     */
    public record Choice(
            LibraryPages.Shown old, List<LibraryPages.Shown> offered, String words, String accept, String error) {
        public Choice {
            offered = List.copyOf(offered);
        }
    }

    @GetMapping("/pictures/{picture}/replacement")
    ResponseEntity<String> form(
            @PathVariable("picture") String id,
            @RequestParam(name = "q", defaultValue = "") String words,
            HttpServletRequest request) {
        return form(id, words, "", HttpStatus.OK, request);
    }

    private ResponseEntity<String> form(
            String id, String words, String error, HttpStatus status, HttpServletRequest request) {
        Optional<Picture> old = reach.find(SignedIn.doer(request), id);
        if (old.isEmpty()) {
            return pages.notFound(request);
        }
        if (!decisions.replace().may(SignedIn.doer(request), old.get())) {
            return pages.refused(request);
        }
        String asked = words.length() > WORDS_MAX_CHARACTERS ? words.substring(0, WORDS_MAX_CHARACTERS) : words.strip();
        List<LibraryPages.Shown> offered =
                pictures.search(Set.of(old.get().office()), asked, "", 0, OFFERED_MAX + 1).stream()
                        .filter(other -> ReplacePicture.serves(other, old.get()))
                        .limit(OFFERED_MAX)
                        .map(LibraryPages.Shown::of)
                        .toList();
        Choice choice = new Choice(
                LibraryPages.Shown.of(old.get()), offered, asked, String.join(",", studio.mediaTypes()), error);
        return pages.page(request, "replacement", Map.of("choice", choice), status);
    }

    /** By a file that was sent, or by a picture that was chosen. */
    @PostMapping("/pictures/{picture}/replacement")
    ResponseEntity<String> replace(
            @PathVariable("picture") String id,
            @RequestParam(name = "by", defaultValue = "") String successor,
            @RequestParam(name = "undo", defaultValue = "false") boolean undo,
            @RequestParam(name = "file", required = false) @Nullable MultipartFile file,
            HttpServletRequest request) {
        Doer by = SignedIn.doer(request);
        if (undo) {
            return answer(decisions.replace().undo(by, id), id, "/pictures/" + id, request);
        }
        if (file == null || file.isEmpty()) {
            return successor.isBlank()
                    ? form(
                            id,
                            "",
                            pages.frame(request).say("picture.replace-none"),
                            HttpStatus.UNPROCESSABLE_CONTENT,
                            request)
                    : put(by, id, successor, request);
        }
        Optional<Picture> old = reach.find(by, id);
        if (old.isEmpty()) {
            return pages.notFound(request);
        }
        return switch (taken(by, old.get().office(), file)) {
            case TakePicture.Outcome.Taken taken -> put(by, id, taken.picture().id(), request);
            case TakePicture.Outcome.Held(var picture) -> put(by, id, picture.id(), request);
            case TakePicture.Outcome.TurnedAway(var sentence) ->
                form(id, "", sentence, HttpStatus.UNPROCESSABLE_CONTENT, request);
            case TakePicture.Outcome.NotNow(var sentence) ->
                form(id, "", sentence, HttpStatus.UNPROCESSABLE_CONTENT, request);
            case TakePicture.Outcome.NotAllowed _ -> pages.refused(request);
        };
    }

    private ResponseEntity<String> put(Doer by, String id, String successor, HttpServletRequest request) {
        return answer(decisions.replace().run(by, id, successor), id, "/pictures/" + successor, request);
    }

    private ResponseEntity<String> answer(
            ReplacePicture.Outcome outcome, String id, String path, HttpServletRequest request) {
        return switch (outcome) {
            case ReplacePicture.Outcome.Done _ -> Pages.seeOther(path);
            case ReplacePicture.Outcome.NotReady(var key) ->
                form(id, "", pages.frame(request).say(key), HttpStatus.UNPROCESSABLE_CONTENT, request);
            case ReplacePicture.Outcome.NotAllowed _ -> pages.refused(request);
            case ReplacePicture.Outcome.NotFound _ -> pages.notFound(request);
        };
    }

    private TakePicture.Outcome taken(Doer by, String office, MultipartFile file) {
        try (InputStream in = file.getInputStream()) {
            return take.run(by, office, in, FileNames.of(file.getOriginalFilename(), "picture"));
        } catch (IOException e) {
            throw new UncheckedIOException("The picture that was sent could not be read from the disk of the desk.", e);
        }
    }

    @PostMapping("/pictures/{picture}/exchange")
    ResponseEntity<String> exchange(
            @PathVariable("picture") String id,
            @RequestParam(name = "release", defaultValue = "") String release,
            @RequestParam(name = "language", defaultValue = "") String language,
            HttpServletRequest request) {
        return switch (exchanged(SignedIn.doer(request), id, release, language)) {
            case Save.Outcome.Kept _, Save.Outcome.Merged _ -> Pages.seeOther("/pictures/" + id + "#waiting");
            case Save.Outcome.SignedOff _ ->
                pages.message(request, "picture.exchange-not", "picture.exchange-signed-off", HttpStatus.CONFLICT);
            case Save.Outcome.NotFound _ -> pages.notFound(request);
            case Save.Outcome.NotAllowed _ -> pages.refused(request);
        };
    }

    private Save.Outcome exchanged(Doer by, String id, String release, String language) {
        try {
            return decisions.exchange().run(by, id, new ReleaseId(release), Language.of(language));
        } catch (IllegalArgumentException e) {
            // what cannot name a release or a language names none
            return new Save.Outcome.NotFound();
        }
    }
}
