package org.diurna.desk;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.diurna.darkroom.Uploads;
import org.diurna.desk.api.Answer;
import org.diurna.desk.api.Asked;
import org.diurna.desk.api.Call;
import org.diurna.desk.api.Calls;
import org.diurna.desk.api.Reception;
import org.diurna.desk.api.Trouble;
import org.diurna.house.Language;
import org.diurna.staff.Doer;
import org.diurna.staff.Integrations;
import org.diurna.staff.Repeats;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RestController;

/** The door of the management API: finds the call that a request means, reads it strictly, and answers. */
@RestController
public final class ManagementApi {
    private static final System.Logger LOG = System.getLogger(ManagementApi.class.getName());

    private static final String KEY = "Idempotency-Key";

    private final Calls calls;
    private final Reception reception = new Reception(DraftApi.BODY_MAX_BYTES);
    private final Repeats repeats;
    private final Uploads uploads;

    /** @param uploads among which files lie until they are looked at */
    ManagementApi(Calls calls, Repeats repeats, Uploads uploads) {
        this.calls = calls;
        this.uploads = uploads;
        this.repeats = repeats;
    }

    /** All that it can do. */
    public Calls calls() {
        return calls;
    }

    /** All methods are named, or Spring would answer OPTIONS itself, to anybody. */
    @RequestMapping(
            path = Calls.ROOT + "/**",
            method = {
                RequestMethod.GET,
                RequestMethod.HEAD,
                RequestMethod.POST,
                RequestMethod.PUT,
                RequestMethod.PATCH,
                RequestMethod.DELETE,
                RequestMethod.OPTIONS
            })
    ResponseEntity<byte[]> answer(HttpServletRequest request) {
        return sent(guarded(() -> answered(request), Pages.wanted(request)), request);
    }

    /** A failure of ours is told as a problem like all others; the log says what failed. */
    private static Answer guarded(Supplier<Answer> answer, Language reader) {
        try {
            return answer.get();
        } catch (RuntimeException e) {
            LOG.log(System.Logger.Level.ERROR, "A call of the management API failed.", e);
            return Answer.problem(Trouble.FAILED, reader);
        }
    }

    private Answer answered(HttpServletRequest request) {
        Language reader = Pages.wanted(request);
        String path = request.getRequestURI().substring(Calls.ROOT.length());
        Optional<Doer.Integration> by = Integrations.of(request);
        return switch (calls.find(request.getMethod(), path)) {
            case Calls.Found.One(var call, var parts) ->
                call.access() == Call.Access.TOKEN && by.isEmpty()
                        ? Answer.problem(Trouble.NO_TOKEN, reader)
                        : call(call, parts, by, request, reader);
            case Calls.Found.OtherMethods(var methods) ->
                by.isEmpty()
                        ? Answer.problem(Trouble.NO_TOKEN, reader)
                        : Answer.problem(Trouble.WRONG_METHOD, reader).with("Allow", String.join(", ", methods));
            case Calls.Found.Nothing _ -> Answer.problem(by.isEmpty() ? Trouble.NO_TOKEN : Trouble.NOT_FOUND, reader);
        };
    }

    private Answer call(
            Call call,
            Map<String, String> parts,
            Optional<Doer.Integration> by,
            HttpServletRequest request,
            Language reader) {
        Doer doer = by.<Doer>map(known -> known).orElse(new Doer.Operator("anybody"));
        Reception.Sent sent = new Reception.Sent(
                doer,
                reader,
                parts,
                query(request),
                header(request, HttpHeaders.CONTENT_TYPE),
                header(request, HttpHeaders.CONTENT_ENCODING),
                header(request, HttpHeaders.IF_MATCH),
                header(request, KEY).filter(_ -> call.method().equals("POST")));
        Optional<Path> file = Optional.empty();
        try {
            byte[] body = new byte[0];
            switch (call.body()) {
                case Call.Body.None _ -> {}
                case Call.Body.Json _ -> body = request.getInputStream().readNBytes(DraftApi.BODY_MAX_BYTES + 1);
                case Call.Body.File(var max) -> file = Optional.of(spool(request.getInputStream(), max + 1));
            }
            return switch (reception.read(call, sent, body, file)) {
                case Reception.Read.Refused(var problem) -> problem;
                case Reception.Read.Ready(var asked, var digest) ->
                    sent.key()
                            .flatMap(key -> by.map(known -> once(known, key, digest, call, asked)))
                            .orElseGet(() -> call.deed().run(asked));
            };
        } catch (IOException e) {
            // who sent it has gone away, or the disk is full: the log of the server tells which
            throw new UncheckedIOException("What was sent to the management API could not be read.", e);
        } finally {
            file.ifPresent(ManagementApi::remove);
        }
    }

    /** The words of the query alone: a form in the body is none. */
    private static Map<String, List<String>> query(HttpServletRequest request) {
        Map<String, List<String>> query = new HashMap<>();
        String sent = Optional.ofNullable(request.getQueryString()).orElse("");
        for (String pair : sent.split("&", -1)) {
            if (!pair.isEmpty()) {
                int equals = pair.indexOf('=');
                String name = equals < 0 ? pair : pair.substring(0, equals);
                String value = equals < 0 ? "" : pair.substring(equals + 1);
                query.computeIfAbsent(decoded(name), _ -> new ArrayList<>()).add(decoded(value));
            }
        }
        return query;
    }

    private static String decoded(String text) {
        try {
            return java.net.URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            // an escape that is none stays as it was sent, and is refused as such
            return text + "\0";
        }
    }

    private static Optional<String> header(HttpServletRequest request, String name) {
        return Optional.ofNullable(request.getHeader(name));
    }

    /** Files lie on the disk while they are looked at: many large ones at once must not fill the memory. */
    private Path spool(InputStream in, long most) throws IOException {
        Path file = uploads.loose();
        try (OutputStream out = Files.newOutputStream(file)) {
            byte[] piece = new byte[64 * 1024];
            long left = most;
            for (int read = in.read(piece); read >= 0 && left > 0; read = in.read(piece)) {
                out.write(piece, 0, (int) Math.min(read, left));
                left -= read;
            }
        } catch (IOException | RuntimeException e) {
            remove(file);
            throw e;
        }
        return file;
    }

    private static void remove(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            LOG.log(System.Logger.Level.WARNING, "The file " + file + " of the management API stays where it is.", e);
        }
    }

    /** Does what is asked for with a key once, and answers the same when it is asked again. */
    private Answer once(Doer.Integration by, String key, String digest, Call call, Asked asked) {
        return switch (repeats.begin(by, key, digest)) {
            case Repeats.Standing.New _ -> kept(by, key, call, asked);
            case Repeats.Standing.Before(var given) ->
                new Answer(given.status(), given.type(), given.body(), headers(given.headers()));
            case Repeats.Standing.UnderWay _ -> asked.problem(Trouble.UNDER_WAY);
            case Repeats.Standing.Uncertain _ -> asked.problem(Trouble.UNCERTAIN);
            case Repeats.Standing.Reused _ -> asked.problem(Trouble.KEY_REUSED);
        };
    }

    private Answer kept(Doer.Integration by, String key, Call call, Asked asked) {
        // when this fails, nobody knows whether it was done: the key stays without an answer, and says so
        Answer answer = call.deed().run(asked);
        if (answer.status() < 300) {
            String headers = answer.headers().entrySet().stream()
                    .map(header -> header.getKey() + ": " + header.getValue())
                    .sorted()
                    .collect(java.util.stream.Collectors.joining("\n"));
            repeats.keep(by, key, new Repeats.Given(answer.status(), answer.type(), headers, answer.body()));
        } else {
            repeats.forget(by, key);
        }
        return answer;
    }

    private static Map<String, String> headers(String lines) {
        Map<String, String> headers = new HashMap<>();
        lines.lines().forEach(line -> {
            int colon = line.indexOf(": ");
            headers.put(line.substring(0, colon), line.substring(colon + 2));
        });
        return headers;
    }

    private static ResponseEntity<byte[]> sent(Answer answer, HttpServletRequest request) {
        boolean read = request.getMethod().equals("GET") || request.getMethod().equals("HEAD");
        boolean known = read
                && answer.status() == 200
                && header(request, HttpHeaders.IF_NONE_MATCH)
                        .filter(tags ->
                                Arrays.asList(tags.split("\\s*,\\s*", -1)).contains(answer.tag()))
                        .isPresent();
        ResponseEntity.BodyBuilder builder = ResponseEntity.status(known ? 304 : answer.status());
        answer.headers().forEach(builder::header);
        builder.header(HttpHeaders.CACHE_CONTROL, "no-store");
        if (answer.status() < 300) {
            builder.header(HttpHeaders.ETAG, answer.tag());
        }
        return known
                ? builder.build()
                : builder.header(HttpHeaders.CONTENT_TYPE, answer.type()).body(answer.body());
    }

    /** What the server refused before it knew which call is meant. */
    static ResponseEntity<byte[]> refused(int status, HttpServletRequest request) {
        return sent(Answer.problem(Trouble.of(status), Pages.wanted(request)), request);
    }
}
