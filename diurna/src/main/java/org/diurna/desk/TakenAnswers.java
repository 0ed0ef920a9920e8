package org.diurna.desk;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.diurna.darkroom.Picture;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What the desk's script is told of a picture that was sent. */
final class TakenAnswers {
    private static final MediaType JSON = new MediaType(MediaType.APPLICATION_JSON, StandardCharsets.UTF_8);

    ResponseEntity<String> of(TakePicture.Outcome outcome, Frame frame) {
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
