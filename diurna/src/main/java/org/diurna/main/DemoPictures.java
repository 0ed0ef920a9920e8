package org.diurna.main;

import java.io.ByteArrayInputStream;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.diurna.darkroom.DigitalSource;
import org.diurna.darkroom.Focus;
import org.diurna.darkroom.Framing;
import org.diurna.darkroom.Intake;
import org.diurna.darkroom.Master;
import org.diurna.darkroom.Picture;
import org.diurna.edition.Banner;
import org.diurna.edition.Block;
import org.diurna.edition.Wording;
import org.diurna.house.Language;
import tools.jackson.databind.JsonNode;

/** The pictures of the demo: drawn when it starts, labelled as drawn, with credit and terms. */
final class DemoPictures {
    private final Map<String, Use> banners = new HashMap<>();
    private final Map<String, Use> figures = new HashMap<>();

    /** Where a picture stands in a release: behind so many blocks, with these words. */
    private record Use(String picture, int behind, Map<Language, String> alt) {}

    /** Draws all of them and takes them in; what was taken in before stays as it is. */
    DemoPictures(JsonNode doc, House house, String origin) {
        String creator = doc.path("creator").asString();
        for (JsonNode picture : doc.path("pictures")) {
            byte[] drawn = DemoDrawing.png(
                    DemoDrawing.Scene.valueOf(picture.path("scene").asString()));
            Master master = taken(house.darkroom()
                    .take(new ByteArrayInputStream(drawn), picture.path("key").asString() + ".png"));
            String id = put(house, master, picture, creator, origin);
            Map<Language, String> alt = texts(picture.path("alt"));
            picture.path("banners").forEach(name -> banners.put(name.asString(), new Use(id, 0, alt)));
            picture.path("figures")
                    .properties()
                    .forEach(use ->
                            figures.put(use.getKey(), new Use(id, use.getValue().asInt(), alt)));
        }
    }

    private static String put(House house, Master master, JsonNode picture, String creator, String origin) {
        String holder = "Ministry of Foreign Affairs of the Republic of Lomara";
        JsonNode focus = picture.path("focus");
        Picture.Facts facts = new Picture.Facts(
                creator,
                picture.path("headline").asString(),
                texts(picture.path("caption")),
                texts(picture.path("alt")),
                Optional.of(LocalDate.parse(picture.path("created").asString())),
                DigitalSource.DIGITAL_CREATION,
                "Ministry of Foreign Affairs of Lomara / Drawing Office",
                holder,
                "© 2026 " + holder,
                "Free for reporting, with the credit.",
                "press-use",
                origin + "en/rights",
                "",
                "",
                "",
                "",
                Optional.empty(),
                Optional.empty(),
                Picture.Largest.AS_LICENSED);
        Instant now = house.clock().instant();
        Picture bare =
                Picture.taken(master.sha256(), master, picture.path("key").asString() + ".png", "", facts, now, "demo");
        Picture made = bare.with(
                0,
                facts,
                Framing.around(new Focus(focus.path(0).asInt(), focus.path(1).asInt())));
        return house.pictures().held(master.sha256(), "").map(Picture::id).orElseGet(() -> {
            house.pictures().put(made, "demo", now);
            return made.id();
        });
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
                    wording.headline(),
                    wording.decks(),
                    wording.place(),
                    wording.date(),
                    body,
                    wording.banner(),
                    wording.events());
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

    private static Map<Language, String> texts(JsonNode node) {
        Map<Language, String> texts = new HashMap<>();
        node.properties()
                .forEach(text ->
                        texts.put(Language.of(text.getKey()), text.getValue().asString()));
        return texts;
    }
}
