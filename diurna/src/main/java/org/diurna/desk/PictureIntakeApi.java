package org.diurna.desk;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.diurna.darkroom.Picture;
import org.diurna.staff.SignedIn;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Takes a picture in that comes at once; {@link UploadApi} takes one that comes in parts. */
@RestController
final class PictureIntakeApi {
    private static final MediaType JSON = new MediaType(MediaType.APPLICATION_JSON, StandardCharsets.UTF_8);

    private final TakePicture take;
    private final Pages pages;

    PictureIntakeApi(TakePicture take, Pages pages) {
        this.take = take;
        this.pages = pages;
    }

    @PostMapping("/pictures/intake")
    ResponseEntity<String> take(
            @RequestParam(name = "office", defaultValue = "") String office,
            @RequestParam(name = "file", required = false) @org.jspecify.annotations.Nullable MultipartFile file,
            HttpServletRequest request) {
        return of(taken(office, file, request), pages.frame(request));
    }

    private TakePicture.Outcome taken(
            String office, @org.jspecify.annotations.Nullable MultipartFile file, HttpServletRequest request) {
        if (file == null || file.isEmpty()) {
            return take.may(SignedIn.doer(request), office)
                    ? new TakePicture.Outcome.TurnedAway(pages.frame(request).say("picture.no-file"))
                    : new TakePicture.Outcome.NotAllowed();
        }
        try (InputStream in = file.getInputStream()) {
            return take.run(SignedIn.doer(request), office, in, FileNames.of(file.getOriginalFilename(), "picture"));
        } catch (IOException e) {
            throw new UncheckedIOException("The picture that was sent could not be read from the disk of the desk.", e);
        }
    }

    /** What the desk's script is told of a picture that was sent. */
    static ResponseEntity<String> of(TakePicture.Outcome outcome, Frame frame) {
        ObjectNode answer = Answers.JSON.createObjectNode();
        return switch (outcome) {
            case TakePicture.Outcome.Taken(var picture, var alike) -> {
                shown(answer, picture);
                alike(answer.putArray("alike"), alike);
                yield answer(HttpStatus.OK, answer);
            }
            case TakePicture.Outcome.Held(var picture) -> {
                shown(answer, picture);
                answer.put("held", frame.say("picture.held"));
                yield answer(HttpStatus.OK, answer);
            }
            case TakePicture.Outcome.TurnedAway(var sentence) ->
                answer(HttpStatus.UNPROCESSABLE_CONTENT, answer.put("sentence", sentence));
            case TakePicture.Outcome.NotNow(var sentence) ->
                answer(HttpStatus.UNPROCESSABLE_CONTENT, answer.put("sentence", sentence));
            case TakePicture.Outcome.NotAllowed _ ->
                answer(HttpStatus.FORBIDDEN, answer.put("sentence", frame.say("staff.not-allowed-how")));
        };
    }

    private static void shown(ObjectNode node, Picture picture) {
        LibraryPages.Shown shown = LibraryPages.Shown.of(picture);
        node.put("path", shown.path()).put("look", shown.look()).put("title", shown.title());
    }

    private static void alike(ArrayNode node, List<Picture> pictures) {
        pictures.forEach(picture -> shown(node.addObject(), picture));
    }

    private static ResponseEntity<String> answer(HttpStatus status, ObjectNode answer) {
        return ResponseEntity.status(status)
                .contentType(JSON)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .body(Answers.JSON.writeValueAsString(answer));
    }
}
