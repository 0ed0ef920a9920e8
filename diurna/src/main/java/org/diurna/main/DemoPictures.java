package org.diurna.main;

import java.io.ByteArrayInputStream;
import java.net.URI;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.diurna.darkroom.Crop;
import org.diurna.darkroom.Darkroom;
import org.diurna.darkroom.Description;
import org.diurna.darkroom.DigitalSource;
import org.diurna.darkroom.Focus;
import org.diurna.darkroom.Intake;
import org.diurna.darkroom.Master;
import org.diurna.darkroom.Rights;
import org.diurna.darkroom.Slot;
import org.diurna.desk.Library;
import org.diurna.edition.Banner;
import org.diurna.edition.Block;
import org.diurna.edition.Wording;
import org.diurna.house.Language;
import tools.jackson.databind.JsonNode;

/** The pictures of the demo: drawn when it starts, labelled as drawn, with credit and terms. */
final class DemoPictures implements Library {
    private static final Language ENGLISH = Language.of("en");

    private final Map<String, Shelved> pictures = new LinkedHashMap<>();
    private final Map<String, Use> banners = new HashMap<>();
    private final Map<String, Use> figures = new HashMap<>();

    /** Where a picture stands in a release: behind so many blocks, with these words. */
    private record Use(String picture, int behind, Map<Language, String> alt) {}

    /** Draws all of them and takes them in; what was taken in before stays as it is. */
    DemoPictures(JsonNode doc, Darkroom darkroom, String origin) {
        String creator = doc.path("creator").asString();
        for (JsonNode picture : doc.path("pictures")) {
            byte[] drawn = DemoDrawing.png(
                    DemoDrawing.Scene.valueOf(picture.path("scene").asString()));
            Master master = taken(darkroom.take(
                    new ByteArrayInputStream(drawn), picture.path("key").asString() + ".png"));
            pictures.put(
                    master.sha256(),
                    new Shelved(
                            master,
                            Optional.of(description(picture, creator)),
                            Optional.of(rights(creator, origin)),
                            crops(master, picture.path("focus")),
                            Optional.empty(),
                            Optional.empty()));
            Map<Language, String> alt = texts(picture.path("alt"));
            picture.path("banners").forEach(name -> banners.put(name.asString(), new Use(master.sha256(), 0, alt)));
            picture.path("figures")
                    .properties()
                    .forEach(use -> figures.put(
                            use.getKey(),
                            new Use(master.sha256(), use.getValue().asInt(), alt)));
        }
    }

    @Override
    public Optional<Shelved> find(String sha256) {
        return Optional.ofNullable(pictures.get(sha256));
    }

    @Override
    public List<Shelved> search(String words, int most) {
        return pictures.values().stream()
                .filter(picture -> picture.description()
                        .toString()
                        .toLowerCase(java.util.Locale.ROOT)
                        .contains(words.toLowerCase(java.util.Locale.ROOT)))
                .limit(most)
                .toList();
    }

    /** The same wording with the pictures that the demo has for that release. */
    Wording illustrated(String name, Language language, Wording wording) {
        Wording shown = wording;
        Use figure = figures.get(name);
        if (figure != null && figure.alt().containsKey(language)) {
            List<Block> body = new ArrayList<>(wording.body());
            body.add(
                    Math.min(figure.behind(), body.size()),
                    new Block.Figure(
                            "chart",
                            Optional.empty(),
                            figure.picture(),
                            Block.Use.INFORMATIVE,
                            figure.alt().getOrDefault(language, ""),
                            List.of(),
                            ""));
            shown = new Wording(
                    wording.headline(), wording.decks(), wording.place(), wording.date(), body, wording.banner());
        }
        Use banner = banners.get(name);
        return banner == null || !banner.alt().containsKey(language)
                ? shown
                : shown.under(Optional.of(new Banner(
                        banner.picture(), Block.Use.INFORMATIVE, banner.alt().getOrDefault(language, ""), "")));
    }

    private static Master taken(Intake intake) {
        return switch (intake) {
            case Intake.Taken taken -> taken.master();
            case Intake.TakenBefore before -> before.master();
            case Intake.TurnedAway(var refusal) -> throw new IllegalStateException(refusal.sentence());
        };
    }

    private static Description description(JsonNode picture, String creator) {
        return new Description(
                List.of(creator),
                picture.path("headline").asString(),
                texts(picture.path("caption")),
                texts(picture.path("alt")),
                ENGLISH,
                LocalDate.parse(picture.path("created").asString()),
                DigitalSource.DIGITAL_CREATION);
    }

    private static Rights rights(String creator, String origin) {
        String holder = "Ministry of Foreign Affairs of the Republic of Lomara";
        URI terms = URI.create(origin + "en/rights");
        return new Rights(
                "Ministry of Foreign Affairs of Lomara / Drawing Office",
                holder,
                "© 2026 " + holder,
                new Rights.Licence("press-use", terms),
                "Free for reporting, with the credit.",
                terms,
                new Rights.Licensor(creator, terms),
                Rights.DataMining.PROHIBITED);
    }

    private static Map<Slot, Crop> crops(Master master, JsonNode focus) {
        Focus point = new Focus(focus.path(0).asInt(), focus.path(1).asInt());
        Map<Slot, Crop> crops = new EnumMap<>(Slot.class);
        for (Slot slot : Slot.values()) {
            crops.put(slot, slot.propose(master.width(), master.height(), point));
        }
        return crops;
    }

    private static Map<Language, String> texts(JsonNode node) {
        Map<Language, String> texts = new HashMap<>();
        node.properties()
                .forEach(text ->
                        texts.put(Language.of(text.getKey()), text.getValue().asString()));
        return texts;
    }
}
