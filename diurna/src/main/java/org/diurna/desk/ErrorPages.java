package org.diurna.desk;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What the desk says when an address leads nowhere or something failed. It never shows the failure itself. */
@RestController
final class ErrorPages implements ErrorController {
    private final Pages pages;
    private final Clock clock;

    public ErrorPages(Pages pages, Clock clock) {
        this.pages = pages;
        this.clock = clock;
    }

    @RequestMapping("/error")
    ResponseEntity<?> error(HttpServletRequest request) {
        Object code = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        HttpStatus status = code instanceof Integer number ? HttpStatus.valueOf(number) : HttpStatus.NOT_FOUND;
        // programs get a problem document, whoever refused what they asked
        if (request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI) instanceof String path
                && path.startsWith("/api/")) {
            return ManagementApi.refused(status.value(), request);
        }
        if (status == HttpStatus.NOT_FOUND) {
            return pages.notFound(request);
        }
        Frame frame = pages.frame(request);
        String time = clock.instant().truncatedTo(ChronoUnit.SECONDS).toString();
        return pages.page(
                request,
                "message",
                Map.of("title", frame.say("desk.failed"), "text", frame.say("desk.failed-how", Map.of("time", time))),
                status);
    }
}
