package org.diurna.desk;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.diurna.edition.Block;
import org.diurna.edition.EmbargoTerms;
import org.diurna.edition.Office;
import org.diurna.edition.Offices;
import org.diurna.edition.StandingText;
import org.diurna.edition.StandingTexts;
import org.diurna.house.Language;
import org.diurna.staff.Act;
import org.diurna.staff.Doer;
import org.diurna.staff.People;
import org.diurna.staff.Permissions;
import org.diurna.staff.SignedIn;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The texts that releases of an office end with: background, notes to editors, about, contacts, in each language. */
@RestController
public final class TextPages {
    private final StandingTexts texts;
    private final EmbargoTerms embargoTerms;
    private final Offices offices;
    private final Rights rights;
    private final People people;
    private final Pages pages;
    private final Clock clock;

    TextPages(
            StandingTexts texts,
            EmbargoTerms embargoTerms,
            Offices offices,
            Rights rights,
            People people,
            Pages pages,
            Clock clock) {
        this.texts = texts;
        this.embargoTerms = embargoTerms;
        this.offices = offices;
        this.rights = rights;
        this.people = people;
        this.pages = pages;
        this.clock = clock;
    }

    /** One of the texts, with what it said before. */
    public record Kept(String kind, String name, int version, String words, String by, List<Earlier> earlier) {
        public Kept {
            earlier = List.copyOf(earlier);
        }
    }

    /** What a text said before. */
    public record Earlier(int version, String words, String by) {}

    @GetMapping("/texts")
    ResponseEntity<String> list(
            @RequestParam(name = "office", defaultValue = "") String office,
            @RequestParam(name = "language", defaultValue = "") String language,
            HttpServletRequest request) {
        return page(office, language, "", HttpStatus.OK, request);
    }

    @PostMapping("/texts")
    ResponseEntity<String> save(
            @RequestParam(name = "office", defaultValue = "") String office,
            @RequestParam(name = "language", defaultValue = "") String language,
            @RequestParam(name = "kind", defaultValue = "") String kind,
            @RequestParam(name = "seen", defaultValue = "0") int seen,
            @RequestParam(name = "words", defaultValue = "") String words,
            HttpServletRequest request) {
        Doer by = SignedIn.doer(request);
        Optional<Office> found = seen(request).stream()
                .filter(each -> each.code().equals(office))
                .findFirst();
        Optional<Language> tongue = found.flatMap(each -> each.languages().stream()
                .filter(one -> one.tag().equals(language))
                .findFirst());
        boolean terms = kind.equals(EmbargoTerms.KIND);
        Optional<Block.SectionKind> section = StandingText.KINDS.stream()
                .filter(each -> each.word().equals(kind))
                .findFirst();
        if (tongue.isEmpty() || (section.isEmpty() && !terms)) {
            return pages.notFound(request);
        }
        if (!Rights.keepsTexts(by, office, tongue.get())) {
            return pages.refused(request);
        }
        if (words.length() > StandingText.WORDS_MAX) {
            return page(office, language, "text.long", HttpStatus.UNPROCESSABLE_CONTENT, request);
        }
        boolean stored = rights.together(() -> {
            boolean put = section.map(one -> texts.put(
                            new StandingText(office, tongue.get(), one, seen, clean(words), clock.instant(), by.id())))
                    .orElseGet(() -> embargoTerms.put(
                            office,
                            tongue.get(),
                            new EmbargoTerms.Terms(seen, clean(words), clock.instant(), by.id())));
            if (put) {
                rights.kept(by, Act.KEEP_TEXTS.word(), kind, office, language, "version " + (seen + 1));
            }
            return put;
        });
        return stored
                ? Pages.seeOther("/texts?office=" + office + "&language=" + language)
                : page(office, language, "text.overtaken", HttpStatus.CONFLICT, request);
    }

    private static String clean(String words) {
        return words.replace("\r", "")
                .lines()
                .map(line -> org.diurna.edition.Texts.clean(line).strip())
                .collect(java.util.stream.Collectors.joining("\n"))
                .strip();
    }

    /** The offices that the reader may see something of. */
    private List<Office> seen(HttpServletRequest request) {
        return offices.all().stream()
                .filter(office -> Permissions.offices(SignedIn.doer(request), Act.SEE)
                        .map(codes -> codes.contains(office.code()))
                        .orElse(true))
                .toList();
    }

    private ResponseEntity<String> page(
            String office, String language, String error, HttpStatus status, HttpServletRequest request) {
        Language reader = Pages.readerOf(request);
        List<Office> seen = seen(request);
        Optional<Office> shown = seen.stream()
                .filter(each -> each.code().equals(office))
                .findFirst()
                .or(() -> office.isEmpty() ? seen.stream().findFirst() : Optional.empty());
        if (shown.isEmpty()) {
            return office.isEmpty()
                    ? pages.message(request, "desk.texts", "new.no-office", HttpStatus.OK)
                    : pages.notFound(request);
        }
        Language tongue = shown.get().languages().stream()
                .filter(each -> each.tag().equals(language))
                .findFirst()
                .orElse(shown.get().defaultLanguage());
        return pages.page(
                request,
                "texts",
                Map.of(
                        "offices",
                        choices(seen, shown.get(), tongue, reader),
                        "office",
                        shown.get().code(),
                        "language",
                        tongue,
                        "texts",
                        Stream.concat(
                                        StandingText.KINDS.stream()
                                                .map(kind -> kept(shown.get(), tongue, kind, reader)),
                                        Stream.of(terms(shown.get(), tongue, reader)))
                                .toList(),
                        "may",
                        Rights.keepsTexts(SignedIn.doer(request), shown.get().code(), tongue),
                        "error",
                        error.isEmpty() ? "" : pages.frame(request).say(error)),
                status);
    }

    private static List<PlacePages.Choice> choices(List<Office> seen, Office shown, Language tongue, Language reader) {
        List<PlacePages.Choice> choices = new ArrayList<>();
        for (Office office : seen) {
            for (Language language : office.languages()) {
                choices.add(new PlacePages.Choice(
                        "/texts?office=" + office.code() + "&language=" + language.tag(),
                        office.name(reader) + " – " + Names.of(language, reader),
                        office.code().equals(shown.code()) && language.equals(tongue)));
            }
        }
        return choices;
    }

    private Kept kept(Office office, Language language, Block.SectionKind kind, Language reader) {
        List<StandingText> versions = texts.versions(office.code(), language, kind);
        String name = org.diurna.house.Words.of("edition", reader).say("section." + kind.word());
        if (versions.isEmpty()) {
            return new Kept(kind.word(), name, 0, "", "", List.of());
        }
        StandingText newest = versions.getFirst();
        return new Kept(
                kind.word(),
                name,
                newest.version(),
                newest.words(),
                by(newest, office, reader),
                versions.stream()
                        .skip(1)
                        .map(text -> new Earlier(text.version(), text.words(), by(text, office, reader)))
                        .toList());
    }

    private Kept terms(Office office, Language language, Language reader) {
        List<EmbargoTerms.Terms> versions = embargoTerms.versions(office.code(), language);
        String name = org.diurna.house.Words.of("desk", reader).say("text." + EmbargoTerms.KIND);
        if (versions.isEmpty()) {
            return new Kept(EmbargoTerms.KIND, name, 0, "", "", List.of());
        }
        EmbargoTerms.Terms newest = versions.getFirst();
        return new Kept(
                EmbargoTerms.KIND,
                name,
                newest.version(),
                newest.words(),
                by(newest.changed(), newest.changer(), office, reader),
                versions.stream()
                        .skip(1)
                        .map(text -> new Earlier(
                                text.version(), text.words(), by(text.changed(), text.changer(), office, reader)))
                        .toList());
    }

    private String by(StandingText text, Office office, Language reader) {
        return by(text.changed(), text.changer(), office, reader);
    }

    private String by(Instant changed, String changer, Office office, Language reader) {
        return Names.when(changed, office.zone(), reader) + " · " + people.name(changer);
    }
}
