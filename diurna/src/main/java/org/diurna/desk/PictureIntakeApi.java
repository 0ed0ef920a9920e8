package org.diurna.desk;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.diurna.staff.SignedIn;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** Takes a picture in that comes at once; {@link UploadApi} takes one that comes in parts. */
@RestController
final class PictureIntakeApi {
    private final TakePicture take;
    private final TakenAnswers answers;
    private final Pages pages;

    PictureIntakeApi(TakePicture take, TakenAnswers answers, Pages pages) {
        this.take = take;
        this.answers = answers;
        this.pages = pages;
    }

    @PostMapping("/pictures/intake")
    ResponseEntity<String> take(
            @RequestParam(name = "office", defaultValue = "") String office,
            @RequestParam(name = "file", required = false) @org.jspecify.annotations.Nullable MultipartFile file,
            HttpServletRequest request) {
        return answers.of(taken(office, file, request), pages.frame(request));
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
}
