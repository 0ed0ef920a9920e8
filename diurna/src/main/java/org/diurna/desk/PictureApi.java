package org.diurna.desk;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import org.diurna.darkroom.Description;
import org.diurna.darkroom.Rights.Licence;
import org.diurna.edition.Draft;
import org.diurna.edition.Plates;
import org.diurna.house.Language;
import org.diurna.staff.Doer;
import org.diurna.staff.SignedIn;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The pictures that a writer can choose from, and looks at those that a draft shows. Served by the desk to people who may
 * see the draft, and to nobody else; what they may not see is not found.
 */
@RestController
final class PictureApi {
    /** Pictures in one answer; words find the rest. */
    private static final int FOUND_MAX = 60;

    private static final int WORDS_MAX_CHARACTERS = 200;

    private final Gates gates;
    private final Studio studio;
    private final Plates plates;
    private final Clock clock;

    PictureApi(Gates gates, Studio studio, Plates plates, Clock clock) {
        this.gates = gates;
        this.studio = studio;
        this.plates = plates;
        this.clock = clock;
    }

    @GetMapping("/releases/{id}/{language}/pictures")
    ResponseEntity<String> pictures(
            @PathVariable("id") String id,
            @PathVariable("language") String language,
            @RequestParam(name = "q", defaultValue = "") String words,
            HttpServletRequest request) {
        Optional<Entrance.Found> found = found(id, language, request);
        if (found.isEmpty() || !writes(found.get(), request)) {
            return ResponseEntity.notFound().build();
        }
        String asked = words.length() > WORDS_MAX_CHARACTERS ? words.substring(0, WORDS_MAX_CHARACTERS) : words;
        ObjectNode answer = Answers.JSON.createObjectNode();
        ArrayNode pictures = answer.putArray("pictures");
        for (Library.Shelved picture :
                studio.library().search(found.get().release().office().code(), asked.strip(), FOUND_MAX)) {
            line(pictures.addObject(), picture, found.get().draft());
        }
        return ResponseEntity.ok()
                .contentType(new MediaType(MediaType.APPLICATION_JSON, StandardCharsets.UTF_8))
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .body(Answers.JSON.writeValueAsString(answer));
    }

    private void line(ObjectNode node, Library.Shelved picture, Draft draft) {
        Instant now = clock.instant();
        boolean usable = picture.embargo().filter(now::isBefore).isEmpty()
                && picture.expires().filter(at -> !now.isBefore(at)).isEmpty()
                && plates.recalled(picture.id()).isEmpty();
        Language language = draft.language();
        node.put("picture", picture.id());
        node.put("title", picture.description().map(Description::headline).orElse(""));
        node.put(
                "caption",
                picture.description()
                        .map(words -> words.caption()
                                .getOrDefault(language, words.caption().get(words.main())))
                        .orElse(""));
        node.put(
                "alt",
                picture.description()
                        .flatMap(words -> Optional.ofNullable(words.altText().get(language)))
                        .orElse(""));
        node.put("credit", picture.rights().map(rights -> rights.credit()).orElse(""));
        node.put(
                "licence",
                picture.rights()
                        .map(rights -> rights.licence())
                        .map(Licence::code)
                        .orElse(""));
        node.put("usable", usable);
    }

    @GetMapping("/releases/{id}/{language}/pictures/{picture}/{file}")
    ResponseEntity<byte[]> look(
            @PathVariable("id") String id,
            @PathVariable("language") String language,
            @PathVariable("picture") String picture,
            @PathVariable("file") String file,
            HttpServletRequest request) {
        Optional<Studio.Look> look = Arrays.stream(Studio.Look.values())
                .filter(each -> each.file().equals(file))
                .findFirst();
        Optional<Entrance.Found> found = found(id, language, request);
        if (look.isEmpty() || found.isEmpty() || !maySee(found.get(), picture, request)) {
            return ResponseEntity.notFound().build();
        }
        return studio.look(picture, look.get())
                .map(bytes -> ResponseEntity.ok()
                        .contentType(MediaType.IMAGE_JPEG)
                        .header(HttpHeaders.CACHE_CONTROL, "no-store")
                        .body(bytes))
                .orElseGet(() -> ResponseEntity.notFound().build());
    }

    /** Whoever writes may look at all that can be chosen; others only at what the draft shows. */
    private boolean maySee(Entrance.Found found, String picture, HttpServletRequest request) {
        boolean serves =
                studio.library().find(picture, found.release().office().code()).isPresent();
        return serves && (found.draft().wording().pictures().contains(picture) || writes(found, request));
    }

    private boolean writes(Entrance.Found found, HttpServletRequest request) {
        Doer by = SignedIn.doer(request);
        return gates.rights()
                .writes(
                        by,
                        found.release(),
                        found.draft().language(),
                        found.draft().standing());
    }

    private Optional<Entrance.Found> found(String id, String language, HttpServletRequest request) {
        return gates.entrance().find(SignedIn.doer(request), id, language);
    }
}
