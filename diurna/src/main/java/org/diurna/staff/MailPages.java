package org.diurna.staff;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import java.util.Map;
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
        if (!Permissions.mayAnywhere(SignedIn.doer(request).person(), Act.SEE_STAFF)) {
            return looks.notFound(request);
        }
        Language reader = looks.language(request);
        return looks.page(
                request,
                "staff/mail",
                Map.of(
                        "leaves",
                        leaves,
                        "unsent",
                        views(outbox.unsent(SHOWN), reader),
                        "sent",
                        views(outbox.sent(SHOWN), reader)),
                HttpStatus.OK);
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
                        leaves ? "" : outbox.words(slip.key()).orElse(""),
                        slip.state() == Outbox.State.UNCERTAIN || slip.state() == Outbox.State.REFUSED))
                .toList();
    }

    @PostMapping("/mail/again")
    ResponseEntity<String> again(@RequestParam(defaultValue = "") String letter, HttpServletRequest request) {
        Doer.Member by = SignedIn.doer(request);
        if (!Permissions.mayAnywhere(by.person(), Act.SEE_STAFF)) {
            return looks.notFound(request);
        }
        if (outbox.again(letter)) {
            staff.trail().note(by, Trail.Note.of("send-letter-again", letter, ""));
        }
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .header(HttpHeaders.LOCATION, "/mail")
                .build();
    }
}
