package org.diurna.desk.api;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.diurna.house.Language;
import org.diurna.house.Sha256;
import org.diurna.staff.Doer;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/** Reads a request as strictly as its call describes it: what the document does not allow, no call ever sees. */
public final class Reception {
    private final int bodyMaxBytes;

    /** With a limit to bodies of JSON. */
    public Reception(int bodyMaxBytes) {
        this.bodyMaxBytes = bodyMaxBytes;
    }

    /** A request as it came. */
    public record Sent(
            Doer by,
            Language reader,
            Map<String, String> parts,
            Map<String, List<String>> query,
            Optional<String> contentType,
            Optional<String> contentEncoding,
            Optional<String> ifMatch,
            Optional<String> key) {}

    /** What became of it. */
    public sealed interface Read {
        /**
         * It can be done.
         *
         * @param digest of all that it says
         */
        record Ready(Asked asked, String digest) implements Read {}

        record Refused(Answer problem) implements Read {}
    }

    /** Reads it. */
    public Read read(Call call, Sent sent, byte[] body, Optional<Path> file) {
        if (sent.parts().values().stream().anyMatch(part -> part.indexOf('%') >= 0 || Reading.unprintable(part))) {
            return refused(Trouble.NOT_FOUND, sent);
        }
        Asked.Seen seen = seen(sent.ifMatch());
        if (call.naming() == Call.Naming.SEEN_VERSION && seen instanceof Asked.Seen.Nothing) {
            return refused(Trouble.NOT_SEEN, sent);
        }
        List<Fault> faults = new ArrayList<>();
        if (sent.key()
                .filter(key -> !key.matches("[!-~]{1," + OpenApi.KEY_MAX + "}"))
                .isPresent()) {
            faults.add(Fault.of("header", "Idempotency-Key", "key", Map.of("max", OpenApi.KEY_MAX), sent.reader()));
        }
        Map<String, String> query = query(call, sent, faults);
        return switch (call.body()) {
            case Call.Body.None _ -> ready(call, sent, query, MissingNode.getInstance(), file, seen, faults, "");
            case Call.Body.File(var max) -> file(call, sent, query, file, seen, faults, max);
            case Call.Body.Json(var shape) -> json(call, sent, query, body, shape, seen, faults);
        };
    }

    private Read json(
            Call call,
            Sent sent,
            Map<String, String> query,
            byte[] body,
            Shape shape,
            Asked.Seen seen,
            List<Fault> faults) {
        if (!sent.contentType().map(Reception::isJson).orElse(false) || encoded(sent)) {
            return refused(Trouble.WRONG_TYPE, sent);
        }
        if (body.length > bodyMaxBytes) {
            return refused(Trouble.TOO_LARGE, sent);
        }
        JsonNode node;
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(body))
                    .toString();
            node = Reading.JSON.readTree(text);
        } catch (CharacterCodingException e) {
            return new Read.Refused(
                    Answer.problem(Trouble.MALFORMED, sent.reader(), List.of(), "The body is not UTF-8."));
        } catch (JacksonException e) {
            return new Read.Refused(
                    Answer.problem(Trouble.MALFORMED, sent.reader(), List.of(), e.getOriginalMessage()));
        }
        faults.addAll(Reading.body(shape, node, sent.reader()));
        return ready(call, sent, query, node, Optional.empty(), seen, faults, Sha256.hex(body));
    }

    private static Read file(
            Call call,
            Sent sent,
            Map<String, String> query,
            Optional<Path> file,
            Asked.Seen seen,
            List<Fault> faults,
            long max) {
        if (encoded(sent)) {
            return refused(Trouble.WRONG_TYPE, sent);
        }
        try {
            Path path = file.orElseThrow();
            if (Files.size(path) > max) {
                return refused(Trouble.TOO_LARGE, sent);
            }
            return ready(
                    call,
                    sent,
                    query,
                    MissingNode.getInstance(),
                    file,
                    seen,
                    faults,
                    Sha256.hex(Files.newInputStream(path)));
        } catch (IOException e) {
            throw new UncheckedIOException("A file that was sent could not be read from the disk of the desk.", e);
        }
    }

    private static Read ready(
            Call call,
            Sent sent,
            Map<String, String> query,
            JsonNode body,
            Optional<Path> file,
            Asked.Seen seen,
            List<Fault> faults,
            String digest) {
        if (!faults.isEmpty()) {
            return new Read.Refused(Answer.problem(Trouble.WRONG_FIELDS, sent.reader(), faults, ""));
        }
        String all = call.method() + " " + call.path() + " " + new TreeMap<>(sent.parts()) + " " + new TreeMap<>(query)
                + " " + sent.ifMatch().orElse("") + " " + digest;
        Asked asked = new Asked(sent.by(), sent.reader(), sent.parts(), query, body, file, seen);
        return new Read.Ready(asked, Sha256.hex(all));
    }

    private static Map<String, String> query(Call call, Sent sent, List<Fault> faults) {
        Map<String, String> query = new HashMap<>();
        for (Shape.Field field : call.query()) {
            List<String> values = sent.query().getOrDefault(field.name(), List.of());
            if (values.size() > 1) {
                faults.add(Fault.of("query", field.name(), "once", Map.of(), sent.reader()));
            } else if (values.isEmpty() && field.presence() == Shape.Presence.NEEDED) {
                faults.add(Fault.of("query", field.name(), "missing", Map.of(), sent.reader()));
            } else if (!values.isEmpty()) {
                faults.addAll(Reading.query(field.shape(), field.name(), values.getFirst(), sent.reader()));
                query.put(field.name(), values.getFirst());
            }
        }
        sent.query().keySet().stream()
                .filter(name ->
                        call.query().stream().noneMatch(field -> field.name().equals(name)))
                .sorted()
                .limit(20)
                .forEach(name -> faults.add(Fault.of("query", name, "unknown", Map.of(), sent.reader())));
        return query;
    }

    private static Asked.Seen seen(Optional<String> ifMatch) {
        String tags = ifMatch.orElse("").strip();
        if (tags.isEmpty()) {
            return new Asked.Seen.Nothing();
        }
        return tags.equals("*")
                ? new Asked.Seen.Any()
                : new Asked.Seen.Tags(Arrays.asList(tags.split("\\s*,\\s*", -1)));
    }

    private static boolean isJson(String type) {
        String plain = type.toLowerCase(Locale.ROOT).replace(" ", "").replace("\"", "");
        return plain.equals(Answer.JSON) || plain.equals(Answer.JSON + ";charset=utf-8");
    }

    private static boolean encoded(Sent sent) {
        return sent.contentEncoding()
                .filter(coding -> !coding.equalsIgnoreCase("identity"))
                .isPresent();
    }

    private static Read refused(Trouble trouble, Sent sent) {
        return new Read.Refused(Answer.problem(trouble, sent.reader()));
    }
}
