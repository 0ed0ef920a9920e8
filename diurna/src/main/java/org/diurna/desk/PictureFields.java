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
        typed.put("source", facts.source().name());
        typed.put("created", facts.created().map(LocalDate::toString).orElse(""));
        typed.put("expires", facts.expires().map(LocalDate::toString).orElse(""));
        typed.put(
                "embargo",
                facts.embargo()
                        .map(until ->
                                LocalDateTime.ofInstant(until, ZoneOffset.UTC).toString())
                        .orElse(""));
        typed.put("focus-x", Integer.toString(picture.focus().x() / PER_CENT));
        typed.put("focus-y", Integer.toString(picture.focus().y() / PER_CENT));
        facts.captions().forEach((language, text) -> typed.put("caption." + language, text));
        facts.alts().forEach((language, text) -> typed.put("alt." + language, text));
        return new PictureFields(typed);
    }

    String text(String name) {
        return typed.getOrDefault(name, "").strip();
    }

    /** Fields that cannot be kept as they are, each with the key of a sentence. */
    Map<String, String> errors() {
        Map<String, String> errors = new HashMap<>();
        typed.forEach((field, text) -> {
            if (text.length() > Picture.TEXT_MAX) {
                errors.put(field, "picture.long");
            } else if (text.chars()
                    .anyMatch(letter -> letter < ' ' && letter != '\n' && letter != '\r' && letter != '\t')) {
                errors.put(field, "picture.letters");
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
        return errors;
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
            return text(field).isEmpty() ? Optional.empty() : Optional.of(LocalDate.parse(text(field)));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private Optional<Instant> embargo() {
        try {
            return text("embargo").isEmpty()
                    ? Optional.empty()
                    : Optional.of(LocalDateTime.parse(text("embargo")).toInstant(ZoneOffset.UTC));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    Optional<Focus> focus() {
        try {
            return Optional.of(new Focus(
                    Integer.parseInt(text("focus-x")) * PER_CENT, Integer.parseInt(text("focus-y")) * PER_CENT));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
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
                day("expires"));
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
        typed.forEach((field, text) -> {
            if (field.startsWith(prefix) && !text.isBlank()) {
                texts.put(Language.of(field.substring(prefix.length())), text.strip());
            }
        });
        return texts;
    }
}
