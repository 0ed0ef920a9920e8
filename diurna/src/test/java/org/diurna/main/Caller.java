package org.diurna.main;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A program that speaks to the management API with a token. */
final class Caller {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final HttpClient client = HttpClient.newHttpClient();
    private final String address;
    private final String token;

    Caller(String address, String token) {
        this.address = address;
        this.token = token;
    }

    /** Sends JSON; an empty text sends no body. Fields of the head are names and values in turn. */
    HttpResponse<String> call(String method, String path, String body, String... fields) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(address + "/api/v1" + path));
        if (!token.isEmpty()) {
            request.header("Authorization", "Bearer " + token);
        }
        if (!body.isEmpty()) {
            request.header("Content-Type", "application/json");
        }
        for (int at = 0; at < fields.length; at += 2) {
            request.header(fields[at], fields[at + 1]);
        }
        return send(request.method(
                        method,
                        body.isEmpty()
                                ? HttpRequest.BodyPublishers.noBody()
                                : HttpRequest.BodyPublishers.ofString(body))
                .build());
    }

    String token() {
        return token;
    }

    HttpResponse<String> get(String path) {
        return call("GET", path, "");
    }

    /** Sends a request with the token. */
    HttpResponse<String> ask(HttpRequest request) {
        return send(HttpRequest.newBuilder(request, (_, _) -> true)
                .header("Authorization", "Bearer " + token)
                .build());
    }

    HttpResponse<String> send(HttpRequest request) {
        try {
            return client.send(request, BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    static JsonNode json(HttpResponse<String> answer) {
        return JSON.readTree(answer.body());
    }
}
