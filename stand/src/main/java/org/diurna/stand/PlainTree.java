package org.diurna.stand;

import java.io.IOException;
import java.io.OutputStream;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/**
 * Writes a past site as a plain tree for any web server or mirror: {@code <host>/<path>}, the bytes in no coding, with
 * {@code .gz} and {@code .br} beside them where they were laid. A page whose address has no ending lies in
 * {@code <path>.html}, one whose address ends with a slash in {@code index.html} below it.
 *
 * <p>Pages that say 404, 410 or 503 lie in {@code <host>/.diurna}, and so do the few whose names no file can have, so
 * that a server that knows nothing of statuses answers "not found" and never "here it is" for what was taken away.
 * {@code site.jsonl} tells of every address its status, headers, file and digest; {@code nginx.conf} makes of it a site
 * that answers like the stand.
 */
public final class PlainTree {
    /** Where the files are that lie at no address of their own. */
    static final String HIDDEN = ".diurna";

    private static final int NAME_BYTES_MAX = 240;
    private static final JsonFactory JSON = new JsonFactory();

    private final Path folder;
    private final PastSite site;
    private final NginxText nginx = new NginxText();
    private final Set<String> taken = new HashSet<>();
    private final Set<String> left = new HashSet<>();
    private long files;
    private long bytes;

    private PlainTree(PastSite site, Path folder) {
        this.site = site;
        this.folder = folder;
    }

    /** What was written: addresses of the site, files of the tree and their bytes, without the two of the tree itself. */
    public record Written(long addresses, long files, long bytes) {}

    /**
     * Writes it.
     *
     * @param folder is made; may be there already, but empty
     * @throws ShelfUnavailable when the folder cannot be written, or holds something
     */
    public static Written write(PastSite site, Path folder) {
        try {
            Files.createDirectories(folder);
            try (var there = Files.list(folder)) {
                if (there.findAny().isPresent()) {
                    throw new ShelfUnavailable(
                            folder + " is not empty; name a new folder, so that nothing of another day is among it",
                            ShelfUnavailable.Retry.IS_USELESS);
                }
            }
            return new PlainTree(site, folder).write();
        } catch (IOException e) {
            throw new ShelfUnavailable(
                    "cannot write the tree " + folder + " (" + e + "); see that it is writable and has room",
                    ShelfUnavailable.Retry.MAKES_SENSE,
                    e);
        }
    }

    private Written write() throws IOException {
        site.changes().forEach(change -> {
            if (change instanceof Change.Move move && move.ofWholeHost()) {
                left.add(move.host());
            }
        });
        // folders first: where an address is both a file and the beginning of others, the file gives way
        site.changes().stream()
                .filter(change -> change instanceof Change.Put || change instanceof Change.Gone)
                .forEach(change -> reserve(change.host(), change.path()));
        try (OutputStream list = Files.newOutputStream(folder.resolve("site.jsonl"))) {
            for (var change : site.changes()) {
                list.write(line(change));
                list.write('\n');
            }
        }
        Files.writeString(folder.resolve("nginx.conf"), nginx.text());
        return new Written(site.changes().size(), files, bytes);
    }

    private void reserve(String host, String path) {
        for (int slash = path.indexOf('/', 1); slash > 0; slash = path.indexOf('/', slash + 1)) {
            taken.add(host + decoded(path.substring(0, slash)));
        }
    }

    private byte[] line(Change change) throws IOException {
        var answer = site.answer(change.host(), change.path());
        var headers = kept(answer);
        var line = new java.io.ByteArrayOutputStream(512);
        try (var json = JSON.createGenerator(ObjectWriteContext.empty(), line)) {
            json.writeStartObject();
            json.writeStringProperty("host", change.host());
            json.writeStringProperty("path", change.path());
            json.writeNumberProperty("status", answer.status());
            json.writeObjectPropertyStart("headers");
            headers.forEach(json::writeStringProperty);
            json.writeEndObject();
            switch (change) {
                case Change.Move move when move.ofWholeHost() -> nginx.host(move.host(), move.status(), move.to());
                // whatever lies at a host that was left, its readers are sent on
                case Change _ when left.contains(change.host()) -> {}
                case Change.Move move -> nginx.move(move.host(), move.path(), move.status(), move.to());
                // a server of plain files cannot choose by date; the newest is what it answers without one
                case Change.Dated dated ->
                    nginx.move(
                            dated.host(),
                            dated.path(),
                            302,
                            dated.versions().getLast().to());
                case Change.Put _, Change.Gone _ -> {
                    var file = lay(change, answer, json);
                    nginx.page(change.host(), change.path(), answer.status(), file, headers);
                }
            }
            json.writeEndObject();
        }
        return line.toByteArray();
    }

    /** What a server needs to be told; it computes lengths, tags and codings itself. */
    private static Map<String, String> kept(PastSite.Answer answer) {
        var headers = new TreeMap<>(answer.headers());
        headers.keySet().removeAll(Set.of("Content-Length", "ETag", "Accept-Ranges", "Vary"));
        return headers;
    }

    /** Writes the bytes and says where: a path below the folder of the host, with {@code /} at its beginning. */
    private String lay(Change change, PastSite.Answer answer, JsonGenerator json) throws IOException {
        var type = answer.headers().getOrDefault("Content-Type", "");
        var name = name(change, answer, type.startsWith("text/html"));
        var file = folder.resolve(change.host() + name);
        if (taken.add(change.host() + name)) {
            put(file, answer.body(), answer);
            if (change instanceof Change.Put put && answer.status() == 200) {
                coded(put, Coding.GZIP, file.resolveSibling(file.getFileName() + ".gz"), answer);
                coded(put, Coding.BR, file.resolveSibling(file.getFileName() + ".br"), answer);
            }
        }
        json.writeStringProperty("file", change.host() + name);
        json.writeStringProperty("sha256", Digest.of(answer.body()).hex());
        json.writeNumberProperty("size", answer.body().length);
        return name;
    }

    private String name(Change change, PastSite.Answer answer, boolean page) {
        if (answer.status() == 200) {
            try {
                var plain = plain(change.path(), page);
                if (fits(plain)
                        && !taken.contains(change.host() + plain)
                        && folder.resolve(change.host() + plain).startsWith(folder)) {
                    return plain;
                }
            } catch (InvalidPathException noName) {
                // a machine without UTF-8 names: the list of addresses says where the page is all the same
                return hidden(change, answer, page);
            }
        }
        return hidden(change, answer, page);
    }

    private static String hidden(Change change, PastSite.Answer answer, boolean page) {
        var name = answer.status() == 200
                ? Digest.of(change.path().getBytes(StandardCharsets.UTF_8))
                : Digest.of(answer.body());
        return "/" + HIDDEN + "/" + answer.status() + "/" + name.hex() + (page ? ".html" : "");
    }

    /** Not more than what a file system takes, and nothing that would be a folder upwards or a second slash. */
    private static boolean fits(String name) {
        for (var segment : name.substring(1).split("/", -1)) {
            if (segment.isEmpty()
                    || segment.equals(".")
                    || segment.equals("..")
                    || segment.equals(HIDDEN)
                    || segment.indexOf('\0') >= 0
                    || segment.getBytes(StandardCharsets.UTF_8).length > NAME_BYTES_MAX) {
                return false;
            }
        }
        return true;
    }

    private static String plain(String path, boolean page) {
        if (path.toUpperCase(java.util.Locale.ROOT).contains("%2F")) {
            return "/../";
        }
        var name = decoded(path);
        if (name.endsWith("/")) {
            return name + "index.html";
        }
        return page && !name.endsWith(".html") ? name + ".html" : name;
    }

    private static String decoded(String path) {
        return URLDecoder.decode(path.replace("+", "%2B"), StandardCharsets.UTF_8);
    }

    private void coded(Change.Put put, Coding coding, Path file, PastSite.Answer answer) throws IOException {
        var coded = site.coded(put, coding);
        if (coded.isPresent() && taken.add(folder.relativize(file).toString())) {
            put(file, coded.get(), answer);
        }
    }

    private void put(Path file, byte[] content, PastSite.Answer answer) throws IOException {
        Files.createDirectories(file.getParent());
        Files.write(file, content);
        var date = answer.headers().get("Last-Modified");
        long modified = date == null ? 0 : HttpDates.seconds(date);
        // without a date of its own always the same one: two exports of one moment are the same to the bit
        Files.setLastModifiedTime(file, FileTime.from(Math.max(modified, 0), java.util.concurrent.TimeUnit.SECONDS));
        files++;
        bytes += content.length;
    }
}
