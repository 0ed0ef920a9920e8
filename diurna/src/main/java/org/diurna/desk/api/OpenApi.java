package org.diurna.desk.api;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.diurna.house.Language;
import org.diurna.house.Words;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Writes the document of the API (OpenAPI 3.1.1) from its calls. */
public final class OpenApi {
    private static final Words ENGLISH = Words.of("openapi", Language.of("en"));

    /** Characters of an {@code Idempotency-Key}. */
    static final int KEY_MAX = 200;

    private final ObjectNode schemas = Reading.JSON.createObjectNode();

    private OpenApi() {}

    /** The document, with a line for each of its values. */
    public static String write(List<Call> calls) {
        return Reading.JSON.writerWithDefaultPrettyPrinter().writeValueAsString(new OpenApi().document(calls)) + "\n";
    }

    private ObjectNode document(List<Call> calls) {
        ObjectNode doc = Reading.JSON.createObjectNode();
        doc.put("openapi", "3.1.1");
        doc.putObject("info")
                .put("title", "Diurna management API")
                .put("version", "1")
                .put("description", ENGLISH.say("document.about"))
                .putObject("license")
                .put("name", "Apache License 2.0")
                .put("identifier", "Apache-2.0");
        doc.putArray("servers").addObject().put("url", Calls.ROOT).put("description", "the desk's own port");
        doc.putArray("security").addObject().putArray("token");
        ArrayNode groups = doc.putArray("tags");
        new TreeSet<>(calls.stream().map(Call::group).collect(Collectors.toSet()))
                .forEach(group ->
                        groups.addObject().put("name", group).put("description", ENGLISH.say("group." + group)));
        ObjectNode paths = doc.putObject("paths");
        Map<String, List<Call>> byPath =
                calls.stream().collect(Collectors.groupingBy(Call::path, TreeMap::new, Collectors.toList()));
        byPath.forEach((path, there) -> {
            ObjectNode item = paths.putObject(path);
            there.forEach(call -> operation(item.putObject(call.method().toLowerCase(java.util.Locale.ROOT)), call));
        });
        ObjectNode components = doc.putObject("components");
        components
                .putObject("securitySchemes")
                .putObject("token")
                .put("type", "http")
                .put("scheme", "bearer")
                .put("description", ENGLISH.say("document.token"));
        ObjectNode sorted = components.putObject("schemas");
        new TreeSet<>(schemas.propertyNames()).forEach(name -> sorted.set(name, schemas.get(name)));
        return doc;
    }

    private void operation(ObjectNode node, Call call) {
        node.put("operationId", call.name());
        node.putArray("tags").add(call.group());
        node.put("summary", call.about());
        if (call.access() == Call.Access.ANYBODY) {
            node.putArray("security");
        }
        parameters(node, call);
        switch (call.body()) {
            case Call.Body.None _ -> {}
            case Call.Body.Json(var shape) -> {
                ObjectNode body = node.putObject("requestBody").put("required", true);
                schema(body.putObject("content").putObject(Answer.JSON).putObject("schema"), shape);
            }
            case Call.Body.File(var max) -> {
                ObjectNode body = node.putObject("requestBody").put("required", true);
                body.put("description", "the bytes of the file, at most " + max);
                body.putObject("content").putObject("application/octet-stream");
            }
        }
        replies(node.putObject("responses"), call);
    }

    private void parameters(ObjectNode node, Call call) {
        ArrayNode parameters = Reading.JSON.createArrayNode();
        call.names().forEach(name -> {
            ObjectNode parameter = parameter(parameters, name, "path", ENGLISH.say("part." + name))
                    .put("required", true);
            parameter.putObject("schema").put("type", "string");
        });
        for (Shape.Field field : call.query()) {
            ObjectNode parameter = parameter(parameters, field.name(), "query", field.about())
                    .put("required", field.presence() == Shape.Presence.NEEDED);
            schema(parameter.putObject("schema"), field.shape());
        }
        if (call.naming() == Call.Naming.SEEN_VERSION) {
            parameter(parameters, "If-Match", "header", ENGLISH.say("document.if-match"))
                    .put("required", true)
                    .putObject("schema")
                    .put("type", "string");
        }
        if (call.method().equals("GET")) {
            parameter(parameters, "If-None-Match", "header", ENGLISH.say("document.if-none-match"))
                    .putObject("schema")
                    .put("type", "string");
        }
        if (call.method().equals("POST")) {
            parameter(parameters, "Idempotency-Key", "header", ENGLISH.say("document.key"))
                    .putObject("schema")
                    .put("type", "string")
                    .put("maxLength", KEY_MAX);
        }
        if (!parameters.isEmpty()) {
            node.set("parameters", parameters);
        }
    }

    private static ObjectNode parameter(ArrayNode parameters, String name, String in, String about) {
        return parameters.addObject().put("name", name).put("in", in).put("description", about);
    }

    private void replies(ObjectNode responses, Call call) {
        for (Call.Reply reply : call.replies()) {
            ObjectNode response = responses.putObject(Integer.toString(reply.status()));
            response.put("description", reply.about());
            ObjectNode content = response.putObject("content").putObject(reply.type());
            reply.shape().ifPresent(shape -> schema(content.putObject("schema"), shape));
            if (call.access() == Call.Access.TOKEN) {
                header(response, "ETag", ENGLISH.say("document.etag"));
            }
            if (reply.status() == 201) {
                header(response, "Location", ENGLISH.say("document.location"));
            }
        }
        if (call.method().equals("GET")) {
            responses.putObject("304").put("description", ENGLISH.say("document.not-modified"));
        }
        Map<Integer, List<Trouble>> troubles = call.troubles().stream()
                .collect(Collectors.groupingBy(Trouble::status, TreeMap::new, Collectors.toList()));
        troubles.forEach((status, kinds) -> {
            ObjectNode response = responses.putObject(Integer.toString(status));
            response.put(
                    "description",
                    kinds.stream()
                            .map(kind -> Words.of("api", Language.of("en")).say("trouble." + kind.word()))
                            .collect(Collectors.joining("; ")));
            schema(response.putObject("content").putObject(Answer.PROBLEM).putObject("schema"), Answer.PROBLEM_SHAPE);
        });
    }

    private static void header(ObjectNode response, String name, String about) {
        ObjectNode headers =
                response.path("headers") instanceof ObjectNode there ? there : response.putObject("headers");
        headers.putObject(name).put("description", about).putObject("schema").put("type", "string");
    }

    private void schema(ObjectNode node, Shape shape) {
        switch (shape) {
            case Shape.Text text -> {
                node.put("type", "string").put("maxLength", text.max());
                text.pattern().ifPresent(pattern -> node.put("pattern", "^(?:" + pattern + ")$"));
            }
            case Shape.Whole whole ->
                node.put("type", "integer").put("minimum", whole.min()).put("maximum", whole.max());
            case Shape.Flag _ -> node.put("type", "boolean");
            case Shape.Word word -> {
                ArrayNode words = node.put("type", "string").putArray("enum");
                word.words().forEach(words::add);
            }
            case Shape.Row row ->
                schema(node.put("type", "array").put("maxItems", row.max()).putObject("items"), row.each());
            case Shape.ByLanguage _ -> {
                node.put("type", "object").putObject("propertyNames").put("pattern", "^(?:" + Shape.TAG + ")$");
                schema(node.putObject("additionalProperties"), Shape.LINE);
            }
            case Shape.Open open -> node.put("type", "object").put("description", open.about());
            case Shape.Thing thing -> {
                node.put("$ref", "#/components/schemas/" + thing.name());
                named(thing);
            }
        }
    }

    private void named(Shape.Thing thing) {
        if (schemas.has(thing.name())) {
            return;
        }
        ObjectNode node = schemas.putObject(thing.name());
        node.put("type", "object").put("description", thing.about()).put("additionalProperties", false);
        ArrayNode needed = Reading.JSON.createArrayNode();
        ObjectNode properties = node.putObject("properties");
        for (Shape.Field field : thing.fields()) {
            ObjectNode property = properties.putObject(field.name());
            schema(property, field.shape());
            property.put("description", field.about());
            if (field.presence() == Shape.Presence.NEEDED) {
                needed.add(field.name());
            }
        }
        if (!needed.isEmpty()) {
            node.set("required", needed);
        }
    }
}
