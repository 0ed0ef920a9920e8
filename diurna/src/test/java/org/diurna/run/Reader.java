package org.diurna.run;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A reader of the public site, who follows every address that any page names. */
final class Reader implements AutoCloseable {
    private static final Pattern ADDRESS = Pattern.compile("(?:href=\"|src=\"|<loc>|Sitemap: )([^\"<\\s]+)");

    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();
    private final int port;

    Reader(Installation house) {
        this.port = house.stand.orElseThrow().port();
    }

    HttpResponse<byte[]> get(String host, String path) {
        return send(path, HttpRequest.newBuilder(URI.create("http://" + host + ":" + port + path)));
    }

    HttpResponse<byte[]> get(String path, String header, String value) {
        return send(
                path,
                HttpRequest.newBuilder(URI.create("http://" + Lomara.HOST + ":" + port + path))
                        .header(header, value));
    }

    private HttpResponse<byte[]> send(String path, HttpRequest.Builder request) {
        try {
            return client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
        } catch (IOException e) {
            throw new AssertionError("GET " + path, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted", e);
        }
    }

    HttpResponse<byte[]> get(String path) {
        return get(Lomara.HOST, path);
    }

    String text(String path) {
        return new String(get(path).body(), StandardCharsets.UTF_8);
    }

    int status(String path) {
        return get(path).statusCode();
    }

    /** Every page of the office's host that can be reached from these, by path. */
    Map<String, String> crawl(String... from) {
        Map<String, String> seen = new LinkedHashMap<>();
        Deque<String> ahead = new ArrayDeque<>(java.util.List.of(from));
        while (!ahead.isEmpty()) {
            String path = ahead.poll();
            if (seen.containsKey(path)) {
                continue;
            }
            HttpResponse<byte[]> answer = get(path);
            String body = new String(answer.body(), StandardCharsets.UTF_8);
            seen.put(path, answer.statusCode() + "\n" + answer.headers().map() + "\n" + body);
            answer.headers().firstValue("Location").ifPresent(to -> local(path, to, ahead));
            Matcher addresses = ADDRESS.matcher(body);
            while (addresses.find()) {
                local(path, addresses.group(1).replace("&amp;", "&"), ahead);
            }
        }
        return seen;
    }

    private void local(String base, String address, Deque<String> ahead) {
        URI uri = URI.create("http://" + Lomara.HOST + ":" + port + base).resolve(address);
        if (Lomara.HOST.equals(uri.getHost()) && uri.getPort() == port) {
            ahead.add(uri.getRawPath());
        }
    }

    @Override
    public void close() {
        client.close();
    }
}
