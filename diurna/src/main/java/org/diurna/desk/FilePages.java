package org.diurna.desk;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.diurna.edition.Office;
import org.diurna.edition.Offices;
import org.diurna.house.Sha256;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.WebRequest;

/** The desk's own style sheet and script, and the style sheets that previews name. */
@RestController
final class FilePages {
    private static final MediaType CSS = MediaType.parseMediaType("text/css; charset=utf-8");

    private static final MediaType SCRIPT = MediaType.parseMediaType("text/javascript; charset=utf-8");

    private static final MediaType PICTURE = MediaType.parseMediaType("image/svg+xml");

    private static final int TAG_LENGTH = 16;

    private final Map<String, File> files = new ConcurrentHashMap<>();
    private final Offices offices;
    private final Preview preview;

    public FilePages(Offices offices, Preview preview) {
        this.offices = offices;
        this.preview = preview;
    }

    @GetMapping("/desk/desk.css")
    ResponseEntity<byte[]> css(WebRequest request) {
        return file("/desk/desk.css", CSS, request);
    }

    @GetMapping("/desk/desk.js")
    ResponseEntity<byte[]> script(WebRequest request) {
        return file("/desk/desk.js", SCRIPT, request);
    }

    @GetMapping("/desk/icon.svg")
    ResponseEntity<byte[]> icon(WebRequest request) {
        return file("/desk/icon.svg", PICTURE, request);
    }

    /** A file of the program; browsers ask each time whether it is still the same, which costs no bytes. */
    private ResponseEntity<byte[]> file(String name, MediaType type, WebRequest request) {
        File file = files.computeIfAbsent(name, FilePages::read);
        if (request.checkNotModified(file.tag())) {
            return ResponseEntity.status(HttpStatus.NOT_MODIFIED).build();
        }
        return ResponseEntity.ok()
                .contentType(type)
                .eTag(file.tag())
                .cacheControl(CacheControl.noCache())
                .body(file.bytes());
    }

    private record File(byte[] bytes, String tag) {}

    private static File read(String name) {
        try (InputStream in = FilePages.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("The program lacks its file " + name + ".");
            }
            byte[] bytes = in.readAllBytes();
            // a weak tag: the server leaves what has a strong one uncompressed
            return new File(bytes, "W/\"" + Sha256.hex(bytes).substring(0, TAG_LENGTH) + "\"");
        } catch (IOException e) {
            throw new UncheckedIOException("The file " + name + " cannot be read.", e);
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
