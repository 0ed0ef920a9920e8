package org.diurna.desk;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.diurna.edition.Release;
import org.diurna.staff.Act;
import org.diurna.staff.Doer;
import org.diurna.staff.People;
import org.diurna.staff.Permissions;
import org.diurna.staff.SignedIn;
import org.diurna.staff.StaffViews;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Who alone may see a release. */
@RestController
final class RestrictionPages {
    private final Entrance entrance;
    private final Rights rights;
    private final People people;
    private final Pages pages;
    private final Clock clock;

    RestrictionPages(Entrance entrance, Rights rights, People people, Pages pages, Clock clock) {
        this.entrance = entrance;
        this.rights = rights;
        this.people = people;
        this.pages = pages;
        this.clock = clock;
    }

    @GetMapping("/releases/{id}/restriction")
    ResponseEntity<String> form(@PathVariable("id") String id, HttpServletRequest request) {
        Doer by = SignedIn.doer(request);
        return entrance.find(by, id).map(release -> form(request, release)).orElseGet(() -> pages.notFound(request));
    }

    private ResponseEntity<String> form(HttpServletRequest request, Release release) {
        if (!may(request, release)) {
            return pages.refused(request);
        }
        Set<String> named = rights.named(release);
        List<StaffViews.Choice> choices = people.able().stream()
                .map(person -> new StaffViews.Choice(person.id(), person.name(), named.contains(person.id())))
                .toList();
        return pages.page(
                request,
                "restriction",
                Map.of("action", "/releases/" + release.id() + "/restriction", "people", choices));
    }

    /** Whoever restricts a release is among those who may see it: nobody locks the door from outside. */
    @PostMapping("/releases/{id}/restriction")
    ResponseEntity<String> restrict(
            @PathVariable("id") String id,
            @RequestParam(defaultValue = "") Set<String> person,
            HttpServletRequest request) {
        Doer by = SignedIn.doer(request);
        Optional<Release> release = entrance.find(by, id);
        if (release.isEmpty()) {
            return pages.notFound(request);
        }
        if (!may(request, release.get())) {
            return pages.refused(request);
        }
        Set<String> named = new TreeSet<>(person);
        named.retainAll(people.able().stream().map(each -> each.id()).toList());
        if (!named.isEmpty()) {
            named.add(by.id());
        }
        rights.restrict(by, release.get(), named, clock.instant());
        return Pages.seeOther("/releases");
    }

    private boolean may(HttpServletRequest request, Release release) {
        return rights.ask(
                        SignedIn.doer(request),
                        Act.RESTRICT,
                        release,
                        release.office().defaultLanguage())
                == Permissions.Answer.YES;
    }
}
