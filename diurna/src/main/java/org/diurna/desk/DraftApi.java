package org.diurna.desk;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.util.Optional;
import org.diurna.edition.Draft;
import org.diurna.edition.Releases;
import org.diurna.edition.Wording;
import org.diurna.edition.WordingJson;
import org.diurna.house.Language;
import org.diurna.house.Words;
import org.diurna.staff.SignedIn;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What the writing room saves and asks for: JSON in, checked again by the same rules, JSON out. */
@RestController
final class DraftApi {
    /** A longer wording is no press release. */
    static final int BODY_MAX_BYTES = 2 * 1024 * 1024;

    private static final int TAB_MAX_CHARACTERS = 64;

    private final Releases releases;
    private final Entrance entrance;
    private final Save save;
    private final Answers answers;
    private final Presence presence;

    DraftApi(Releases releases, Entrance entrance, Save save, Answers answers, Presence presence) {
        this.releases = releases;
        this.entrance = entrance;
        this.save = save;
        this.answers = answers;
        this.presence = presence;
    }

    @PutMapping("/releases/{id}/{language}/draft")
    ResponseEntity<String> save(
            @PathVariable("id") String id,
            @PathVariable("language") String language,
            @RequestBody byte[] body,
            HttpServletRequest request) {
        Optional<Draft> draft = entrance.draft(SignedIn.doer(request), id, language);
        if (draft.isEmpty()) {
            return json(HttpStatus.NOT_FOUND, Answers.JSON.createObjectNode());
        }
        if (body.length > BODY_MAX_BYTES) {
            return refused(HttpStatus.CONTENT_TOO_LARGE, "The text is longer than a release may be.");
        }
        try {
            JsonNode sent = Answers.JSON.readTree(body);
            // events are written on a page of their own: the writing room neither sends nor drops them
            Wording wording = WordingJson.read(sent.path("wording"))
                    .announcing(draft.get().wording().events());
            return answer(draft.get(), sent.path("seen").asInt(0), wording, request);
        } catch (JacksonException | IllegalArgumentException | DateTimeException e) {
            return refused(HttpStatus.UNPROCESSABLE_CONTENT, String.valueOf(e.getMessage()));
        }
    }

    private ResponseEntity<String> answer(Draft draft, int seen, Wording wording, HttpServletRequest request) {
        Language reader = Pages.readerOf(request);
        return switch (save.run(SignedIn.doer(request), draft.release(), draft.language(), seen, wording)) {
            case Save.Outcome.Kept _ -> {
                Draft now = entrance.again(draft).orElse(draft);
                yield json(
                        HttpStatus.OK, answers.state(release(now), now, reader).put("merged", false));
            }
            case Save.Outcome.Merged merged -> {
                Draft now = entrance.again(draft).orElse(draft);
                yield json(HttpStatus.OK, answers.merged(release(now), now, merged, reader));
            }
            case Save.Outcome.SignedOff _ ->
                refused(HttpStatus.CONFLICT, Words.of("desk", reader).say("objection.scheduled"));
            case Save.Outcome.NotFound _ -> json(HttpStatus.NOT_FOUND, Answers.JSON.createObjectNode());
            case Save.Outcome.NotAllowed _ ->
                refused(HttpStatus.FORBIDDEN, Words.of("staff", reader).say("staff.not-allowed-how"));
        };
    }

    @GetMapping("/releases/{id}/{language}/presence")
    ResponseEntity<String> presence(
            @PathVariable("id") String id,
            @PathVariable("language") String language,
            @RequestParam("tab") String tab,
            @RequestParam(name = "gone", defaultValue = "false") boolean gone,
            HttpServletRequest request) {
        Optional<Draft> draft = entrance.draft(SignedIn.doer(request), id, language);
        if (draft.isEmpty() || tab.length() > TAB_MAX_CHARACTERS) {
            return json(HttpStatus.NOT_FOUND, Answers.JSON.createObjectNode());
        }
        ObjectNode answer =
                Answers.JSON.createObjectNode().put("revision", draft.get().revision());
        var others = answer.putArray("others");
        if (gone) {
            presence.left(draft.get().release(), draft.get().language(), tab);
            return json(HttpStatus.OK, answer);
        }
        presence.seen(draft.get().release(), draft.get().language(), tab, Pages.called(request))
                .forEach(others::add);
        return json(HttpStatus.OK, answer);
    }

    private org.diurna.edition.Release release(Draft draft) {
        return releases.find(draft.release()).orElseThrow();
    }

    private static ResponseEntity<String> refused(HttpStatus status, String why) {
        return json(status, Answers.JSON.createObjectNode().put("message", why));
    }

    static ResponseEntity<String> missing() {
        return json(HttpStatus.NOT_FOUND, Answers.JSON.createObjectNode());
    }

    static ResponseEntity<String> json(HttpStatus status, ObjectNode answer) {
        return ResponseEntity.status(status)
                .contentType(new MediaType(MediaType.APPLICATION_JSON, StandardCharsets.UTF_8))
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .body(Answers.JSON.writeValueAsString(answer));
    }
}
