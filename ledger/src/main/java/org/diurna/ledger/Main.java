package org.diurna.ledger;

import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.diurna.ledger.LedgerException.Malformed;
import org.diurna.ledger.LedgerException.Unavailable;

/** The verifier as a program of one small jar: {@code java -jar diurna-ledger.jar verify …}. */
public final class Main {
    private static final int EXIT_USAGE = 64;
    private static final int FILE_MAX_BYTES = 64 * 1024 * 1024;
    private static final Duration PATIENCE = Duration.ofSeconds(15);

    private static final String USAGE = """
            Checks that a press release is what was published, and that a log was not changed.

              verify URL [KEYS]                     a release page of the web, with all that it links to
              verify FILE… [KEYS]                   files that you have: the page (.html), edition.json (.json) and the
                                                    proof (.tlog-proof), the proof at least; or a PDF file that
                                                    holds the last two (only in the full program); or hosts.txt,
                                                    the list of official names, with its .tlog-proof
              audit URL|FOLDER KEYS [--memory FILE] the whole log; with a memory file only what is new since last time,
                                                    and whether its history was changed
              audit SITE [KEYS] [--memory FILE] [--json]
                                                    every page of an office's site against the log: pages without an
                                                    entry, entries without a page, words that are not the logged ones

            KEYS: --key NAME+ID+KEY or --policy FILE, from somewhere else than the page itself.

            Exit codes of verify: 0 genuine, 1 altered, 2 not proven, 3 withdrawn or erased, 4 cannot be checked,
            5 not reachable. Of audit: 0 sound, 1 broken, 2 rolled back or forked, 3 not trusted, 5 not readable.
            64: this text was printed because the command was wrong.
            """;

    private final PrintStream out;
    private final Opener opener;

    Main(PrintStream out) {
        this(out, Opener.NONE);
    }

    private Main(PrintStream out, Opener opener) {
        this.out = out;
        this.opener = opener;
    }

    /** Runs one command and ends the process with its exit code. */
    public static void main(String[] args) {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        System.exit(new Main(out).run(List.of(args)));
    }

    private static final class Usage extends Exception {
        private static final long serialVersionUID = 1L;

        Usage(String reason) {
            super(reason);
        }
    }

    private record Arguments(List<String> things, Optional<Policy> trusted, Optional<Path> memory, boolean json) {
        static Arguments parse(List<String> words) throws Usage {
            List<String> things = new ArrayList<>();
            List<Policy.Log> logs = new ArrayList<>();
            Optional<Policy> policy = Optional.empty();
            Optional<Path> memory = Optional.empty();
            boolean json = false;
            for (Iterator<String> rest = words.iterator(); rest.hasNext(); ) {
                String word = rest.next();
                switch (word) {
                    case "--key" -> logs.add(new Policy.Log(VerifierKey.parse(value(word, rest)), Optional.empty()));
                    case "--policy" -> policy = Optional.of(Policy.parse(read(Path.of(value(word, rest)))));
                    case "--memory" -> memory = Optional.of(Path.of(value(word, rest)));
                    case "--json" -> json = true;
                    default -> {
                        if (word.startsWith("--")) {
                            throw new Usage("There is no option " + word + ".");
                        }
                        things.add(word);
                    }
                }
            }
            if (policy.isEmpty() && !logs.isEmpty()) {
                policy = Optional.of(new Policy(logs, List.of(), List.of(), Optional.empty()));
            }
            return new Arguments(things, policy, memory, json);
        }

        private static String value(String option, Iterator<String> rest) throws Usage {
            if (!rest.hasNext()) {
                throw new Usage("The option " + option + " needs a value.");
            }
            return rest.next();
        }

        Policy needed() throws Usage {
            return trusted.orElseThrow(() -> new Usage("A key is needed: --key or --policy."));
        }
    }

    /**
     * Runs one command for another program's command line.
     *
     * @return the exit code that the usage text explains
     */
    public static int run(PrintStream out, List<String> args) {
        return new Main(out).run(args);
    }

    /** As above, by a program that reads PDF files. */
    public static int run(PrintStream out, Opener opener, List<String> args) {
        return new Main(out, opener).run(args);
    }

    int run(List<String> args) {
        try {
            String command = args.isEmpty() ? "" : args.getFirst();
            List<String> rest = args.isEmpty() ? args : args.subList(1, args.size());
            return switch (command) {
                case "verify" -> verify(Arguments.parse(rest));
                case "audit" -> audit(Arguments.parse(rest));
                case "help", "--help", "-h" -> {
                    out.print(USAGE);
                    yield 0;
                }
                default -> throw new Usage("Say what to do: verify or audit.");
            };
        } catch (Usage e) {
            out.println(e.getMessage() + "\n\n" + USAGE);
            return EXIT_USAGE;
        } catch (LedgerException e) {
            out.println(e.getMessage());
            return 4;
        }
    }

    private int verify(Arguments arguments) throws Usage {
        List<String> things = arguments.things();
        if (things.isEmpty()) {
            throw new Usage("Say which page or which files to verify.");
        }
        Verdict verdict;
        if (web(things.getFirst())) {
            if (things.size() > 1) {
                throw new Usage("One address is verified at a time.");
            }
            try (Fetch fetch = new Fetch(PATIENCE)) {
                verdict = fetch.check(address(things.getFirst()), arguments.trusted());
            }
        } else if (things.stream().anyMatch(file -> file.endsWith("hosts.txt"))) {
            verdict = names(things, Verify.trusting(arguments.needed()));
        } else {
            verdict = Verify.trusting(arguments.needed()).check(evidence(things));
        }
        print(verdict);
        return verdict.exitCode();
    }

    private static Verdict names(List<String> files, Verify verify) throws Usage {
        List<String> proofs =
                files.stream().filter(file -> file.endsWith(".tlog-proof")).toList();
        if (files.size() != 2 || proofs.size() != 1) {
            throw new Usage("A list of official names is verified with its proof: hosts.txt and hosts.tlog-proof.");
        }
        String list = files.stream()
                .filter(file -> !proofs.contains(file))
                .findFirst()
                .orElseThrow();
        return verify.names(read(Path.of(list)), read(Path.of(proofs.getFirst())));
    }

    private Evidence evidence(List<String> files) throws Usage {
        if (files.size() == 1 && files.getFirst().endsWith(".pdf")) {
            return paper(files.getFirst());
        }
        Optional<byte[]> page = Optional.empty();
        Optional<byte[]> edition = Optional.empty();
        Optional<byte[]> proof = Optional.empty();
        for (String file : files) {
            Optional<byte[]> bytes = Optional.of(read(Path.of(file)));
            if (file.endsWith(".tlog-proof")) {
                proof = bytes;
            } else if (file.endsWith(".json")) {
                edition = bytes;
            } else if (file.endsWith(".html") || file.endsWith(".htm")) {
                page = bytes;
            } else {
                throw new Usage(
                        file + " is of no kind that is known here: .html, .json or .tlog-proof; a .pdf is verified"
                                + " alone.");
            }
        }
        return new Evidence(page, edition, proof);
    }

    private Evidence paper(String file) {
        try {
            return opener.pdf(read(Path.of(file)));
        } catch (IllegalArgumentException e) {
            throw new Malformed(file + " cannot be checked: " + e.getMessage(), e);
        }
    }

    private void print(Verdict verdict) {
        out.println(verdict.words());
        switch (verdict) {
            case Verdict.Genuine genuine -> {
                genuine.headline().ifPresent(title -> out.println("Headline: " + Strict.shown(title)));
                print(genuine.receipt(), genuine.proven(), genuine.notProven());
            }
            case Verdict.Official official -> {
                official.names().text().lines().skip(1).forEach(line -> out.println("  " + line));
                print(official.receipt(), official.proven(), official.notProven());
            }
            case Verdict.Ended ended -> print(ended.receipt(), ended.proven(), ended.notProven());
            case Verdict.Altered _, Verdict.NotProven _, Verdict.Unreadable _, Verdict.Unreachable _ -> {}
        }
    }

    private void print(Receipt receipt, List<String> proven, List<String> notProven) {
        out.println("Code: " + receipt.code());
        out.println("Proven:");
        proven.forEach(words -> out.println("  + " + words));
        out.println("Not proven:");
        notProven.forEach(words -> out.println("  - " + words));
    }

    private int audit(Arguments arguments) throws Usage {
        if (arguments.things().size() != 1) {
            throw new Usage("Say which log or site to audit: its address, or the log's folder.");
        }
        String place = arguments.things().getFirst();
        if (web(place)) {
            Optional<Policy> published = published(address(place));
            if (published.isPresent()) {
                return site(address(place), published.get(), arguments);
            }
        }
        Policy policy = arguments.needed();
        try (Tiles tiles = web(place) ? Tiles.at(address(place), PATIENCE) : Tiles.in(Path.of(place))) {
            return audit(tiles, policy, arguments.memory());
        }
    }

    /** What the host of an office says about its log; the log's own host says nothing. */
    private static Optional<Policy> published(URI site) {
        try (Fetch fetch = new Fetch(PATIENCE)) {
            return fetch.policy(site);
        }
    }

    private int site(URI site, Policy published, Arguments arguments) {
        Policy policy = arguments.trusted().orElse(published);
        Policy.Log log = published.logs().getFirst();
        URI place = URI.create(log.address().orElse("https://" + log.key().name()));
        try (Tiles tiles = Tiles.at(place, PATIENCE);
                SiteAudit audit = new SiteAudit(site, tiles, policy.keys(), PATIENCE, opener)) {
            SiteAudit.Result result = audit.run(remembered(policy, arguments.memory()));
            if (arguments.json()) {
                out.println(result.report().json());
            } else {
                result.report().words().forEach(out::println);
                if (arguments.trusted().isEmpty()) {
                    out.println("The key of the log came from the site itself: who copies a site can copy that too."
                            + " Give one that you have from elsewhere with --key.");
                }
            }
            if (arguments.memory().isPresent() && result.newest().isPresent()) {
                remember(
                        arguments.memory().get().toAbsolutePath(),
                        result.newest().get());
            }
            return result.report().exitCode();
        }
    }

    private static Optional<Checkpoint> remembered(Policy policy, Optional<Path> memory) {
        return memory.filter(Files::exists)
                .map(file -> SignedCheckpoint.verify(Strict.utf8(read(file), "memory file"), policy.keys())
                        .checkpoint());
    }

    private int audit(Tiles tiles, Policy policy, Optional<Path> memory) {
        Optional<Checkpoint> remembered = remembered(policy, memory);
        Audit.Result result = new Audit(tiles, policy.keys()).run(remembered, (index, entry) -> {});
        out.println(result.words());
        if (result instanceof Audit.Sound sound && memory.isPresent()) {
            remember(memory.get().toAbsolutePath(), sound.newest());
        }
        return result.exitCode();
    }

    private static void remember(Path file, SignedCheckpoint newest) {
        String name = String.valueOf(file.getFileName());
        FolderDisk folder = new FolderDisk(file.resolveSibling(""));
        folder.write(name + ".new", newest.bytes());
        folder.sync(name + ".new");
        folder.move(name + ".new", name);
        folder.syncFolder("");
    }

    private static boolean web(String thing) {
        return thing.startsWith("https://") || thing.startsWith("http://");
    }

    private static URI address(String text) throws Usage {
        try {
            return URI.create(text);
        } catch (IllegalArgumentException e) {
            throw new Usage(Strict.shown(text) + " is no web address.");
        }
    }

    private static byte[] read(Path file) {
        try {
            if (Files.size(file) > FILE_MAX_BYTES) {
                throw new Malformed(file + " is larger than " + FILE_MAX_BYTES + " bytes.");
            }
            return Files.readAllBytes(file);
        } catch (NoSuchFileException e) {
            throw new Malformed("There is no file " + file + ".", e);
        } catch (IOException e) {
            throw new Unavailable(file + " cannot be read: " + e + ".", e);
        }
    }
}
