package org.diurna.main;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.diurna.staff.Members;
import org.diurna.staff.Person;
import org.diurna.staff.Staff;

/** A browser without a window: keeps cookies, sends forms with the token of the page it saw last. */
final class Visitor {
    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

    private final String address;
    private final CookieManager cookies = new CookieManager();
    private final HttpClient client;
    private String token = "";
    private String forwarded = "";

    Visitor(String address) {
        this.address = address;
        this.client = HttpClient.newBuilder().cookieHandler(cookies).build();
    }

    /** The same cookies at another port, as after a restart. */
    Visitor at(String other) {
        Visitor visitor = new Visitor(other);
        cookies.getCookieStore().getCookies().forEach(cookie -> {
            HttpCookie copy = new HttpCookie(cookie.getName(), cookie.getValue());
            copy.setPath("/");
            copy.setVersion(0);
            visitor.cookies.getCookieStore().add(URI.create(other), copy);
        });
        return visitor;
    }

    /** As if through a proxy that says so. */
    Visitor forwarded(String addresses) {
        forwarded = addresses;
        return this;
    }

    HttpResponse<String> get(String path) {
        return send(HttpRequest.newBuilder(URI.create(path.startsWith("http") ? path : address + path))
                .header("Accept", "text/html")
                .build());
    }

    /** Follows redirections until a page comes; for ways through a provider. */
    HttpResponse<String> follow(String path) {
        HttpResponse<String> answer = get(path);
        for (int hops = 0; hops < 10 && answer.statusCode() / 100 == 3; hops++) {
            String to = answer.headers().firstValue("Location").orElseThrow();
            answer = get(answer.uri().resolve(to).toString());
        }
        return answer;
    }

    HttpResponse<String> post(String path, String... fields) {
        List<String> form = new ArrayList<>(List.of("_csrf=" + encoded(token)));
        for (int at = 0; at < fields.length; at += 2) {
            form.add(encoded(fields[at]) + "=" + encoded(fields[at + 1]));
        }
        return send(HttpRequest.newBuilder(URI.create(path.startsWith("http") ? path : address + path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(String.join("&", form)))
                .build());
    }

    HttpResponse<String> json(String method, String path, String body) {
        return send(HttpRequest.newBuilder(URI.create(address + path))
                .header("Content-Type", "application/json")
                .header("X-CSRF-TOKEN", token)
                .method(method, HttpRequest.BodyPublishers.ofString(body))
                .build());
    }

    /** Sends a part of a file. */
    HttpResponse<String> part(String path, long offset, byte[] bytes) {
        return send(HttpRequest.newBuilder(URI.create(address + path))
                .header("Content-Type", "application/partial-upload")
                .header("Upload-Offset", Long.toString(offset))
                .header("X-CSRF-TOKEN", token)
                .method("PATCH", HttpRequest.BodyPublishers.ofByteArray(bytes))
                .build());
    }

    /** Sends a file as a form does, with one more field. */
    HttpResponse<String> upload(String path, String name, byte[] file, String field, String value) {
        String border = "border-of-parts";
        String head = "--" + border + "\r\nContent-Disposition: form-data; name=\"_csrf\"\r\n\r\n" + token
                + "\r\n--" + border + "\r\nContent-Disposition: form-data; name=\"" + field + "\"\r\n\r\n" + value
                + "\r\n--" + border + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + name
                + "\"\r\nContent-Type: application/octet-stream\r\n\r\n";
        List<byte[]> parts = List.of(
                head.getBytes(StandardCharsets.UTF_8),
                file,
                ("\r\n--" + border + "--\r\n").getBytes(StandardCharsets.UTF_8));
        return send(HttpRequest.newBuilder(URI.create(address + path))
                .header("Content-Type", "multipart/form-data; boundary=" + border)
                .POST(HttpRequest.BodyPublishers.ofByteArrays(parts))
                .build());
    }

    HttpResponse<byte[]> bytes(String path) {
        try {
            return client.send(
                    HttpRequest.newBuilder(URI.create(address + path)).build(), BodyHandlers.ofByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private HttpResponse<String> send(HttpRequest request) {
        try {
            HttpRequest sent = forwarded.isEmpty()
                    ? request
                    : HttpRequest.newBuilder(request, (_, _) -> true)
                            .header("X-Forwarded-For", forwarded)
                            .build();
            HttpResponse<String> answer = client.send(sent, BodyHandlers.ofString());
            Matcher found = TOKEN.matcher(answer.body());
            if (found.find()) {
                token = found.group(1);
            }
            return answer;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Signs in with password and code. */
    Visitor signIn(Staff staff, Person person) {
        get("/sign-in");
        post("/sign-in", "mail", person.mail(), "password", Members.PASSWORD, "then", "/");
        HttpResponse<String> answer =
                post("/sign-in/code", "code", Members.code(staff, person.id()), "then", "/account");
        if (answer.statusCode() != 303) {
            throw new AssertionError(person.name() + " was not signed in: " + answer.statusCode());
        }
        get("/account");
        return this;
    }

    Optional<String> cookie() {
        return cookies.getCookieStore().getCookies().stream()
                .map(HttpCookie::getValue)
                .findFirst();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
