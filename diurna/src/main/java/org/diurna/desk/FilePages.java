package org.diurna.desk;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Optional;
import org.diurna.edition.Office;
import org.diurna.edition.Offices;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** The desk's own style sheet, and those that previews name. */
@RestController
final class FilePages {
    private static final MediaType CSS = MediaType.parseMediaType("text/css; charset=utf-8");

    private final Offices offices;
    private final Preview preview;

    public FilePages(Offices offices, Preview preview) {
        this.offices = offices;
        this.preview = preview;
    }

    @GetMapping("/desk/desk.css")
    ResponseEntity<byte[]> css() {
        try (InputStream in = FilePages.class.getResourceAsStream("/desk/desk.css")) {
            if (in == null) {
                throw new IllegalStateException("The program lacks the desk's style sheet.");
            }
            return ResponseEntity.ok()
                    .contentType(CSS)
                    .cacheControl(CacheControl.maxAge(Duration.ofMinutes(10)))
                    .body(in.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException("The desk's style sheet cannot be read.", e);
        }
    }

    @GetMapping("/assets/{digest}/{name}")
    ResponseEntity<byte[]> asset(@PathVariable("digest") String digest, @PathVariable("name") String name) {
        String path = "/assets/" + digest + "/" + name;
        for (Office office : offices.all()) {
            Optional<byte[]> found = preview.styleSheet(office, path).map(sheet -> sheet.bytes());
            if (found.isPresent()) {
                return ResponseEntity.ok()
                        .contentType(CSS)
                        .cacheControl(CacheControl.maxAge(Duration.ofDays(365)).cachePrivate())
                        .body(found.get());
            }
        }
        return ResponseEntity.notFound().build();
    }
}
