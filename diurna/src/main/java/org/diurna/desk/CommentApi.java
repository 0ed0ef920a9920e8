package org.diurna.desk;

import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.diurna.edition.Comment;
import org.diurna.edition.Speaker;
import org.diurna.edition.Writing;
import org.diurna.guest.Guests;
import org.diurna.house.Language;
import org.diurna.house.Words;
import org.diurna.staff.People;
import org.diurna.staff.SignedIn;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What stands beside the text in the writing room: comments on its blocks, and the speakers whom it can quote. */
@RestController
final class CommentApi {
    private final Entrance entrance;
    private final Rights rights;
    private final Writing writing;
    private final Discuss discuss;
    private final Answers answers;
    private final People people;
    private final Guests guests;

    CommentApi(Gates gates, Writing writing, Discuss discuss, Answers answers, People people, Guests guests) {
        this.entrance = gates.entrance();
        this.rights = gates.rights();
        this.writing = writing;
        this.discuss = discuss;
        this.answers = answers;
        this.people = people;
        this.guests = guests;
    }

    @GetMapping("/releases/{id}/{language}/comments")
    ResponseEntity<String> list(
            @PathVariable("id") String id, @PathVariable("language") String language, HttpServletRequest request) {
        Optional<Entrance.Found> found = entrance.find(SignedIn.doer(request), id, language);
        if (found.isEmpty()) {
            return DraftApi.missing();
        }
        rights.opened(
                SignedIn.doer(request),
                found.get().release(),
                found.get().draft().language(),
                "comments");
        return DraftApi.json(HttpStatus.OK, comments(found.get(), request));
    }

    @PostMapping("/releases/{id}/{language}/comments")
    ResponseEntity<String> say(
            @PathVariable("id") String id,
            @PathVariable("language") String language,
            @RequestParam(name = "block", defaultValue = "") String block,
            @RequestParam(name = "words", defaultValue = "") String words,
            HttpServletRequest request) {
        return discussed(
                id,
                language,
                request,
                found -> discuss.say(
                        SignedIn.doer(request), found.release(), found.draft(), block, words, people.able()));
    }

    @PostMapping("/releases/{id}/{language}/comments/{comment}/resolution")
    ResponseEntity<String> resolve(
            @PathVariable("id") String id,
            @PathVariable("language") String language,
            @PathVariable("comment") String comment,
            HttpServletRequest request) {
        return discussed(
                id,
                language,
                request,
                found -> discuss.resolve(SignedIn.doer(request), found.release(), found.draft(), comment));
    }

    @PostMapping("/releases/{id}/{language}/comments/{comment}/reopening")
    ResponseEntity<String> reopen(
            @PathVariable("id") String id,
            @PathVariable("language") String language,
            @PathVariable("comment") String comment,
            HttpServletRequest request) {
        return discussed(
                id,
                language,
                request,
                found -> discuss.reopen(SignedIn.doer(request), found.release(), found.draft(), comment));
    }

    private ResponseEntity<String> discussed(
            String id, String language, HttpServletRequest request, Function<Entrance.Found, Discuss.Outcome> act) {
        return entrance.find(SignedIn.doer(request), id, language)
                .map(found -> answer(act.apply(found), found, request))
                .orElseGet(DraftApi::missing);
    }

    private ResponseEntity<String> answer(Discuss.Outcome outcome, Entrance.Found found, HttpServletRequest request) {
        Language reader = Pages.readerOf(request);
        return switch (outcome) {
            case Discuss.Outcome.Done _ -> {
                ObjectNode answer = answers.state(found.release(), found.draft(), reader);
                answer.setAll(comments(found, request));
                yield DraftApi.json(HttpStatus.OK, answer);
            }
            case Discuss.Outcome.NotReady(var objection) ->
                DraftApi.json(
                        HttpStatus.UNPROCESSABLE_CONTENT,
                        Answers.JSON.createObjectNode().put("message", objection.in(reader)));
            case Discuss.Outcome.NotFound _ -> DraftApi.missing();
        };
    }

    private ObjectNode comments(Entrance.Found found, HttpServletRequest request) {
        Language reader = Pages.readerOf(request);
        List<Comment> all =
                writing.comments().of(found.release().id(), found.draft().language());
        Set<String> ids = new HashSet<>();
        all.forEach(comment -> {
            ids.add(comment.author());
            comment.resolved().ifPresent(resolved -> ids.add(resolved.doer()));
        });
        Map<String, String> names = new HashMap<>(people.names(ids));
        ids.forEach(id -> guests.doing(id)
                .ifPresent(guest ->
                        names.put(id, Words.of("desk", reader).say("guest.author", Map.of("name", guest.name())))));
        ObjectNode answer = Answers.JSON.createObjectNode();
        ArrayNode list = answer.putArray("comments");
        for (Comment comment : all) {
            ObjectNode node = list.addObject()
                    .put("id", comment.id())
                    .put("block", comment.block())
                    .put("words", comment.words())
                    .put("author", names.getOrDefault(comment.author(), comment.author()))
                    .put(
                            "when",
                            Names.when(comment.at(), found.release().office().zone(), reader))
                    .put("open", comment.open());
            comment.resolved()
                    .ifPresent(resolved -> node.put("resolver", names.getOrDefault(resolved.doer(), resolved.doer()))
                            .put(
                                    "settled",
                                    Names.when(
                                            resolved.at(),
                                            found.release().office().zone(),
                                            reader)));
        }
        ArrayNode can = answer.putArray("people");
        rights.seers(people.able(), found.release()).forEach(person -> can.add(person.name()));
        return answer;
    }

    /** The people of the directory as this text would name them, with the office that each held on that day. */
    @GetMapping("/releases/{id}/{language}/speakers")
    ResponseEntity<String> speakers(
            @PathVariable("id") String id,
            @PathVariable("language") String language,
            @RequestParam(name = "date", defaultValue = "") String date,
            HttpServletRequest request) {
        Optional<Entrance.Found> found = entrance.find(SignedIn.doer(request), id, language);
        if (found.isEmpty()) {
            return DraftApi.missing();
        }
        Language tongue = found.get().draft().language();
        Optional<LocalDate> day =
                day(date).or(() -> found.get().draft().wording().date());
        ObjectNode answer = Answers.JSON.createObjectNode();
        ArrayNode list = answer.putArray("speakers");
        for (Speaker speaker : writing.directory().all()) {
            speaker.name(tongue)
                    .ifPresent(name -> list.addObject()
                            .put("name", name)
                            .put(
                                    "role",
                                    day.flatMap(on -> speaker.role(on, tongue)).orElse("")));
        }
        return DraftApi.json(HttpStatus.OK, answer);
    }

    private static Optional<LocalDate> day(String date) {
        try {
            return date.isBlank() ? Optional.empty() : Optional.of(LocalDate.parse(date));
        } catch (DateTimeParseException e) {
            // a field that is being typed in names no day yet
            return Optional.empty();
        }
    }
}
