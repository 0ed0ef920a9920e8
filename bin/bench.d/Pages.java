import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import org.diurna.stand.Blob;
import org.diurna.stand.Change;
import org.diurna.stand.Coding;
import org.diurna.stand.FolderShelf;

/** Makes pages like those of a press office, about 25 KB each, on a shelf and as a tree of files for another server. */
public final class Pages {
    private static final String HOST = "bench.localhost";
    private static final int BATCH = 250;
    private static final int BYTES = 25_000;
    private static final String[] WORDS = ("the of and to in for on with ministry minister foreign affairs lomara press "
                    + "release today cooperation agreement meeting bilateral regional partners government republic "
                    + "ambassador delegation discussed strengthening economic cultural exchange programme citizens "
                    + "support international community security peace development sustainable framework signed visit "
                    + "official statement welcomed progress commitment shared values trade investment education energy "
                    + "transition climate water health research students harbour valley river province council")
            .split(" ");
    /** What the stand adds by itself; the other server is told to send the same. */
    private static final String HEADERS = """
            Cache-Control: public, max-age=60, no-transform
            Content-Security-Policy: default-src 'none'; img-src 'self' data:; media-src 'self'; style-src 'self'; \
            font-src 'self'; script-src 'self'; connect-src 'self'; manifest-src 'self'; form-action 'self'; \
            base-uri 'none'; frame-ancestors 'none'
            X-Content-Type-Options: nosniff
            Referrer-Policy: strict-origin-when-cross-origin
            Permissions-Policy: camera=(), geolocation=(), microphone=(), payment=(), usb=(), browsing-topics=()
            Cross-Origin-Opener-Policy: same-origin
            """;

    private Pages() {}

    public static void main(String[] arguments) throws IOException {
        var shelfFolder = Path.of(arguments[0]);
        var tree = Path.of(arguments[1]);
        int count = Integer.parseInt(arguments[2]);
        var random = new Random(20_261_125);
        try (var shelf = FolderShelf.openOrFound(shelfFolder)) {
            for (int from = 0; from < count; from += BATCH) {
                var bytes = new ArrayList<byte[]>();
                for (int number = from; number < Math.min(count, from + BATCH); number++) {
                    var page = page(number, random);
                    bytes.add(page);
                    bytes.add(gzip(page));
                    var folder = Files.createDirectories(tree.resolve("en/%08d".formatted(number)));
                    Files.write(folder.resolve("release.html"), page);
                    Files.write(folder.resolve("release.html.gz"), bytes.getLast());
                }
                shelf.turn(shelf.last(), Instant.EPOCH, changes(from, shelf.lay(bytes)));
            }
        }
        Files.writeString(Path.of(tree + ".headers"), HEADERS);
    }

    private static List<Change> changes(int from, List<Blob> blobs) {
        var changes = new ArrayList<Change>();
        for (int i = 0; i < blobs.size(); i += 2) {
            changes.add(new Change.Put(
                    HOST,
                    "/en/%08d/release.html".formatted(from + i / 2),
                    "text/html; charset=utf-8",
                    Map.of("Last-Modified", "Wed, 25 Nov 2026 10:00:00 GMT"),
                    Map.of(Coding.IDENTITY, blobs.get(i), Coding.GZIP, blobs.get(i + 1))));
        }
        return changes;
    }

    private static byte[] page(int number, Random random) {
        var text = new StringBuilder("<!doctype html><html lang=en><meta charset=utf-8><title>Release ").append(number);
        text.append("</title><link rel=stylesheet href=/style.css><main><h1>Press release ").append(number);
        while (text.length() < BYTES) {
            text.append("</h1><p>");
            for (int word = 0; word < 80; word++) {
                text.append(WORDS[random.nextInt(WORDS.length)]).append(word % 17 == 16 ? ". " : " ");
                if (random.nextInt(12) == 0) {
                    text.append(random.nextInt(100_000)).append(' ');
                }
            }
            text.append("</p><h2>Section ").append(random.nextInt(1000)).append("</h2><h1>");
        }
        return text.append("</h1></main></html>").toString().getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] gzip(byte[] bytes) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(out)) {
            gzip.write(bytes);
        }
        return out.toByteArray();
    }
}
