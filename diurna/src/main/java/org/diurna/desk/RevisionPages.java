package org.diurna.desk;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.diurna.edition.Differences;
import org.diurna.edition.Draft;
import org.diurna.edition.Release;
import org.diurna.edition.Releases;
import org.diurna.edition.Revision;
import org.diurna.edition.Revisions;
import org.diurna.edition.Wording;
import org.diurna.house.Language;
import org.diurna.staff.People;
import org.diurna.staff.SignedIn;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Everything that was ever saved of a draft, what changed each time, and the way back to it. */
@RestController
public final class RevisionPages {
    private static final int PAGE = 60;

    private final Releases releases;
    private final Revisions revisions;
    private final Gates gates;
    private final Save save;
    private final People people;
    private final Pages pages;

    RevisionPages(Releases releases, Revisions revisions, Gates gates, Save save, People people, Pages pages) {
        this.releases = releases;
        this.revisions = revisions;
        this.gates = gates;
        this.save = save;
        this.people = people;
        this.pages = pages;
    }

    /**
     * The saves of one person that followed each other within one sitting.
     *
     * @param from first and {@code to} last revision of the sitting
     */
    public record Sitting(int from, int to, String person, String instant, String when) {}

    @GetMapping("/releases/{id}/{language}/revisions")
    ResponseEntity<String> list(
            @PathVariable("id") String id,
            @PathVariable("language") String language,
            @RequestParam(name = "below", defaultValue = "2147483647") int below,
            HttpServletRequest request) {
        Optional<Draft> draft = gates.entrance().draft(SignedIn.doer(request), id, language);
        if (draft.isEmpty()) {
            return pages.notFound(request);
        }
        Release release = releases.find(draft.get().release()).orElseThrow();
        gates.rights().opened(SignedIn.doer(request), release, draft.get().language(), "revisions");
        List<Revisions.Line> lines =
                revisions.below(draft.get().release(), draft.get().language(), below, PAGE);
        List<Sitting> sittings = Sittings.of(lines, release.office().zone(), Pages.readerOf(request), people);
        int last = lines.isEmpty() ? 1 : lines.getLast().number();
        return pages.page(
                request,
                "revisions",
                Map.of(
                        "path",
                        "/releases/" + id + "/" + language,
                        "headline",
                        draft.get().wording().headline(),
                        "language",
                        draft.get().language(),
                        "now",
                        draft.get().revision(),
                        "sittings",
                        sittings,
                        "older",
                        last > 1 ? "/releases/" + id + "/" + language + "/revisions?below=" + last : ""));
    }

    @GetMapping("/releases/{id}/{language}/revisions/{number}")
    ResponseEntity<String> compare(
            @PathVariable("id") String id,
            @PathVariable("language") String language,
            @PathVariable("number") int number,
            @RequestParam(name = "from", defaultValue = "0") int from,
            HttpServletRequest request) {
        Optional<Draft> draft = gates.entrance().draft(SignedIn.doer(request), id, language);
        Optional<Revision> shown = draft.flatMap(found -> revisions.find(found.release(), found.language(), number));
        if (draft.isEmpty() || shown.isEmpty()) {
            return pages.notFound(request);
        }
        int before = from > 0 ? from : number - 1;
        Wording older = revisions
                .find(draft.get().release(), draft.get().language(), before)
                .map(Revision::wording)
                .orElse(new Wording("", List.of(), "", Optional.empty(), List.of()));
        Release release = releases.find(draft.get().release()).orElseThrow();
        gates.rights().opened(SignedIn.doer(request), release, draft.get().language(), "revision");
        return pages.page(
                request,
                "revision",
                Map.of(
                        "path", "/releases/" + id + "/" + language,
                        "language", draft.get().language(),
                        "number", number,
                        "before", before,
                        "now", draft.get().revision(),
                        "person", people.name(shown.get().saver()),
                        "when", Names.when(shown.get().saved(), release.office().zone(), Pages.readerOf(request)),
                        "parts", parts(older, shown.get().wording(), draft.get().language())));
    }

    private static List<Differences.Part> parts(Wording older, Wording newer, Language language) {
        return new ArrayList<>(Differences.between(older, newer, language));
    }

    @PostMapping("/releases/{id}/{language}/revisions/{number}/restoration")
    ResponseEntity<String> restore(
            @PathVariable("id") String id,
            @PathVariable("language") String language,
            @PathVariable("number") int number,
            @RequestParam("seen") int seen,
            HttpServletRequest request) {
        Optional<Draft> draft = gates.entrance().draft(SignedIn.doer(request), id, language);
        Optional<Revision> wanted = draft.flatMap(found -> revisions.find(found.release(), found.language(), number));
        if (draft.isEmpty() || wanted.isEmpty()) {
            return pages.notFound(request);
        }
        return switch (save.run(
                SignedIn.doer(request),
                draft.get().release(),
                draft.get().language(),
                seen,
                wanted.get().wording())) {
            case Save.Outcome.Kept _, Save.Outcome.Merged _ -> Pages.seeOther("/releases/" + id + "/" + language);
            case Save.Outcome.SignedOff _ ->
                pages.message(request, "schedule.locked", "objection.scheduled", HttpStatus.CONFLICT);
            case Save.Outcome.NotFound _ -> pages.notFound(request);
            case Save.Outcome.NotAllowed _ -> pages.refused(request);
        };
    }
}
