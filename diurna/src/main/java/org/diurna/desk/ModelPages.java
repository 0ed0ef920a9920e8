package org.diurna.desk;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.Optional;
import org.diurna.edition.Models;
import org.diurna.edition.Texts;
import org.diurna.house.Language;
import org.diurna.staff.Doer;
import org.diurna.staff.SignedIn;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Marking a language version as one that others are begun from. Beginning from it is a copy like any other. */
@RestController
final class ModelPages {
    private final Gates gates;
    private final Models models;
    private final Pages pages;
    private final Clock clock;

    ModelPages(Gates gates, Models models, Pages pages, Clock clock) {
        this.gates = gates;
        this.models = models;
        this.pages = pages;
        this.clock = clock;
    }

    @PostMapping("/releases/{id}/{language}/template")
    ResponseEntity<String> mark(
            @PathVariable("id") String id,
            @PathVariable("language") String language,
            @RequestParam(name = "name", defaultValue = "") String name,
            HttpServletRequest request) {
        Doer by = SignedIn.doer(request);
        Optional<Entrance.Found> found = gates.entrance().find(by, id, language);
        if (found.isEmpty()) {
            return pages.notFound(request);
        }
        Language tongue = found.get().draft().language();
        if (!gates.rights()
                .writes(by, found.get().release(), tongue, found.get().draft().standing())) {
            return pages.refused(request);
        }
        String called = Texts.clean(name).strip();
        String kept = called.length() > Models.Model.NAME_MAX ? called.substring(0, Models.Model.NAME_MAX) : called;
        gates.rights().together(() -> {
            if (kept.isEmpty()) {
                models.remove(found.get().release().id(), tongue);
            } else {
                models.put(found.get().release().id(), tongue, kept, by.id(), clock.instant());
            }
            gates.rights()
                    .done(
                            by,
                            kept.isEmpty() ? "unmark-template" : "mark-template",
                            found.get().release(),
                            tongue,
                            "");
            return kept;
        });
        return Pages.seeOther("/releases/" + id + "/" + language);
    }
}
