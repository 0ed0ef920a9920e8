package org.diurna.ledger;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.diurna.ledger.LedgerException.Malformed;
import org.diurna.ledger.SiteReport.Finding;
import org.diurna.ledger.SiteReport.Kind;

/**
 * Compares every page of a public site with the log: no page without an entry, no entry without its page, no word but
 * the logged ones, and one log for everybody. It believes nothing that the site says but what its key has signed.
 */
public final class SiteAudit implements AutoCloseable {
    private static final int AT_ONCE = 16;
    private static final String LANG = "/[a-z]{2,3}(?:-[A-Za-z]{4})?(?:-(?:[A-Z]{2}|[0-9]{3}))?";
    private static final Pattern EDITION =
            Pattern.compile("(" + LANG + ")/([0-9A-HJKMNP-TV-Z]{10})/editions/([0-9]{1,6})");
    private static final Pattern RELEASE = Pattern.compile("(" + LANG + ")/([0-9A-HJKMNP-TV-Z]{10})(?:/[^/]*)?");

    /** Pages that an office has beside its releases: lists and standing pages. Their words are not logged. */
    private static final Pattern OTHER = Pattern.compile("/|/verify|" + LANG
            + "/(?:|archive/(?:[0-9]{4}-[0-9]{2}/(?:[0-9]+/)?)?|types/[a-z0-9-]+/(?:[0-9]+/)?|changes/(?:[0-9]+/)?"
            + "|about|contacts|offices|feeds|genuine|rights|privacy|accessibility|verify"
            + "|[0-9A-HJKMNP-TV-Z]{10}/history)");

    private static final Pattern HEADLINE = Pattern.compile("<h1[^>]*>(.*?)</h1>", Pattern.DOTALL);

    private final Web web;
    private final URI site;
    private final Tiles tiles;
    private final List<VerifierKey> keys;
    private final Verify verify;
    private final SiteFiles files;
    private final Logged logged = new Logged();
    private final ConcurrentLinkedQueue<Finding> findings = new ConcurrentLinkedQueue<>();
    private final Set<Logged.Version> compared = ConcurrentHashMap.newKeySet();
    private final Set<String> offices = ConcurrentHashMap.newKeySet();
    private final Map<Long, SignedCheckpoint> checkpoints = new ConcurrentHashMap<>();
    private final AtomicLong pages = new AtomicLong();

    /**
     * An audit of one host.
     *
     * @param site  its address; the path is not looked at
     * @param tiles of the log
     * @param keys  of the log, and of witnesses
     * @param most  how long one request may take
     */
    public SiteAudit(URI site, Tiles tiles, List<VerifierKey> keys, Duration most) {
        this(site, tiles, keys, most, Opener.NONE);
    }

    /** As above, by a program that reads PDF files, and therefore compares them too. */
    public SiteAudit(URI site, Tiles tiles, List<VerifierKey> keys, Duration most, Opener opener) {
        this.web = new Web(most);
        this.site = site.resolve("/");
        this.tiles = tiles;
        this.keys = List.copyOf(keys);
        this.verify = new Verify(keys);
        this.files = new SiteFiles(web, this.site, verify, opener, this::find);
    }

    /** What came of it; {@code newest} is to be remembered where the log itself is sound. */
    public record Result(SiteReport report, Optional<SignedCheckpoint> newest) {}

    /** Reads the log and the site once. */
    public Result run(Optional<Checkpoint> remembered) {
        Audit.Result log = new Audit(tiles, keys).run(Optional.empty(), (_, entry) -> logged.add(entry));
        if (!(log instanceof Audit.Sound sound)) {
            find(kind(log), "log", log.words());
            return new Result(report(0), Optional.empty());
        }
        remembered.ifPresent(before -> {
            Audit.Result since = new Audit(tiles, keys).run(Optional.of(before), (_, _) -> {});
            if (!(since instanceof Audit.Sound)) {
                find(kind(since), "log", since.words());
            }
        });
        new Crawl(web, site, new Pages()).run();
        missing();
        history(sound.newest());
        boolean one = findings.stream().noneMatch(found -> found.kind() == Kind.FORKED || found.kind() == Kind.FROZEN);
        return new Result(report(sound.newest().size()), one ? Optional.of(sound.newest()) : Optional.empty());
    }

    private SiteReport report(long entries) {
        return new SiteReport(site.toString(), pages.get(), compared.size(), entries, List.copyOf(findings));
    }

    private static Kind kind(Audit.Result log) {
        return switch (log) {
            case Audit.RolledBack _ -> Kind.FROZEN;
            case Audit.Broken _, Audit.Untrusted _ -> Kind.FORKED;
            case Audit.Unread _, Audit.Sound _ -> Kind.UNREAD;
        };
    }

    private void find(Kind kind, String address, String reason) {
        findings.add(new Finding(kind, address, reason));
    }

    /** Judges each page that the site leads to. */
    private final class Pages implements Crawl.Reader {
        @Override
        public void page(String path, Web.Answer answer) {
            pages.incrementAndGet();
            if (answer.status() == 404 || answer.status() == 410) {
                return;
            }
            if (answer.status() != 200) {
                find(Kind.UNREAD, path, "It answered with status " + answer.status() + ".");
                return;
            }
            judge(path, answer);
        }

        @Override
        public void unread(String path, String reason) {
            find(Kind.UNREAD, path, reason);
        }
    }

    private void judge(String path, Web.Answer answer) {
        Matcher edition = EDITION.matcher(path);
        Matcher release = RELEASE.matcher(path);
        if (OTHER.matcher(path).matches()) {
            return;
        }
        if (edition.matches()) {
            Logged.Version version =
                    new Logged.Version(edition.group(2), edition.group(1).substring(1));
            int number = Integer.parseInt(edition.group(3));
            if (!logged.has(new Logged.Edition(version, number))) {
                unknown(path, answer.body(), "The log has no such edition.");
            } else {
                compare(path, version, number, answer.body());
            }
        } else if (release.matches()) {
            release(path, new Logged.Version(release.group(2), release.group(1).substring(1)), answer.body());
        } else {
            find(Kind.UNLOGGED, path, "It is no page of a kind that an office has, and the log knows nothing of it.");
        }
    }

    private void release(String path, Logged.Version version, byte[] page) {
        Optional<Logged.State> state = logged.of(version);
        if (state.isEmpty()) {
            unknown(path, page, "The log has no such release in this language.");
        } else if (state.get().erased()) {
            find(Kind.NOT_REMOVED, path, "The log says that this release was erased.");
        } else if (state.get().newest().isEmpty()) {
            find(Kind.FORKED, path, "The log ends this release without ever having begun it.");
        } else {
            compare(path, version, state.get().newest().get().edition(), page);
            compared.add(version);
        }
    }

    /** It was never logged, or the log that is shown is older than it. */
    private void unknown(String path, byte[] page, String reason) {
        Optional<SignedCheckpoint> later = later(path, page);
        later.ifPresent(checkpoint -> checkpoints.putIfAbsent(checkpoint.size(), checkpoint));
        if (later.isEmpty()) {
            find(Kind.UNLOGGED, path, reason);
        } else {
            find(Kind.FROZEN, path, "It was logged, but the log that is shown does not have it: an old one is served.");
        }
    }

    /** The checkpoint that proves the page by what it links to itself, when there is one. */
    private Optional<SignedCheckpoint> later(String path, byte[] page) {
        String html = new String(page, StandardCharsets.UTF_8);
        Optional<String> edition = PageLinks.find(html, "alternate", "application/json");
        Optional<String> proof = PageLinks.find(html, "describedby", "text/plain");
        if (edition.isEmpty() || proof.isEmpty()) {
            return Optional.empty();
        }
        URI base = site.resolve(path);
        try {
            Evidence evidence = Evidence.of(
                    page,
                    web.get(base.resolve(edition.get()), Fetch.PAGE_MAX_BYTES).body(),
                    web.get(base.resolve(proof.get()), TlogProof.SIZE_MAX_BYTES).body());
            // a page that was copied to another address proves nothing for this one
            return verify.check(evidence) instanceof Verdict.Genuine genuine
                            && path.startsWith("/" + genuine.leaf().lang() + "/"
                                    + genuine.leaf().release())
                    ? Optional.of(genuine.receipt().checkpoint())
                    : Optional.empty();
        } catch (Web.Trouble | IllegalArgumentException e) {
            // what cannot be fetched proves nothing
            return Optional.empty();
        }
    }

    private void compare(String path, Logged.Version version, int number, byte[] page) {
        String folder = "/" + version.lang() + "/" + version.release() + "/editions/" + number + "/";
        byte[] edition;
        byte[] proof;
        try {
            edition = web.get(site.resolve(folder + "edition.json"), Fetch.PAGE_MAX_BYTES)
                    .body();
            proof = web.get(site.resolve(folder + "edition.tlog-proof"), TlogProof.SIZE_MAX_BYTES)
                    .body();
        } catch (Web.Trouble e) {
            boolean gone = e.failure() == Fetch.Failure.NOT_FOUND;
            find(
                    gone ? Kind.MISSING : Kind.UNREAD,
                    path,
                    gone
                            ? "Its edition.json or its proof is not there."
                            : e.verdict().reason());
            return;
        }
        switch (verify.check(Evidence.of(page, edition, proof))) {
            case Verdict.Genuine genuine -> {
                genuine(path, version, number, page, genuine);
                files.pictures(edition);
                files.paper(folder, genuine.leaf());
            }
            case Verdict.Altered altered -> find(Kind.ALTERED, path, altered.reason());
            case Verdict.NotProven not -> find(Kind.ALTERED, path, not.reason());
            case Verdict.Unreadable not -> find(Kind.ALTERED, path, not.reason());
            case Verdict.Official _ -> find(Kind.ALTERED, path, "Its proof is the one of a list of names.");
            case Verdict.Ended _ -> find(Kind.ALTERED, path, "Its proof is the one of a withdrawal.");
            case Verdict.Unreachable not -> find(Kind.UNREAD, path, not.reason());
        }
    }

    private void genuine(String path, Logged.Version version, int number, byte[] page, Verdict.Genuine genuine) {
        Leaf.Edition leaf = genuine.leaf();
        if (!leaf.release().equals(version.release())
                || !leaf.lang().equals(version.lang())
                || leaf.edition() != number) {
            find(Kind.ALTERED, path, "Its edition.json and proof are genuine, but of another release or edition.");
            return;
        }
        offices.add(leaf.office());
        SignedCheckpoint checkpoint = genuine.receipt().checkpoint();
        SignedCheckpoint other = checkpoints.putIfAbsent(checkpoint.size(), checkpoint);
        if (other != null
                && !other.checkpoint().root().equals(checkpoint.checkpoint().root())) {
            find(Kind.FORKED, path, "The log's key has signed two logs of " + checkpoint.size() + " entries.");
        }
        Optional<String> shown;
        try {
            shown = headline(page);
        } catch (Malformed e) {
            find(Kind.ALTERED, path, "The page's headline cannot be read. " + e.getMessage());
            return;
        }
        if (shown.isPresent() && genuine.headline().filter(shown.get()::equals).isEmpty()) {
            find(
                    Kind.ALTERED,
                    path,
                    "The page's headline is " + Strict.shown(shown.get()) + "; published was "
                            + Strict.shown(genuine.headline().orElse("")) + ".");
        }
    }

    /** The words of the page's first heading. */
    private static Optional<String> headline(byte[] page) {
        Matcher found = HEADLINE.matcher(new String(page, StandardCharsets.UTF_8));
        return found.find() ? Optional.of(EditionWords.of(found.group(1)).body().strip()) : Optional.empty();
    }

    /** Looks for what the log has of the offices of this host and no page led to. */
    private void missing() {
        Semaphore turns = new Semaphore(AT_ONCE);
        try (ExecutorService each = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Logged.Version version : logged.of(Set.copyOf(offices))) {
                if (!compared.contains(version)) {
                    each.execute(() -> {
                        turns.acquireUninterruptibly();
                        try {
                            missing(version);
                        } finally {
                            turns.release();
                        }
                    });
                }
            }
        }
    }

    private void missing(Logged.Version version) {
        String path = "/" + version.lang() + "/" + version.release();
        boolean ended = logged.of(version).filter(Logged.State::ended).isPresent();
        try {
            Web.Answer answer = web.look(site.resolve(path), Fetch.PAGE_MAX_BYTES);
            if (answer.status() == 200) {
                pages.incrementAndGet();
                release(answer.from().getRawPath(), version, answer.body());
            } else if (!ended) {
                find(
                        Kind.MISSING,
                        path,
                        "The log has this release, and the site answers with status " + answer.status() + ".");
            }
        } catch (Web.Trouble e) {
            find(Kind.UNREAD, path, e.verdict().reason());
        }
    }

    /** Every checkpoint that a proof bears must be of the log that is shown to everybody. */
    private void history(SignedCheckpoint newest) {
        Map<Long, SignedCheckpoint> older = new HashMap<>();
        checkpoints.forEach((size, checkpoint) -> {
            if (size > newest.size()) {
                find(
                        Kind.FROZEN,
                        "log",
                        "A proof on the site is of a log of " + size + " entries; the one that is shown has "
                                + newest.size() + ".");
            } else {
                older.put(size, checkpoint);
            }
        });
        Edge edge = Edge.empty();
        Map<TilePath, byte[]> full = new HashMap<>();
        new Replay(tiles, newest.size()).run(0, Tree.EMPTY, newest.checkpoint().root(), (_, entry) -> {
            edge.add(entry, full);
            full.clear();
            SignedCheckpoint then = older.get(edge.size());
            if (then != null && !then.checkpoint().root().equals(edge.root())) {
                find(
                        Kind.FORKED,
                        "log",
                        "A proof on the site is of another log of " + edge.size()
                                + " entries, signed with the same key.");
            }
        });
    }

    @Override
    public void close() {
        web.close();
    }
}
