package org.diurna.desk;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.diurna.edition.Draft;
import org.diurna.edition.Models;
import org.diurna.edition.Office;
import org.diurna.edition.Release;
import org.diurna.edition.ReleaseTypes;
import org.diurna.edition.Releases;
import org.diurna.edition.Standing;
import org.diurna.house.Language;
import org.diurna.staff.Act;
import org.diurna.staff.Doer;
import org.diurna.staff.Permissions;
import org.diurna.staff.SignedIn;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Beginning a release, one more language of it, a copy of it, and throwing away what nobody has read. */
@RestController
public final class WritingPages {
    private final Releases releases;
    private final ReleaseTypes types;
    private final Gates gates;
    private final Begin begin;
    private final AddLanguage addLanguage;
    private final Pages pages;
    private final Clock clock;

    WritingPages(
            Releases releases,
            ReleaseTypes types,
            Gates gates,
            Begin begin,
            AddLanguage addLanguage,
            Pages pages,
            Clock clock) {
        this.releases = releases;
        this.types = types;
        this.gates = gates;
        this.begin = begin;
        this.addLanguage = addLanguage;
        this.pages = pages;
        this.clock = clock;
    }

    /** An office in the form. */
    public record OfficeChoice(String code, String name, String nextNumber, List<PlacePages.Choice> languages) {}

    /** A release that others are begun from. */
    public record ModelChoice(String path, String name, String office, String type, String language) {}

    /** A choice of office, type and number, and what is wrong with it. */
    public record Form(
            List<OfficeChoice> offices,
            List<PlacePages.Choice> types,
            String office,
            String language,
            String number,
            List<ModelChoice> models,
            Map<String, String> errors) {}

    @GetMapping("/new")
    ResponseEntity<String> form(
            @RequestParam(name = "office", defaultValue = "") String office, HttpServletRequest request) {
        return form(new Begin.Wish(office, "", "", ""), List.of(), HttpStatus.OK, request);
    }

    @PostMapping("/releases")
    ResponseEntity<String> begin(
            @RequestParam(name = "office", defaultValue = "") String office,
            @RequestParam(name = "type", defaultValue = "") String type,
            @RequestParam(name = "language", defaultValue = "") String language,
            @RequestParam(name = "number", defaultValue = "") String number,
            HttpServletRequest request) {
        // an office and its language are chosen in one: "mfa/fr"
        int slash = office.indexOf('/');
        Begin.Wish wish = slash < 0
                ? new Begin.Wish(office, type, language, number)
                : new Begin.Wish(office.substring(0, slash), type, office.substring(slash + 1), number);
        return switch (begin.run(SignedIn.doer(request), wish)) {
            case Begin.Outcome.Begun(var id, var tongue) -> Pages.seeOther("/releases/" + id + "/" + tongue);
            case Begin.Outcome.NotReady(var objections) ->
                form(wish, objections, HttpStatus.UNPROCESSABLE_CONTENT, request);
            case Begin.Outcome.NotAllowed _ -> pages.refused(request);
        };
    }

    private ResponseEntity<String> form(
            Begin.Wish wish, List<Objection> objections, HttpStatus status, HttpServletRequest request) {
        Language reader = Pages.readerOf(request);
        Map<String, String> errors = new java.util.LinkedHashMap<>();
        objections.forEach(objection -> errors.put(objection.field(), objection.in(reader)));
        List<OfficeChoice> offices = releases.offices().all().stream()
                .filter(office -> office.closed().isEmpty() && begins(office, request))
                .map(office -> choice(office, wish, reader))
                .toList();
        List<PlacePages.Choice> all = types.all().stream()
                .map(type -> new PlacePages.Choice(
                        type.code(), type.label(reader), type.code().equals(wish.type())))
                .toList();
        return pages.page(
                request,
                "new",
                Map.of(
                        "form",
                        new Form(offices, all, wish.office(), wish.language(), wish.number(), models(request), errors)),
                status);
    }

    /** The marked releases that the reader may see and begin again. */
    private List<ModelChoice> models(HttpServletRequest request) {
        Language reader = Pages.readerOf(request);
        Doer by = SignedIn.doer(request);
        List<ModelChoice> models = new ArrayList<>();
        for (Models.Model model : releases.writing().models().all()) {
            if (gates.rights().begins(by, model.office(), model.type(), model.language())) {
                gates.entrance()
                        .find(by, model.release().value())
                        .ifPresent(release -> models.add(new ModelChoice(
                                Views.path(release, model.language()),
                                model.name(),
                                release.office().name(reader),
                                types.of(model.type()).label(reader),
                                Names.of(model.language(), reader))));
            }
        }
        return models;
    }

    private OfficeChoice choice(Office office, Begin.Wish wish, Language reader) {
        return new OfficeChoice(
                office.code(),
                office.name(reader),
                begin.nextNumber(office),
                office.languages().stream()
                        .map(language -> new PlacePages.Choice(
                                language.tag(),
                                Names.of(language, reader),
                                office.code().equals(wish.office())
                                        && language.tag().equals(wish.language())))
                        .toList());
    }

    /** A release without a language is the one of its languages that its office names first. */
    @GetMapping("/releases/{id}")
    ResponseEntity<String> release(@PathVariable("id") String id, HttpServletRequest request) {
        return gates.entrance()
                .find(SignedIn.doer(request), id)
                .flatMap(release -> releases.languages(release).stream()
                        .findFirst()
                        .map(language -> Pages.seeOther(Views.path(release, language))))
                .orElseGet(() -> pages.notFound(request));
    }

    @PostMapping("/releases/{id}/{language}/languages")
    ResponseEntity<String> addLanguage(
            @PathVariable("id") String id,
            @PathVariable("language") String language,
            @RequestParam("to") String to,
            @RequestParam(name = "standing", defaultValue = "official") String standing,
            @RequestParam(name = "start", defaultValue = "TEXT") AddLanguage.Start start,
            HttpServletRequest request) {
        Optional<Draft> draft = gates.entrance().draft(SignedIn.doer(request), id, language);
        if (draft.isEmpty()) {
            return pages.notFound(request);
        }
        Standing as = java.util.Arrays.stream(Standing.values())
                .filter(each -> each.word().equals(standing))
                .findFirst()
                .orElse(Standing.OFFICIAL);
        return switch (addLanguage.run(
                SignedIn.doer(request), draft.get().release(), draft.get().language(), to, as, start)) {
            case AddLanguage.Outcome.Added(var added) -> Pages.seeOther("/releases/" + id + "/" + added);
            case AddLanguage.Outcome.NotReady _ -> Pages.seeOther("/releases/" + id + "/" + language);
            case AddLanguage.Outcome.NotFound _ -> pages.notFound(request);
            case AddLanguage.Outcome.NotAllowed _ -> pages.refused(request);
        };
    }

    @PostMapping("/releases/{id}/{language}/copy")
    ResponseEntity<String> copy(
            @PathVariable("id") String id, @PathVariable("language") String language, HttpServletRequest request) {
        Optional<Draft> draft = gates.entrance().draft(SignedIn.doer(request), id, language);
        if (draft.isEmpty()) {
            return pages.notFound(request);
        }
        Release release = releases.find(draft.get().release()).orElseThrow();
        return switch (begin.copy(
                SignedIn.doer(request),
                release.office(),
                release.type(),
                draft.get().language(),
                draft.get().wording())) {
            case Begin.Outcome.Begun(var made, var tongue) -> Pages.seeOther("/releases/" + made + "/" + tongue);
            case Begin.Outcome.NotReady _ -> pages.notFound(request);
            case Begin.Outcome.NotAllowed _ -> pages.refused(request);
        };
    }

    @GetMapping("/releases/{id}/{language}/discard")
    ResponseEntity<String> confirm(
            @PathVariable("id") String id, @PathVariable("language") String language, HttpServletRequest request) {
        return gates.entrance()
                .draft(SignedIn.doer(request), id, language)
                .map(draft -> pages.page(
                        request,
                        "discard",
                        Map.of(
                                "path", "/releases/" + id + "/" + language,
                                "headline", draft.wording().headline(),
                                "language", draft.language(),
                                "languageName", Names.of(draft.language(), Pages.readerOf(request)),
                                "revisions", draft.revision(),
                                "gone", false)))
                .orElseGet(() -> pages.notFound(request));
    }

    @PostMapping("/releases/{id}/{language}/discard")
    ResponseEntity<String> discard(
            @PathVariable("id") String id, @PathVariable("language") String language, HttpServletRequest request) {
        Optional<Draft> draft = gates.entrance().draft(SignedIn.doer(request), id, language);
        if (draft.isEmpty()) {
            return pages.notFound(request);
        }
        if (!writes(draft.get(), request)) {
            return pages.refused(request);
        }
        boolean gone = discard(draft.get(), request);
        return gone
                ? pages.page(
                        request,
                        "discard",
                        Map.of(
                                "path", "/releases/" + id + "/" + language,
                                "headline", draft.get().wording().headline(),
                                "language", draft.get().language(),
                                "languageName", Names.of(draft.get().language(), Pages.readerOf(request)),
                                "revisions", draft.get().revision(),
                                "gone", true))
                : pages.message(request, "desk.discard", "desk.discard-not", HttpStatus.CONFLICT);
    }

    private boolean discard(Draft draft, HttpServletRequest request) {
        Doer by = SignedIn.doer(request);
        Release release = releases.find(draft.release()).orElseThrow();
        return gates.rights().together(() -> {
            boolean gone = releases.discards().discard(draft.release(), draft.language(), by.id(), clock.instant());
            if (gone) {
                gates.rights().done(by, "discard", release, draft.language(), "revision " + draft.revision());
            }
            return gone;
        });
    }

    @PostMapping("/releases/{id}/{language}/recovery")
    ResponseEntity<String> recover(
            @PathVariable("id") String id, @PathVariable("language") String language, HttpServletRequest request) {
        // what was thrown away has no draft to look at: its release says who may bring it back
        Doer by = SignedIn.doer(request);
        Optional<Release> release = gates.entrance().find(by, id);
        Optional<Language> tag = release.flatMap(found -> found.office().languages().stream()
                .filter(each -> each.tag().equals(language))
                .findFirst());
        // nothing was thrown away where somebody else has brought it back already
        Optional<Standing> standing =
                tag.flatMap(known -> releases.discards().standing(release.get().id(), known));
        if (release.isEmpty() || tag.isEmpty()) {
            return pages.notFound(request);
        }
        if (standing.isPresent() && !gates.rights().writes(by, release.get(), tag.get(), standing.get())) {
            return pages.refused(request);
        }
        gates.rights().together(() -> {
            boolean back = releases.discards().recover(release.get().id(), tag.get());
            if (back) {
                gates.rights().done(by, "recover", release.get(), tag.get(), "");
            }
            return back;
        });
        return gates.entrance().draft(SignedIn.doer(request), id, language).isPresent()
                ? Pages.seeOther("/releases/" + id + "/" + language)
                : pages.notFound(request);
    }

    private boolean writes(Draft draft, HttpServletRequest request) {
        Release release = releases.find(draft.release()).orElseThrow();
        return gates.rights().writes(SignedIn.doer(request), release, draft.language(), draft.standing());
    }

    private static boolean begins(Office office, HttpServletRequest request) {
        return Permissions.offices(SignedIn.doer(request), Act.WRITE)
                .map(codes -> codes.contains(office.code()))
                .orElse(true);
    }
}
