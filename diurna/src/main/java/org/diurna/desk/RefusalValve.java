package org.diurna.desk;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.diurna.desk.api.Answer;
import org.diurna.desk.api.Calls;
import org.diurna.desk.api.Trouble;
import org.jspecify.annotations.Nullable;

/**
 * Answers a request that the web server refuses before any page or call can see it: an address with NUL or with an escaped
 * slash. Programs get a problem document, people a line of text; neither is told what server it is.
 */
final class RefusalValve extends ErrorReportValve {
    @Override
    protected void report(Request request, Response response, @Nullable Throwable failure) {
        int status = response.getStatus();
        if (status < 400 || response.getContentWritten() > 0 || !response.setErrorReported()) {
            return;
        }
        String path = Optional.ofNullable(request.getRequestURI()).orElse("");
        Answer answer = Answer.problem(Trouble.of(status), Pages.LANGUAGES.getFirst());
        boolean program = path.startsWith(Calls.ROOT + "/");
        byte[] body = program
                ? answer.body()
                : "The desk cannot read this address. Check it, or begin at its first page.\n"
                        .getBytes(StandardCharsets.UTF_8);
        try {
            response.setContentType(program ? answer.type() : "text/plain;charset=utf-8");
            response.setContentLength(body.length);
            OutputStream out = response.getOutputStream();
            out.write(body);
            response.finishResponse();
        } catch (IOException | IllegalStateException e) {
            // who asked has gone away: there is nobody left to tell
            getContainer().getLogger().debug("A refusal could not be sent.", e);
        }
    }
}
