package org.diurna.stand;

import java.io.InputStream;
import java.io.OutputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.core.json.JsonFactory;

/**
 * Turns and snapshots as JSON. A snapshot looks like one large turn: what an empty site must change to look like the
 * site after that turn, with the digest of that turn instead of the one before it.
 */
final class JournalText {
    private static final JsonFactory JSON =
            JsonFactory.builder().disable(StreamWriteFeature.AUTO_CLOSE_TARGET).build();

    private JournalText() {}

    /** Hands all changes, one by one, to the consumer. */
    interface Changes {
        void each(Consumer<Change> to);
    }

    static void write(OutputStream out, long turn, Digest before, Instant at, Changes changes) {
        try (var json = JSON.createGenerator(ObjectWriteContext.empty(), out)) {
            json.writeStartObject();
            json.writeNumberProperty("turn", turn);
            json.writeStringProperty("before", before.hex());
            json.writeStringProperty("at", at.toString());
            json.writeArrayPropertyStart("changes");
            changes.each(change -> write(json, change));
            json.writeEndArray();
            json.writeEndObject();
        }
    }

    private static void write(JsonGenerator json, Change change) {
        json.writeStartObject();
        json.writeStringProperty("host", change.host());
        json.writeStringProperty("path", change.path());
        switch (change) {
            case Change.Put put -> {
                json.writeObjectPropertyStart("put");
                json.writeStringProperty("type", put.type());
                json.writeNumberProperty("status", put.status());
                json.writeObjectPropertyStart("headers");
                put.headers().forEach(json::writeStringProperty);
                json.writeEndObject();
                put.bytes().forEach((coding, blob) -> write(json, coding.token(), blob));
                json.writeEndObject();
            }
            case Change.Move move -> {
                json.writeObjectPropertyStart("move");
                json.writeStringProperty("to", move.to());
                json.writeNumberProperty("status", move.status());
                json.writeEndObject();
            }
            case Change.Dated dated -> {
                json.writeObjectPropertyStart("dated");
                json.writeObjectPropertyStart("headers");
                dated.headers().forEach(json::writeStringProperty);
                json.writeEndObject();
                json.writeObjectPropertyStart("versions");
                dated.versions()
                        .forEach(version ->
                                json.writeStringProperty(version.since().toString(), version.to()));
                json.writeEndObject();
                json.writeEndObject();
            }
            case Change.Gone gone -> {
                json.writeObjectPropertyStart("gone");
                gone.tombstone().ifPresent(blob -> write(json, "page", blob));
                json.writeEndObject();
            }
        }
        json.writeEndObject();
    }

    private static void write(JsonGenerator json, String name, Blob blob) {
        json.writeObjectPropertyStart(name);
        json.writeStringProperty("sha256", blob.digest().hex());
        json.writeNumberProperty("size", blob.size());
        json.writeEndObject();
    }

    static Turn readTurn(byte[] text) {
        try (var json = JSON.createParser(ObjectReadContext.empty(), text)) {
            var changes = new ArrayList<Change>();
            var head = read(json, changes::add);
            return new Turn(head.turn, head.before, head.at, changes);
        }
    }

    static void readSnapshot(InputStream text, Consumer<Change> each) {
        try (var json = JSON.createParser(ObjectReadContext.empty(), text)) {
            read(json, each);
        }
    }

    private record Head(long turn, Digest before, Instant at) {}

    private static Head read(JsonParser json, Consumer<Change> each) {
        long turn = 0;
        var before = Digest.NONE;
        var at = Instant.EPOCH;
        expect(json, json.nextToken(), JsonToken.START_OBJECT);
        for (var name = json.nextName(); name != null; name = json.nextName()) {
            var token = json.nextToken();
            switch (name) {
                case "turn" -> turn = json.getLongValue();
                case "before" -> before = Digest.parse(json.getString());
                case "at" -> at = Instant.parse(json.getString());
                case "changes" -> {
                    expect(json, token, JsonToken.START_ARRAY);
                    while (json.nextToken() != JsonToken.END_ARRAY) {
                        each.accept(readChange(json));
                    }
                }
                default -> throw unknown(json, name);
            }
        }
        expect(json, json.currentToken(), JsonToken.END_OBJECT);
        return new Head(turn, before, at);
    }

    private static Change readChange(JsonParser json) {
        expect(json, json.currentToken(), JsonToken.START_OBJECT);
        var host = "";
        var path = "";
        Optional<Change> change = Optional.empty();
        for (var name = json.nextName(); name != null; name = json.nextName()) {
            json.nextToken();
            switch (name) {
                case "host" -> host = json.getString();
                case "path" -> path = json.getString();
                case "put" -> change = Optional.of(readPut(json, host, path));
                case "move" -> change = Optional.of(readMove(json, host, path));
                case "dated" -> change = Optional.of(readDated(json, host, path));
                case "gone" -> change = Optional.of(readGone(json, host, path));
                default -> throw unknown(json, name);
            }
        }
        return change.orElseThrow(() -> new StreamReadException(json, "a change without put, move or gone"));
    }

    private static Change readPut(JsonParser json, String host, String path) {
        var type = "";
        int status = 200;
        Map<String, String> headers = new TreeMap<>();
        Map<Coding, Blob> bytes = new EnumMap<>(Coding.class);
        for (var name = json.nextName(); name != null; name = json.nextName()) {
            json.nextToken();
            switch (name) {
                case "type" -> type = json.getString();
                case "status" -> status = json.getIntValue();
                case "headers" -> readHeaders(json, headers);
                case "identity" -> bytes.put(Coding.IDENTITY, readBlob(json));
                case "gzip" -> bytes.put(Coding.GZIP, readBlob(json));
                case "br" -> bytes.put(Coding.BR, readBlob(json));
                default -> throw unknown(json, name);
            }
        }
        return new Change.Put(host, path, type, status, headers, bytes);
    }

    private static void readHeaders(JsonParser json, Map<String, String> headers) {
        for (var name = json.nextName(); name != null; name = json.nextName()) {
            json.nextToken();
            headers.put(name, json.getString());
        }
    }

    private static Change readMove(JsonParser json, String host, String path) {
        var to = "";
        int status = 0;
        for (var name = json.nextName(); name != null; name = json.nextName()) {
            json.nextToken();
            switch (name) {
                case "to" -> to = json.getString();
                case "status" -> status = json.getIntValue();
                default -> throw unknown(json, name);
            }
        }
        return new Change.Move(host, path, to, status);
    }

    private static Change readDated(JsonParser json, String host, String path) {
        Map<String, String> headers = new TreeMap<>();
        Map<String, String> versions = new LinkedHashMap<>();
        for (var name = json.nextName(); name != null; name = json.nextName()) {
            json.nextToken();
            switch (name) {
                case "headers" -> readHeaders(json, headers);
                case "versions" -> readHeaders(json, versions);
                default -> throw unknown(json, name);
            }
        }
        return new Change.Dated(
                host,
                path,
                headers,
                versions.entrySet().stream()
                        .map(each -> new Change.Dated.Version(Instant.parse(each.getKey()), each.getValue()))
                        .toList());
    }

    private static Change readGone(JsonParser json, String host, String path) {
        List<Blob> page = new ArrayList<>(1);
        for (var name = json.nextName(); name != null; name = json.nextName()) {
            json.nextToken();
            if (!name.equals("page")) {
                throw unknown(json, name);
            }
            page.add(readBlob(json));
        }
        return new Change.Gone(host, path, page.stream().findFirst());
    }

    private static Blob readBlob(JsonParser json) {
        var digest = Digest.NONE;
        long size = 0;
        for (var name = json.nextName(); name != null; name = json.nextName()) {
            json.nextToken();
            switch (name) {
                case "sha256" -> digest = Digest.parse(json.getString());
                case "size" -> size = json.getLongValue();
                default -> throw unknown(json, name);
            }
        }
        return new Blob(digest, size);
    }

    private static void expect(JsonParser json, JsonToken found, JsonToken expected) {
        if (found != expected) {
            throw new StreamReadException(json, "expected " + expected + ", found " + found);
        }
    }

    private static StreamReadException unknown(JsonParser json, String name) {
        return new StreamReadException(json, "“" + name + "” is not known here; a newer version may have written it");
    }
}
