package org.diurna.staff;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.diurna.house.Language;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The staff, as administrators see and change it. */
@RestController
public final class StaffPages {
    private static final int SHOWN_LENGTH = 12;

    private final Staff staff;
    private final Looks looks;
    private final ProofPages proof;

    StaffPages(Staff staff, Looks looks, ProofPages proof) {
        this.staff = staff;
        this.looks = looks;
        this.proof = proof;
    }

    /** The pages' looks, which another room draws. */
    public interface Looks {
        /** The page of a template in the language of the reader, with its frame. */
        ResponseEntity<String> page(
                HttpServletRequest request, String template, Map<String, Object> parameters, HttpStatus status);

        /** The one answer for what is not there and for what the reader may not see. */
        ResponseEntity<String> notFound(HttpServletRequest request);

        Language language(HttpServletRequest request);

        /** The languages that the desk speaks, in their own names, with one of them chosen. */
        List<StaffViews.Choice> languages(Language chosen);

        /** The language of that tag if the desk speaks it, else the first that it speaks. */
        Language chosen(String tag);

        /** With weekday and zone. */
        String when(Instant instant, Language reader);

        /** The room's word for a key, with arguments. */
        String say(Language reader, String key, Map<String, Object> arguments);
    }

    @GetMapping("/staff")
    ResponseEntity<String> list(HttpServletRequest request) {
        return list(request, List.of(), Map.of(), HttpStatus.OK);
    }

    private ResponseEntity<String> list(
            HttpServletRequest request, List<String> errors, Map<String, String> typed, HttpStatus status) {
        Person reader = SignedIn.doer(request).person();
        if (!Permissions.mayAnywhere(reader, Act.SEE_STAFF)) {
            return looks.notFound(request);
        }
        Language language = looks.language(request);
        return looks.page(
                request,
                "staff/staff",
                Map.of(
                        "members", members(language),
                        "invitations", invitations(language),
                        "wishes", wishes(reader.id(), language),
                        "duties", duties(List.of(), looks, language),
                        "languages", looks.languages(language),
                        "typed", typed,
                        "errors", errors),
                status);
    }

    private List<StaffViews.Member> members(Language reader) {
        return staff.people().all().stream()
                .map(account -> new StaffViews.Member(
                        "/staff/" + account.person().id(),
                        account.person().name(),
                        account.person().mail(),
                        summary(account.person().grants(), looks, reader),
                        account.disabled()))
                .toList();
    }

    private List<StaffViews.Invitation> invitations(Language reader) {
        return staff.links.invitations().stream()
                .map(link -> new StaffViews.Invitation(
                        link.digest(),
                        link.wish().name(),
                        link.wish().mail(),
                        summary(link.wish().grants(), looks, reader),
                        looks.when(link.expires(), reader)))
                .toList();
    }

    private List<StaffViews.Wish> wishes(String reader, Language language) {
        List<Administration.Wish> wishes = staff.administration.wishes();
        Map<String, String> names = staff.people()
                .names(wishes.stream()
                        .flatMap(wish -> java.util.stream.Stream.of(wish.person(), wish.doer()))
                        .collect(Collectors.toSet()));
        return wishes.stream()
                .filter(wish -> !wish.person().equals(reader))
                .map(wish -> new StaffViews.Wish(
                        wish.id(),
                        looks.say(
                                language,
                                "staff.wish",
                                Map.of(
                                        "asker", names.getOrDefault(wish.doer(), wish.doer()),
                                        "person", names.getOrDefault(wish.person(), wish.person()))),
                        !wish.doer().equals(reader)))
                .toList();
    }

    static String summary(List<Grant> grants, Looks looks, Language reader) {
        return grants.stream()
                .map(grant -> {
                    String limits = java.util.stream.Stream.of(grant.offices(), grant.types(), grant.languages())
                            .filter(limit -> !limit.isEmpty())
                            .map(People::words)
                            .collect(Collectors.joining("; "));
                    String duty = looks.say(reader, "staff.duty." + grant.duty().word(), Map.of());
                    return limits.isEmpty() ? duty : duty + " (" + limits + ")";
                })
                .collect(Collectors.joining(", "));
    }

    static List<StaffViews.DutyRow> duties(List<Grant> held, Looks looks, Language reader) {
        return Arrays.stream(Duty.values())
                .map(duty -> {
                    Optional<Grant> grant =
                            held.stream().filter(each -> each.duty() == duty).findFirst();
                    return new StaffViews.DutyRow(
                            duty.word(),
                            looks.say(reader, "staff.duty." + duty.word(), Map.of()),
                            grant.isPresent(),
                            grant.map(each -> People.words(each.offices())).orElse(""),
                            grant.map(each -> People.words(each.types())).orElse(""),
                            grant.map(each -> People.words(each.languages())).orElse(""));
                })
                .toList();
    }

    @PostMapping("/staff/invitations")
    ResponseEntity<String> invite(
            @RequestParam("mail") String mail,
            @RequestParam("name") String name,
            @RequestParam(defaultValue = "en") String language,
            @RequestParam(defaultValue = "") Set<String> duty,
            @RequestParam(defaultValue = "") String offices,
            @RequestParam(defaultValue = "") String types,
            @RequestParam(defaultValue = "") String languages,
            HttpServletRequest request) {
        List<Grant> grants = Integrations.grants(duty, offices, types, languages);
        Administration.Outcome outcome =
                staff.administration.invite(SignedIn.doer(request), mail, name, looks.chosen(language), grants);
        return answer(request, outcome, "/staff", Map.of("mail", mail, "name", name));
    }

    @PostMapping("/staff/invitations/{digest}/revocation")
    ResponseEntity<String> revoke(@PathVariable("digest") String digest, HttpServletRequest request) {
        return answer(
                request, staff.administration.revokeInvitation(SignedIn.doer(request), digest), "/staff", Map.of());
    }

    /** Recoveries that wait for a second person, whoever that is. */
    @GetMapping("/staff/recoveries")
    ResponseEntity<String> recoveries(HttpServletRequest request) {
        String reader = SignedIn.doer(request).id();
        return looks.page(
                request,
                "staff/recoveries",
                Map.of("wishes", wishes(reader, looks.language(request)), "error", ""),
                HttpStatus.OK);
    }

    @PostMapping("/staff/recoveries/{id}/agreement")
    ResponseEntity<String> agree(@PathVariable("id") String id, HttpServletRequest request) {
        return answer(
                request, staff.administration.agreeRecovery(SignedIn.doer(request), id), "/staff/recoveries", Map.of());
    }

    @GetMapping("/staff/{id}")
    ResponseEntity<String> person(@PathVariable("id") String id, HttpServletRequest request) {
        return person(request, id, List.of(), HttpStatus.OK);
    }

    private ResponseEntity<String> person(
            HttpServletRequest request, String id, List<String> errors, HttpStatus status) {
        Optional<People.Account> account = staff.people().account(id);
        if (account.isEmpty() || !Permissions.mayAnywhere(SignedIn.doer(request).person(), Act.SEE_STAFF)) {
            return looks.notFound(request);
        }
        Person person = account.get().person();
        Language reader = looks.language(request);
        StaffViews.Profile view = new StaffViews.Profile(
                "/staff/" + id,
                person.name(),
                person.mail(),
                account.get().disabled(),
                duties(person.grants(), looks, reader),
                staff.sittings.of(id).stream()
                        .map(each -> view(each, "", looks, reader))
                        .toList());
        return looks.page(request, "staff/person", Map.of("view", view, "errors", errors), status);
    }

    @PostMapping("/staff/{id}/duties/{duty}")
    ResponseEntity<String> give(
            @PathVariable("id") String id,
            @PathVariable("duty") String duty,
            @RequestParam(defaultValue = "") String offices,
            @RequestParam(defaultValue = "") String types,
            @RequestParam(defaultValue = "") String languages,
            HttpServletRequest request) {
        return named(duty)
                .map(each -> new Grant(each, People.set(offices), People.set(types), People.set(languages)))
                .map(grant -> about(request, id, staff.administration.give(SignedIn.doer(request), id, grant)))
                .orElseGet(() -> looks.notFound(request));
    }

    @PostMapping("/staff/{id}/duties/{duty}/removal")
    ResponseEntity<String> take(
            @PathVariable("id") String id, @PathVariable("duty") String duty, HttpServletRequest request) {
        return named(duty)
                .map(each -> about(request, id, staff.administration.take(SignedIn.doer(request), id, each)))
                .orElseGet(() -> looks.notFound(request));
    }

    private static Optional<Duty> named(String word) {
        return Arrays.stream(Duty.values())
                .filter(duty -> duty.word().equals(word))
                .findFirst();
    }

    @PostMapping("/staff/{id}/disabling")
    ResponseEntity<String> disable(@PathVariable("id") String id, HttpServletRequest request) {
        return about(request, id, staff.administration.disable(SignedIn.doer(request), id));
    }

    @PostMapping("/staff/{id}/enabling")
    ResponseEntity<String> enable(@PathVariable("id") String id, HttpServletRequest request) {
        return about(request, id, staff.administration.enable(SignedIn.doer(request), id));
    }

    @PostMapping("/staff/{id}/sessions/end")
    ResponseEntity<String> endSittings(@PathVariable("id") String id, HttpServletRequest request) {
        return about(request, id, staff.administration.endSittings(SignedIn.doer(request), id));
    }

    @PostMapping("/staff/{id}/recovery")
    ResponseEntity<String> askRecovery(@PathVariable("id") String id, HttpServletRequest request) {
        return about(request, id, staff.administration.askRecovery(SignedIn.doer(request), id));
    }

    private ResponseEntity<String> about(HttpServletRequest request, String id, Administration.Outcome outcome) {
        return switch (outcome) {
            case Administration.Outcome.NotReady(var objection) ->
                person(request, id, List.of(objection), HttpStatus.UNPROCESSABLE_CONTENT);
            case Administration.Outcome.Done _,
                    Administration.Outcome.LinkMade _,
                    Administration.Outcome.NotAllowed _,
                    Administration.Outcome.ProveFirst _,
                    Administration.Outcome.NotFound _ -> answer(request, outcome, "/staff/" + id, Map.of());
        };
    }

    private ResponseEntity<String> answer(
            HttpServletRequest request, Administration.Outcome outcome, String then, Map<String, String> typed) {
        return switch (outcome) {
            case Administration.Outcome.Done _ -> SignInPages.seeOther(then);
            case Administration.Outcome.LinkMade(var token) -> {
                String address = staff.settings
                        .address()
                        .map(Object::toString)
                        .orElse("http://localhost:" + request.getLocalPort());
                yield looks.page(request, "staff/link", Map.of("link", address + "/welcome/" + token), HttpStatus.OK);
            }
            case Administration.Outcome.NotReady(var objection) ->
                then.equals("/staff/recoveries")
                        ? looks.page(
                                request,
                                "staff/recoveries",
                                Map.of("wishes", List.of(), "error", objection),
                                HttpStatus.UNPROCESSABLE_CONTENT)
                        : list(request, List.of(objection), typed, HttpStatus.UNPROCESSABLE_CONTENT);
            case Administration.Outcome.NotAllowed _ -> refused(request);
            case Administration.Outcome.ProveFirst _ -> proof.ask(request);
            case Administration.Outcome.NotFound _ -> looks.notFound(request);
        };
    }

    private ResponseEntity<String> refused(HttpServletRequest request) {
        return refused(request, looks);
    }

    /** Who may look at the staff is told that this may not be done; others are told nothing. */
    static ResponseEntity<String> refused(HttpServletRequest request, Looks looks) {
        boolean knows = Permissions.mayAnywhere(SignedIn.doer(request).person(), Act.SEE_STAFF);
        return knows ? looks.page(request, "staff/refused", Map.of(), HttpStatus.FORBIDDEN) : looks.notFound(request);
    }

    /** A sitting for a page. Its id is the browser's key and is never shown; a digest of it names it. */
    static StaffViews.Sitting view(Sittings.Sitting sitting, String own, Looks looks, Language reader) {
        return new StaffViews.Sitting(
                shown(sitting.id()),
                looks.when(sitting.begun(), reader),
                looks.when(sitting.seen(), reader),
                sitting.means(),
                sitting.address(),
                sitting.agent(),
                sitting.id().equals(own));
    }

    static String shown(String sitting) {
        return Secrets.digest(sitting).substring(0, SHOWN_LENGTH);
    }
}
