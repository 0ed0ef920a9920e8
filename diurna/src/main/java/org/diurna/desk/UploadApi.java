package org.diurna.desk;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import org.diurna.darkroom.Uploads;
import org.diurna.house.Settings;
import org.diurna.staff.Doer;
import org.diurna.staff.SignedIn;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.node.ObjectNode;

/**
 * Takes a picture in by parts, so that a broken connection costs what was under way and no more. In the shape of the
 * resumable uploads of the IETF (draft-ietf-httpbis-resumable-upload): a POST announces a file and names its address, a HEAD
 * says how much of it is here, a PATCH goes on from there. The part that makes it whole is answered like a picture that came
 * at once. Nobody but the sender may know of an upload.
 */
@RestController
final class UploadApi {
    private static final MediaType JSON = new MediaType(MediaType.APPLICATION_JSON, StandardCharsets.UTF_8);
    private static final long MILLION = 1_000_000;
    private static final String OFFSET = "Upload-Offset";
    private static final String LENGTH = "Upload-Length";

    private final Uploads uploads;
    private final TakePicture take;
    private final Settings.Intake limits;
    private final Pages pages;

    UploadApi(Uploads uploads, TakePicture take, Settings.Intake limits, Pages pages) {
        this.uploads = uploads;
        this.take = take;
        this.limits = limits;
        this.pages = pages;
    }

    @PostMapping("/pictures/uploads")
    ResponseEntity<String> begin(
            @RequestParam(name = "office", defaultValue = "") String office,
            @RequestParam(name = "name", defaultValue = "") String name,
            @RequestParam(name = "length", defaultValue = "0") long length,
            HttpServletRequest request) {
        Doer by = SignedIn.doer(request);
        Frame frame = pages.frame(request);
        if (!take.may(by, office)) {
            return sentence(HttpStatus.FORBIDDEN, frame.say("staff.not-allowed-how"));
        }
        if (length < 1) {
            return sentence(HttpStatus.UNPROCESSABLE_CONTENT, frame.say("picture.no-file"));
        }
        if (length > limits.maxMegabytes() * MILLION) {
            return sentence(
                    HttpStatus.CONTENT_TOO_LARGE,
                    frame.say("picture.too-large", Map.of("megabytes", limits.maxMegabytes())));
        }
        return uploads.begin(by.id(), office, FileNames.of(name, "picture"), length)
                .map(upload -> ResponseEntity.status(HttpStatus.CREATED)
                        .header(HttpHeaders.LOCATION, "/pictures/uploads/" + upload.id())
                        .header(OFFSET, "0")
                        .header(HttpHeaders.CACHE_CONTROL, "no-store")
                        .body(""))
                .orElseGet(() -> sentence(HttpStatus.TOO_MANY_REQUESTS, frame.say("picture.too-many-uploads")));
    }

    /** Spring answers HEAD where GET is asked for; there is nothing to get. */
    @RequestMapping(path = "/pictures/uploads/{upload}", method = RequestMethod.HEAD)
    ResponseEntity<String> how(@PathVariable("upload") String id, HttpServletRequest request) {
        return mine(id, request)
                .map(upload -> offset(HttpStatus.NO_CONTENT, upload, uploads.offset(upload)))
                .orElseGet(() -> ResponseEntity.notFound().build());
    }

    @PatchMapping("/pictures/uploads/{upload}")
    ResponseEntity<String> goOn(
            @PathVariable("upload") String id,
            @RequestHeader(name = OFFSET, defaultValue = "-1") long offset,
            HttpServletRequest request) {
        Optional<Uploads.Upload> found = mine(id, request);
        if (found.isEmpty()) {
            return ResponseEntity.notFound().build();
        }
        Uploads.Upload upload = found.get();
        return switch (appended(upload, offset, request)) {
            case Uploads.Outcome.Kept(var now) when now == upload.length() -> whole(upload, request);
            case Uploads.Outcome.Kept(var now) -> offset(HttpStatus.NO_CONTENT, upload, now);
            case Uploads.Outcome.Elsewhere(var now) -> offset(HttpStatus.CONFLICT, upload, now);
            case Uploads.Outcome.TooLong _ -> offset(HttpStatus.BAD_REQUEST, upload, offset);
        };
    }

    @DeleteMapping("/pictures/uploads/{upload}")
    ResponseEntity<String> leave(@PathVariable("upload") String id, HttpServletRequest request) {
        mine(id, request).ifPresent(uploads::end);
        return ResponseEntity.noContent().build();
    }

    private Optional<Uploads.Upload> mine(String id, HttpServletRequest request) {
        return uploads.find(id, SignedIn.doer(request).id());
    }

    private Uploads.Outcome appended(Uploads.Upload upload, long offset, HttpServletRequest request) {
        try {
            return uploads.append(upload, offset, request.getInputStream());
        } catch (IOException e) {
            throw new UncheckedIOException("A part of a picture could not be received.", e);
        }
    }

    /** Taking the same file in twice makes one picture, so a kill between both steps does no harm. */
    private ResponseEntity<String> whole(Uploads.Upload upload, HttpServletRequest request) {
        TakePicture.Outcome outcome;
        try (InputStream in = uploads.open(upload)) {
            outcome = take.run(SignedIn.doer(request), upload.office(), in, upload.name());
        } catch (IOException e) {
            throw new UncheckedIOException("The picture that was sent could not be read from the disk of the desk.", e);
        }
        if (!(outcome instanceof TakePicture.Outcome.NotNow)) {
            uploads.end(upload);
        }
        return PictureIntakeApi.of(outcome, pages.frame(request));
    }

    private static ResponseEntity<String> offset(HttpStatus status, Uploads.Upload upload, long offset) {
        return ResponseEntity.status(status)
                .header(OFFSET, Long.toString(offset))
                .header(LENGTH, Long.toString(upload.length()))
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }

    private static ResponseEntity<String> sentence(HttpStatus status, String sentence) {
        ObjectNode answer = Answers.JSON.createObjectNode().put("sentence", sentence);
        return ResponseEntity.status(status)
                .contentType(JSON)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .body(Answers.JSON.writeValueAsString(answer));
    }
}
