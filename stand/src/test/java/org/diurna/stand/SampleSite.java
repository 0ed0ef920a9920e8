package org.diurna.stand;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;

/** A small site with one of everything, for {@code stand.txt}. */
final class SampleSite {
    static final String HOST = "mfa.localhost";
    static final String VISIT = "The minister visited the harbour.\n";
    static final String HTML = "text/html; charset=utf-8";
    static final String MODIFIED = "Tue, 24 Nov 2026 10:00:00 GMT";

    private SampleSite() {}

    static void lay(Shelf shelf) {
        var photo = Map.of("Last-Modified", MODIFIED, "Cache-Control", "public, max-age=31536000, immutable");
        shelf.turn(
                shelf.last(),
                Instant.EPOCH,
                List.of(
                        page(shelf, "/en/", 200, "Home\n", Map.of()),
                        page(shelf, "/en/7/visit", 200, VISIT, Map.of("Last-Modified", MODIFIED)),
                        file(shelf, "/media/abc/photo.jpg", "image/jpeg", bytes("0123456789".repeat(10)), photo),
                        file(shelf, "/media/big/film.bin", "application/octet-stream", new byte[1_000_000], Map.of()),
                        file(shelf, "/empty.txt", "text/plain", new byte[0], Map.of()),
                        file(
                                shelf,
                                "/en/7/visit/edition.json",
                                "application/json",
                                bytes("{}"),
                                Map.of("Access-Control-Allow-Origin", "*")),
                        page(shelf, "/café", 200, "coffee\n", Map.of()),
                        new Change.Move(HOST, "/en/7/old-slug", "/en/7/visit", 301),
                        new Change.Move(HOST, "/pressreleasepage.aspx?prid=123", "/en/7/visit", 308),
                        new Change.Move(HOST, "/oldpage.html", "https://elsewhere.example/", 302),
                        page(shelf, "/en/8/withdrawn", 410, "This release was withdrawn.\n", Map.of()),
                        new Change.Dated(
                                HOST,
                                "/en/7/timegate",
                                Map.of("Link", "</en/7/visit>; rel=\"original\""),
                                List.of(
                                        new Change.Dated.Version(Instant.parse("2026-03-04T09:00:00Z"), "/en/7/1"),
                                        new Change.Dated.Version(Instant.parse("2026-03-05T09:00:00Z"), "/en/7/2"))),
                        new Change.Gone(HOST, "/en/9/erased"),
                        new Change.Gone(HOST, "/en/10/erased", Optional.of(shelf.lay(bytes("A tombstone.\n")))),
                        page(shelf, "/-/404", 404, "No such page, says the office.\n", Map.of()),
                        page(shelf, "/sr-latn/-/404", 404, "Nema takve strane.\n", Map.of()),
                        page(shelf, "/-/410", 410, "Gone, says the office.\n", Map.of()),
                        page(shelf, "/-/503", 503, "Not available just now, says the office.\n", Map.of()),
                        new Change.Move("old.localhost", Change.Move.WHOLE_HOST, "https://mfa.localhost:8443", 308),
                        new Change.Put(
                                "old.localhost",
                                "/en/",
                                HTML,
                                Map.of(),
                                Map.of(Coding.IDENTITY, shelf.lay(bytes("Left behind\n")))),
                        new Change.Put(
                                "belgrade.localhost",
                                "/en/",
                                HTML,
                                Map.of(),
                                Map.of(Coding.IDENTITY, shelf.lay(bytes("Belgrade\n"))))));
    }

    static Change.Put page(Shelf shelf, String path, int status, String text, Map<String, String> headers) {
        var laid = shelf.lay(List.of(bytes(text), gzip(bytes(text)), bytes("BR:" + text)));
        return new Change.Put(
                HOST,
                path,
                HTML,
                status,
                headers,
                Map.of(Coding.IDENTITY, laid.get(0), Coding.GZIP, laid.get(1), Coding.BR, laid.get(2)));
    }

    static Change.Put file(Shelf shelf, String path, String type, byte[] bytes, Map<String, String> headers) {
        return new Change.Put(HOST, path, type, headers, Map.of(Coding.IDENTITY, shelf.lay(bytes)));
    }

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] gzip(byte[] bytes) {
        var out = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(out)) {
            gzip.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}
