package org.diurna.desk;

import java.net.URI;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.diurna.darkroom.DigitalSource;
import org.diurna.darkroom.Focus;
import org.diurna.darkroom.Framing;
import org.diurna.darkroom.Master;
import org.diurna.darkroom.Picture;
import org.diurna.house.Language;

/** The form in which a picture is described: what was typed, and what is wrong with it. */
record PictureFields(Map<String, String> typed) {
    /** Texts of the form that are the same in every language, in its order. */
    static final List<String> TEXTS = List.of(
            "headline",
            "creators",
            "people",
            "place",
            "event",
            "credit",
            "holder",
            "copyright",
            "usage",
            "licence",
            "terms",
            "consent");

    /** Those without which a picture cannot be used. */
    static final Set<String> NEEDED =
            Set.of("headline", "creators", "credit", "holder", "copyright", "usage", "licence", "terms", "created");

    private static final List<String> TONGUES = List.of("caption.", "alt.");
    private static final int PER_CENT = 100;

    PictureFields {
        typed = Map.copyOf(typed);
    }

    static PictureFields of(Picture picture) {
        Picture.Facts facts = picture.facts();
        Map<String, String> typed = new HashMap<>(Map.of(
                "headline", facts.headline(),
                "creators", facts.creators(),
                "people", facts.people(),
                "place", facts.place(),
                "event", facts.event(),
                "credit", facts.credit(),
                "holder", facts.holder(),
                "copyright", facts.copyright(),
                "usage", facts.usage(),
                "licence", facts.licence()));
        typed.put("terms", facts.terms());
        typed.put("consent", facts.consent());
        typed.put("largest", facts.largest().name());
        typed.put("source", facts.source().name());
        typed.put("created", facts.created().map(LocalDate::toString).orElse(""));
        typed.put("expires", facts.expires().map(LocalDate::toString).orElse(""));
        typed.put(
                "embargo",
                facts.embargo()
                        .map(until ->
                                LocalDateTime.ofInstant(until, ZoneOffset.UTC).toString())
                        .orElse(""));
        Focus focus = picture.framing().focus();
        typed.put("focus-x", Integer.toString(focus.x() / PER_CENT));
        typed.put("focus-y", Integer.toString(focus.y() / PER_CENT));
        typed.put(KeptField.NAME, KeptField.write(picture.framing().kept()));
        CropFields.write(picture.framing(), typed);
        facts.captions().forEach((language, text) -> typed.put("caption." + language, text));
        facts.alts().forEach((language, text) -> typed.put("alt." + language, text));
        return new PictureFields(typed);
    }

    /** The same with the address of a licence of the list, where no other terms were typed. */
    PictureFields with(Licences licences) {
        if (!text("terms").isEmpty()) {
            return this;
        }
        return licences.find(text("licence"))
                .map(listed -> {
                    Map<String, String> filled = new HashMap<>(typed);
                    filled.put("terms", listed.url().toString());
                    return new PictureFields(filled);
                })
                .orElse(this);
    }

    /** What a field says, with the line ends of Unix. */
    String text(String name) {
        return typed.getOrDefault(name, "")
                .replace("\r\n", "\n")
                .replace('\r', '\n')
                .strip();
    }

    /** Fields that cannot be kept as they are, each with the key of a sentence. */
    Map<String, String> errors(Master master) {
        Map<String, String> errors = new HashMap<>();
        typed.keySet().forEach(field -> {
            String text = text(field);
            if (text.length() > Picture.TEXT_MAX) {
                errors.put(field, "picture.long");
            } else if (text.codePoints().anyMatch(PictureFields::forbidden)) {
                errors.put(field, "picture.letters");
            }
            if (tongue(field).filter(tag -> language(tag).isEmpty()).isPresent()) {
                errors.put("caption", "picture.no-language");
            }
        });
        for (String field : List.of("created", "expires")) {
            if (!text(field).isEmpty() && day(field).isEmpty()) {
                errors.put(field, "picture.no-day");
            }
        }
        if (!text("embargo").isEmpty() && embargo().isEmpty()) {
            errors.put("embargo", "picture.no-day");
        }
        if (!text("terms").isEmpty() && !isWeb(text("terms"))) {
            errors.put("terms", "picture.no-address");
        }
        if (focus().isEmpty()) {
            errors.put("focus-x", "picture.no-focus");
        }
        KeptField.errors(this, errors);
        CropFields.errors(this, master, errors);
        if (errors.isEmpty() && facts().overlong()) {
            errors.put("caption", "picture.long-together");
        }
        return errors;
    }

    /** What XML 1.0, and so the metadata of no file, can hold; and what no form has a reason to send. */
    private static boolean forbidden(int letter) {
        return (letter < ' ' && letter != '\n' && letter != '\t')
                || letter == 0x7f
                || letter == 0xfffe
                || letter == 0xffff
                || (letter >= Character.MIN_SURROGATE && letter <= Character.MAX_SURROGATE);
    }

    /** What is still missing before a release can show it: names of fields. */
    List<String> missing(List<Language> languages) {
        List<String> missing = new ArrayList<>();
        for (String field : TEXTS) {
            if (NEEDED.contains(field) && text(field).isEmpty()) {
                missing.add(field);
            }
        }
        if (text("created").isEmpty()) {
            missing.add("created");
        }
        if (languages.stream()
                .noneMatch(each -> !text("caption." + each).isEmpty()
                        && !text("alt." + each).isEmpty())) {
            missing.add("caption");
        }
        return missing;
    }

    private static boolean isWeb(String address) {
        try {
            URI uri = URI.create(address);
            return uri.getHost() != null && ("https".equals(uri.getScheme()) || "http".equals(uri.getScheme()));
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private Optional<LocalDate> day(String field) {
        try {
            return Optional.of(text(field))
                    .filter(day -> !day.isEmpty())
                    .map(LocalDate::parse)
                    .filter(Picture.Facts::bearable);
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private Optional<Instant> embargo() {
        try {
            return Optional.of(text("embargo"))
                    .filter(until -> !until.isEmpty())
                    .map(LocalDateTime::parse)
                    .filter(until -> Picture.Facts.bearable(until.toLocalDate()))
                    .map(until -> until.toInstant(ZoneOffset.UTC));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    Optional<Focus> focus() {
        return hundredth("focus-x").flatMap(x -> hundredth("focus-y").map(y -> new Focus(x * PER_CENT, y * PER_CENT)));
    }

    private Optional<Integer> hundredth(String field) {
        return number(field).filter(each -> each >= 0 && each <= PER_CENT);
    }

    /** Empty where nothing or no number was typed. */
    Optional<Integer> number(String field) {
        try {
            return Optional.of(Integer.parseInt(text(field)));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    /** How the picture is to be cut, where there are no {@link #errors}. */
    Framing framing(Master master) {
        return new Framing(
                focus().orElse(Focus.USUAL),
                CropFields.chosen(this, master),
                KeptField.read(text(KeptField.NAME)).orElse(List.of()));
    }

    /** The facts as typed, where there are no {@link #errors}. */
    Picture.Facts facts() {
        return new Picture.Facts(
                text("creators"),
                text("headline"),
                texts("caption."),
                texts("alt."),
                day("created"),
                source(),
                text("credit"),
                text("holder"),
                text("copyright"),
                text("usage"),
                text("licence"),
                text("terms"),
                text("people"),
                text("place"),
                text("event"),
                text("consent"),
                embargo(),
                day("expires"),
                text("largest").equals(Picture.Largest.ON_REQUEST.name())
                        ? Picture.Largest.ON_REQUEST
                        : Picture.Largest.AS_LICENSED);
    }

    private DigitalSource source() {
        for (DigitalSource source : DigitalSource.values()) {
            if (source.name().equals(text("source"))) {
                return source;
            }
        }
        return DigitalSource.DIGITAL_CAPTURE;
    }

    private Map<Language, String> texts(String prefix) {
        Map<Language, String> texts = new HashMap<>();
        typed.keySet().stream()
                .filter(field -> field.startsWith(prefix) && !text(field).isEmpty())
                .forEach(field -> language(field.substring(prefix.length()))
                        .ifPresent(language -> texts.put(language, text(field))));
        return texts;
    }

    /** The tag of a field that is there once for each language. */
    private static Optional<String> tongue(String field) {
        return TONGUES.stream()
                .filter(field::startsWith)
                .map(prefix -> field.substring(prefix.length()))
                .findFirst();
    }

    private static Optional<Language> language(String tag) {
        try {
            return Optional.of(Language.of(tag));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
