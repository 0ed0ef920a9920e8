package org.diurna.desk;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.diurna.edition.Office;
import org.diurna.edition.Offices;
import org.diurna.gate.Found;
import org.diurna.gate.Gate;
import org.diurna.house.Language;
import org.diurna.staff.Act;
import org.diurna.staff.Permissions;
import org.diurna.staff.SignedIn;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** A file that was dropped at the desk or chosen there: a draft comes of it, and an account of what did not come in. */
@RestController
public final class IntakePages {
    private final TakeIn takeIn;
    private final Offices offices;
    private final Pages pages;

    IntakePages(TakeIn takeIn, Offices offices, Pages pages) {
        this.takeIn = takeIn;
        this.offices = offices;
        this.pages = pages;
    }

    /** What came of a file, in words for the reader. */
    public record Taken(
            String path, String fileName, String headline, Language language, List<String> reports, List<Left> left) {
        public Taken {
            reports = List.copyOf(reports);
            left = List.copyOf(left);
        }
    }

    /** A line that stayed outside, and why. */
    public record Left(String text, String why) {}

    @PostMapping("/new/file")
    ResponseEntity<String> take(
            @RequestParam(name = "office", defaultValue = "") String office,
            @RequestParam(name = "file", required = false) @org.jspecify.annotations.Nullable MultipartFile file,
            HttpServletRequest request) {
        Optional<Office> issuer = offices.find(office)
                .filter(found -> Permissions.offices(SignedIn.doer(request), Act.WRITE)
                        .map(codes -> codes.contains(found.code()))
                        .orElse(true));
        if (issuer.isEmpty()) {
            return pages.refused(request);
        }
        if (file == null || file.isEmpty()) {
            return refused(pages.frame(request).say("intake.no-file"), request);
        }
        String name = FileNames.of(file.getOriginalFilename(), "file");
        return switch (takeIn.run(SignedIn.doer(request), bytes(file), name, issuer.get(), Optional.empty())) {
            case TakeIn.Outcome.Taken taken -> taken(taken, name, request);
            case TakeIn.Outcome.NotTaken(var sentence) -> refused(sentence, request);
            case TakeIn.Outcome.NotAllowed _ -> pages.refused(request);
        };
    }

    private ResponseEntity<String> taken(TakeIn.Outcome.Taken taken, String name, HttpServletRequest request) {
        Frame frame = pages.frame(request);
        Found found = taken.found();
        List<Left> left = found.leftOut().stream()
                .map(line -> new Left(
                        line.text(),
                        frame.say("left."
                                + line.reason().name().toLowerCase(Locale.ROOT).replace('_', '-'))))
                .toList();
        return pages.page(
                request,
                "taken",
                Map.of(
                        "taken",
                        new Taken(
                                "/releases/" + taken.release() + "/" + taken.language(),
                                name,
                                found.headline(),
                                taken.language(),
                                found.reports().stream()
                                        .map(Found.Report::sentence)
                                        .toList(),
                                left)));
    }

    private ResponseEntity<String> refused(String sentence, HttpServletRequest request) {
        return pages.page(request, "not-taken", Map.of("sentence", sentence), HttpStatus.UNPROCESSABLE_CONTENT);
    }

    /** Never more than one byte above what the gate takes. */
    private static byte[] bytes(MultipartFile file) {
        try (InputStream in = file.getInputStream()) {
            return in.readNBytes(Gate.PAGE_MAX_BYTES + 1);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(
                    "The file that was sent could not be read from the disk of the desk.", e);
        }
    }
}
