package org.diurna.counter;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/** What the counter answers. */
record Answer(int status, Map<String, String> headers, byte[] body) {
    /** Nothing runs, nothing is loaded from elsewhere, no other page shows this one. */
    private static final String CONTENT_POLICY =
            "default-src 'none'; img-src 'self'; style-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri"
                    + " 'none'";

    static Answer page(int status, String html) {
        return of(status, "text/html; charset=utf-8", html.getBytes(StandardCharsets.UTF_8));
    }

    static Answer of(int status, String type, byte[] body) {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("Content-Type", type);
        headers.put("Content-Security-Policy", CONTENT_POLICY);
        headers.put("Cache-Control", "no-store");
        // the address of a request is its key
        headers.put("Referrer-Policy", "no-referrer");
        headers.put("X-Robots-Tag", "noindex");
        return new Answer(status, headers, body);
    }

    static Answer seeOther(String path) {
        return of(303, "text/plain; charset=utf-8", new byte[0]).with("Location", path);
    }

    Answer with(String name, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(name, value);
        return new Answer(status, more, body);
    }
}
