package org.diurna.run.archive;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.diurna.stand.Change;
import org.diurna.stand.PastSite;
import org.diurna.stand.Shelf;
import org.diurna.stand.Turn;
import org.jsoup.Jsoup;
import org.netpreserve.jwarc.WaczWriter;

/**
 * Writes what a crawler would have recorded that asked the stand for each address in the very moment when it changed.
 * A file whose name ends with {@code .wacz} holds the records, their index and the list of pages; any other is the
 * records alone, compressed one by one.
 *
 * <p>A file is there whole or not at all. What was gone from the public by the end of the time is in it all the same:
 * after an erasure such files have to be written again. What cannot be written is an {@link UncheckedIOException}.
 */
public final class WebArchive {
    private static final Pattern NAMED = Pattern.compile("[\"'( ](/(?:media|assets)/[0-9a-f]{64}/[^\"')\\s<>]+)");

    private final Shelf shelf;
    private final String scheme;
    private final int port;

    /**
     * @param scheme {@code https} or {@code http}, of the addresses of the site
     * @param port of them; the usual one of the scheme is not written
     */
    public WebArchive(Shelf shelf, String scheme, int port) {
        this.shelf = shelf;
        this.scheme = scheme;
        this.port = port;
    }

    /** How much was written: answers with their bytes, answers whose bytes had been written before, proofs. */
    public record Written(long responses, long revisits, long proofs) {}

    /** All that changed on this day in UTC. */
    public Written day(LocalDate day, Path file) {
        long before = PastSite.lastTurn(
                shelf, day.atStartOfDay().toInstant(ZoneOffset.UTC).minusNanos(1));
        long last = PastSite.lastTurn(
                shelf, day.plusDays(1).atStartOfDay().toInstant(ZoneOffset.UTC).minusNanos(1));
        return write(before + 1, last, "everything that changed on " + day, file, _ -> true);
    }

    /** All that ever was at the addresses of this release, with the pictures and style sheets that its pages name. */
    public Written release(String id, Path file) {
        Pattern own = Pattern.compile("/[^/]+/" + Pattern.quote(id) + "(?:/.*)?");
        Set<String> named = new HashSet<>();
        for (long number = 1; number <= shelf.last(); number++) {
            for (Change change : shelf.journal(number).changes()) {
                if (own.matcher(change.path()).matches() && change instanceof Change.Put put && isText(put)) {
                    named(put, named);
                }
            }
        }
        return write(
                1,
                shelf.last(),
                "release " + id,
                file,
                change -> own.matcher(change.path()).matches() || named.contains(change.host() + change.path()));
    }

    private void named(Change.Put put, Set<String> named) {
        String text = new String(shelf.read(put.identity().digest()), StandardCharsets.UTF_8);
        Matcher paths = NAMED.matcher(text);
        while (paths.find()) {
            named.add(put.host() + paths.group(1));
        }
    }

    private static boolean isText(Change.Put put) {
        return put.status() == 200
                && (put.type().startsWith("text/html") || put.type().startsWith("application/json"));
    }

    private Written write(long first, long last, String what, Path file, Predicate<Change> wanted) {
        try {
            // beside it and not as a temporary file, which nobody else may read
            Path temporary = file.resolveSibling("." + file.getFileName() + ".new");
            // one that was killed may have left it
            Files.deleteIfExists(temporary);
            Files.createFile(temporary);
            try {
                Written written = records(first, last, what, file, wanted, temporary);
                Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
                return written;
            } finally {
                Files.deleteIfExists(temporary);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "cannot write " + file + " (" + e + "); see that its folder is there, writable and has room", e);
        }
    }

    private Written records(long first, long last, String what, Path file, Predicate<Change> wanted, Path temporary)
            throws IOException {
        boolean packed = file.toString().endsWith(".wacz");
        Path warc = packed ? Files.createTempFile(temporary.getParent(), "records", ".warc.gz") : temporary;
        try (Pages pages = packed ? new Wacz(temporary) : new NoPages()) {
            Written written;
            try (Records records = new Records(warc, scheme, port)) {
                records.about(file.getFileName().toString(), what);
                for (long number = first; number <= last; number++) {
                    turn(shelf.journal(number), wanted, records, pages);
                }
                written = records.written();
            }
            pages.finish(warc);
            return written;
        } finally {
            if (packed) {
                Files.deleteIfExists(warc);
            }
        }
    }

    private void turn(Turn turn, Predicate<Change> wanted, Records records, Pages pages) throws IOException {
        if (turn.changes().stream().noneMatch(wanted)) {
            return;
        }
        try (PastSite site = PastSite.changedBy(shelf, turn)) {
            for (Change change : site.changes()) {
                if (wanted.test(change)) {
                    PastSite.Answer answer = site.answer(change.host(), change.path());
                    records.response(change, turn.at(), answer);
                    if (change.path().endsWith("/edition.json") && answer.status() == 200) {
                        proof(site, change, turn, records);
                    }
                    page(records.address(change), turn, answer, pages);
                }
            }
        }
    }

    private static void proof(PastSite site, Change change, Turn turn, Records records) throws IOException {
        String path = change.path().replaceFirst("edition\\.json$", "edition.tlog-proof");
        PastSite.Answer proof = site.answer(change.host(), path);
        if (proof.status() == 200) {
            records.proof(change, turn.at(), proof.body());
        }
    }

    /** Pages that people look for; editions, histories and errors are found from them. */
    private static void page(String address, Turn turn, PastSite.Answer answer, Pages pages) throws IOException {
        Map<String, String> headers = answer.headers();
        boolean html = headers.getOrDefault("Content-Type", "").startsWith("text/html");
        if (html && answer.status() == 200 && !headers.containsKey("X-Robots-Tag")) {
            String title = Jsoup.parse(new String(answer.body(), StandardCharsets.UTF_8))
                    .title();
            pages.add(address, turn, title);
        }
    }

    /** The list of pages, where the file has one. */
    private sealed interface Pages extends AutoCloseable {
        void add(String address, Turn turn, String title) throws IOException;

        void finish(Path warc) throws IOException;

        @Override
        void close();
    }

    private record NoPages() implements Pages {
        @Override
        public void add(String address, Turn turn, String title) {
            // the records alone name no pages
        }

        @Override
        public void finish(Path warc) {
            // the records are the file
        }

        @Override
        public void close() {
            // nothing was opened
        }
    }

    private static final class Wacz implements Pages {
        private final WaczWriter writer;

        Wacz(Path file) throws IOException {
            writer = new WaczWriter(file);
            writer.setAutoPages(false);
            writer.set("software", "Diurna");
        }

        @Override
        public void add(String address, Turn turn, String title) throws IOException {
            writer.addPage(address, turn.at(), title);
        }

        @Override
        public void finish(Path warc) throws IOException {
            writer.writeResource("archive/data.warc.gz", warc);
            writer.finish();
        }

        @Override
        public void close() {
            try {
                writer.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
