package org.diurna.desk;

import static org.diurna.desk.api.Shape.BY_LANGUAGE;
import static org.diurna.desk.api.Shape.COUNT;
import static org.diurna.desk.api.Shape.DAY;
import static org.diurna.desk.api.Shape.Field.maybe;
import static org.diurna.desk.api.Shape.Field.needed;
import static org.diurna.desk.api.Shape.INSTANT;
import static org.diurna.desk.api.Shape.LINE;
import static org.diurna.desk.api.Shape.text;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.diurna.darkroom.DarkroomSettings;
import org.diurna.darkroom.DigitalSource;
import org.diurna.darkroom.Picture;
import org.diurna.darkroom.Pictures;
import org.diurna.desk.api.Answer;
import org.diurna.desk.api.Asked;
import org.diurna.desk.api.Call;
import org.diurna.desk.api.Calls;
import org.diurna.desk.api.Fault;
import org.diurna.desk.api.Shape;
import org.diurna.desk.api.Trouble;
import org.diurna.house.Language;
import org.diurna.house.Words;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Calls of the API about pictures: taking them in, describing them and finding them. */
final class PictureCalls {
    private static final String GROUP = "pictures";

    private static final List<String> DAYS = List.of("created", "expires", "embargo");

    private static final Shape.Thing DESCRIPTION = description("PictureDescription", List.of());
    private static final Shape.Thing PICTURE = description(
            "Picture",
            List.of(
                    needed("picture", Told.ID, "its id"),
                    needed("version", COUNT, "of its description; its entity tag says the same"),
                    needed("office", text(40), "code of its office; empty for a picture of all"),
                    needed("name", LINE, "of the file that was sent"),
                    needed("type", LINE, "media type of that file"),
                    needed("digest", Shape.DIGEST, "SHA-256 of that file"),
                    needed("width", COUNT, "in pixels"),
                    needed("height", COUNT, "in pixels"),
                    needed("taken", INSTANT, "when it came into the library"),
                    needed("taker", LINE, "who took it in")));

    private final Pictures pictures;
    private final PictureReach reach;
    private final TakePicture take;
    private final DescribePicture describe;

    PictureCalls(Pictures pictures, PictureReach reach, TakePicture take, DescribePicture describe) {
        this.pictures = pictures;
        this.reach = reach;
        this.take = take;
        this.describe = describe;
    }

    private static Shape.Thing description(String name, List<Shape.Field> before) {
        List<Shape.Field> fields = new ArrayList<>(before);
        PictureFields.TEXTS.forEach(field -> fields.add(maybe(field, LINE, "as in IPTC photo metadata")));
        fields.add(maybe("captions", BY_LANGUAGE, "what readers see below it"));
        fields.add(maybe("alts", BY_LANGUAGE, "what it shows, for who does not see it"));
        fields.add(maybe(
                "source",
                new Shape.Word(
                        Arrays.stream(DigitalSource.values()).map(Enum::name).toList()),
                "how it came about"));
        fields.add(maybe("created", DAY, "when it was made"));
        fields.add(maybe("expires", DAY, "the last day on which it may be used"));
        fields.add(maybe("embargo", text(32, "([0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9:.]{5,18})?"), "not before, in UTC"));
        return new Shape.Thing(name, "A picture of the library, as it is described.", fields);
    }

    List<Call> all() {
        return List.of(
                Call.get("/pictures", "listPictures", GROUP, "Finds pictures, the newest first.")
                        .asking(maybe("words", text(200), "beginnings of words"), Told.LIMIT, Told.AFTER)
                        .answering(200, Told.pageOf("PictureList", "pictures", PICTURE), "a page of the list")
                        .doing(this::list),
                Call.post("/pictures", "takePicture", GROUP, "Takes the bytes of a file in as a picture.")
                        .asking(
                                maybe("office", Told.CODE, "code of its office; for a picture of all it is not said"),
                                maybe("name", text(200), "of the file"))
                        .sendingFile(DarkroomSettings.USUAL.maxBytes())
                        .answering(201, PICTURE, "it lies in the library")
                        .answering(200, PICTURE, "this very file lay there before")
                        .doing(this::take),
                Call.get("/pictures/{picture}", "readPicture", GROUP, "Reads the description of a picture.")
                        .answering(200, PICTURE, "the picture")
                        .doing(asked -> reach.find(asked.by(), asked.part("picture"))
                                .map(PictureCalls::answer)
                                .orElseGet(() -> asked.problem(Trouble.NOT_FOUND))),
                Call.put(
                                "/pictures/{picture}",
                                "describePicture",
                                GROUP,
                                "Describes a picture; what is left out is empty.")
                        .seen()
                        .sending(DESCRIPTION)
                        .answering(200, PICTURE, "the picture as it is described now")
                        .doing(this::describe));
    }

    private Answer list(Asked asked) {
        Set<String> seen = reach.seen(asked.by());
        Optional<String> cursor = asked.word("cursor");
        if (cursor.filter(skip -> !skip.matches("[0-9]{1,8}")).isPresent()) {
            return asked.wrongQuery("cursor", "cursor");
        }
        int skip = cursor.map(Integer::parseInt).orElse(0);
        int most = asked.number("limit", Told.PAGE);
        List<Told.Row> rows = new ArrayList<>();
        if (!seen.isEmpty()) {
            for (Picture picture : pictures.search(seen, asked.word("words").orElse(""), "", skip, most + 1)) {
                rows.add(new Told.Row(json(picture), Integer.toString(skip + rows.size() + 1)));
            }
        }
        return Told.page("pictures", rows, most);
    }

    private Answer take(Asked asked) {
        String office = asked.word("office").orElse("");
        String name = FileNames.of(asked.word("name").orElse(""), "picture");
        try (InputStream bytes = Files.newInputStream(asked.file().orElseThrow())) {
            return switch (take.run(asked.by(), office, bytes, name)) {
                case TakePicture.Outcome.Taken taken ->
                    Answer.created(Calls.ROOT + "/pictures/" + taken.picture().id(), json(taken.picture()))
                            .with("ETag", Asked.tag(taken.picture().version()));
                case TakePicture.Outcome.Held(var picture) -> answer(picture);
                case TakePicture.Outcome.TurnedAway(var sentence) -> {
                    Fault fault = new Fault("body", "file", "", "file", sentence);
                    yield Answer.problem(Trouble.NOT_READY, asked.reader(), List.of(fault), "");
                }
                case TakePicture.Outcome.NotNow(var sentence) -> {
                    Fault fault = new Fault("body", "file", "", "file", sentence);
                    yield Answer.problem(Trouble.CONFLICT, asked.reader(), List.of(fault), "");
                }
                case TakePicture.Outcome.NotAllowed _ -> asked.problem(Trouble.NOT_ALLOWED);
            };
        } catch (IOException e) {
            throw new UncheckedIOException("The picture that was sent could not be read from the disk of the desk.", e);
        }
    }

    private Answer describe(Asked asked) {
        Optional<Picture> found = reach.find(asked.by(), asked.part("picture"));
        if (found.isEmpty()) {
            return asked.problem(Trouble.NOT_FOUND);
        }
        Picture old = found.get();
        if (!reach.edits(asked.by(), old.office())) {
            return asked.problem(Trouble.NOT_ALLOWED);
        }
        OptionalInt seen = asked.seen(old.version());
        if (seen.isEmpty()) {
            return overtaken(old, asked);
        }
        return switch (describe.run(asked.by(), old.id(), seen.getAsInt(), fields(old, asked.body()))) {
            case DescribePicture.Outcome.Described _ ->
                answer(reach.find(asked.by(), old.id()).orElse(old));
            case DescribePicture.Outcome.NotReady(var _, var errors) -> wrong(errors, asked);
            case DescribePicture.Outcome.Overtaken(var now) -> overtaken(now, asked);
            case DescribePicture.Outcome.NotAllowed _ -> asked.problem(Trouble.NOT_ALLOWED);
            case DescribePicture.Outcome.NotFound _ -> asked.problem(Trouble.NOT_FOUND);
        };
    }

    private static Answer overtaken(Picture now, Asked asked) {
        return asked.problem(Trouble.OVERTAKEN).with("ETag", Asked.tag(now.version()));
    }

    private static Answer wrong(Map<String, String> errors, Asked asked) {
        Words words = Words.of("desk", asked.reader());
        List<Fault> faults = errors.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(error -> new Fault("body", error.getKey(), "", error.getValue(), words.say(error.getValue())))
                .toList();
        return Answer.problem(Trouble.WRONG_FIELDS, asked.reader(), faults, "");
    }

    /**
     * What was sent, as the form of the page would send it. What this call does not describe stays as it is: how the
     * picture is cut, and who gets its largest file.
     */
    static PictureFields fields(Picture old, JsonNode sent) {
        Map<String, String> typed = new HashMap<>(PictureFields.of(old).typed());
        List<String> names = new ArrayList<>(PictureFields.TEXTS);
        names.addAll(DAYS);
        typed.keySet()
                .removeIf(field -> names.contains(field) || field.startsWith("caption.") || field.startsWith("alt."));
        // there is no picture without a source, so this one stays where none is sent
        names.add("source");
        names.stream()
                .filter(sent::has)
                .forEach(field -> typed.put(field, sent.path(field).asString("")));
        sent.path("captions")
                .properties()
                .forEach(entry ->
                        typed.put("caption." + entry.getKey(), entry.getValue().asString("")));
        sent.path("alts")
                .properties()
                .forEach(entry ->
                        typed.put("alt." + entry.getKey(), entry.getValue().asString("")));
        return new PictureFields(typed);
    }

    private static Answer answer(Picture picture) {
        return Answer.ok(json(picture)).with("ETag", Asked.tag(picture.version()));
    }

    private static ObjectNode json(Picture picture) {
        PictureFields fields = PictureFields.of(picture);
        ObjectNode node = Told.node()
                .put("picture", picture.id())
                .put("version", picture.version())
                .put("office", picture.office())
                .put("name", picture.name())
                .put("type", picture.master().mediaType())
                .put("digest", picture.master().sha256())
                .put("width", picture.master().width())
                .put("height", picture.master().height())
                .put("taken", picture.taken().toString())
                .put("taker", picture.taker());
        PictureFields.TEXTS.forEach(field -> node.put(field, fields.text(field)));
        texts(node.putObject("captions"), picture.facts().captions());
        texts(node.putObject("alts"), picture.facts().alts());
        for (String field : List.of("source", "created", "expires", "embargo")) {
            node.put(field, fields.text(field));
        }
        return node;
    }

    private static void texts(ObjectNode node, Map<Language, String> texts) {
        texts.keySet().stream().sorted().forEach(language -> node.put(language.tag(), texts.get(language)));
    }
}
