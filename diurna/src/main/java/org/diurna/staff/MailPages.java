package org.diurna.staff;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import org.diurna.house.Language;
import org.diurna.house.Outbox;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Outgoing mail as administrators see it: what waits, what nobody knows about, what was refused, what has gone. */
@RestController
final class MailPages {
    private static final int SHOWN = 100;

    /** What the keys of letters to guests begin with. */
    private static final String GUESTS = "guest:";

    private final Staff staff;
    private final Outbox outbox;
    private final StaffPages.Looks looks;
    private final boolean leaves;

    /**
     * @param leaves whether there is a mail server. Where there is none, administrators read the letters here, and carry
     *     them by other means
     */
    MailPages(Staff staff, Outbox outbox, StaffPages.Looks looks, boolean leaves) {
        this.staff = staff;
        this.outbox = outbox;
        this.looks = looks;
        this.leaves = leaves;
    }

    @GetMapping("/mail")
    ResponseEntity<String> list(HttpServletRequest request) {
        Doer.Member by = SignedIn.doer(request);
        if (!may(by)) {
            return looks.notFound(request);
        }
        Language reader = looks.language(request);
        List<StaffViews.Slip> unsent = views(outbox.unsent(SHOWN), reader);
        if (unsent.stream().anyMatch(slip -> !slip.words().isEmpty())) {
            staff.trail().note(by, Trail.Note.of("read-letters", "", ""));
        }
        return looks.page(
                request,
                "staff/mail",
                Map.of("leaves", leaves, "unsent", unsent, "sent", views(outbox.sent(SHOWN), reader)),
                HttpStatus.OK);
    }

    /** Letters are of all offices: for who administers all of them. */
    private static boolean may(Doer.Member by) {
        return Permissions.mayAnywhere(by.person(), Act.SEE_STAFF)
                && Permissions.offices(by, Act.SEE_STAFF).isEmpty();
    }

    /** Words that an administrator may carry by other means. The links of guests were shown once, to who invited them. */
    private String words(Outbox.Slip slip) {
        return leaves || slip.key().startsWith(GUESTS)
                ? ""
                : outbox.words(slip.key()).orElse("");
    }

    private List<StaffViews.Slip> views(List<Outbox.Slip> slips, Language reader) {
        return slips.stream()
                .map(slip -> new StaffViews.Slip(
                        slip.key(),
                        slip.to(),
                        slip.subject(),
                        slip.state().name().toLowerCase(Locale.ROOT),
                        looks.when(slip.changed(), reader),
                        slip.note(),
                        words(slip),
                        slip.state() != Outbox.State.SENT && slip.state() != Outbox.State.SENDING))
                .toList();
    }

    @PostMapping("/mail/again")
    ResponseEntity<String> again(@RequestParam(defaultValue = "") String letter, HttpServletRequest request) {
        return changed(letter, outbox::again, "send-letter-again", request);
    }

    @PostMapping("/mail/discard")
    ResponseEntity<String> discard(@RequestParam(defaultValue = "") String letter, HttpServletRequest request) {
        return changed(letter, outbox::discard, "discard-letter", request);
    }

    private ResponseEntity<String> changed(
            String letter, Predicate<String> change, String act, HttpServletRequest request) {
        Doer.Member by = SignedIn.doer(request);
        if (!may(by)) {
            return looks.notFound(request);
        }
        if (change.test(letter)) {
            staff.trail().note(by, Trail.Note.of(act, letter, ""));
        }
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .header(HttpHeaders.LOCATION, "/mail")
                .build();
    }
}
