package org.diurna.ledger;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.diurna.ledger.LedgerException.Malformed;
import org.diurna.ledger.LedgerException.NotGenuine;

/**
 * Checks offline that a press release is what was published: page → edition.json → leaf → proof → signature → key. It
 * needs nothing but the bytes and a key that the reader trusts. Safe for use by many threads.
 */
public final class Verify {
    private final List<VerifierKey> keys;
    private final Optional<String> keysFrom;

    /**
     * Trusts keys that the reader has from elsewhere.
     *
     * @param keys of logs, and of witnesses if their cosignatures are to be told
     */
    public Verify(Collection<VerifierKey> keys) {
        this(keys, Optional.empty());
    }

    /**
     * As above, saying where the keys are from.
     *
     * @param keysFrom host that gave the keys together with the page, which proves less
     */
    Verify(Collection<VerifierKey> keys, Optional<String> keysFrom) {
        this.keys = List.copyOf(keys);
        this.keysFrom = keysFrom;
    }

    /** Trusts the logs and witnesses of a policy. */
    public static Verify trusting(Policy policy) {
        return new Verify(policy.keys());
    }

    /** Never throws for what is in the bytes. */
    public Verdict check(Evidence evidence) {
        if (evidence.proof().isEmpty()) {
            return new Verdict.NotProven("there is no proof beside it; ask for its file edition.tlog-proof.");
        }
        Receipt receipt;
        Leaf leaf;
        try {
            TlogProof proof = TlogProof.parse(evidence.proof().get());
            byte[] entry = proof.extra().orElseThrow(() -> new Malformed("The proof does not hold the logged entry."));
            receipt = proof.verify(entry, keys);
            leaf = Leaf.parse(entry);
        } catch (Malformed e) {
            return new Verdict.Unreadable(Verdict.Part.PROOF, e.getMessage());
        } catch (NotGenuine e) {
            return new Verdict.NotProven(e.getMessage());
        }
        return switch (leaf) {
            case Leaf.Edition edition
            when edition.kind().ends() ->
                new Verdict.Ended(edition, receipt, ended(receipt), notProven(receipt, List.of()));
            case Leaf.Edition edition -> edition(edition, receipt, evidence);
            case Leaf.Key _, Leaf.Hosts _, Leaf.Rendition _ ->
                new Verdict.NotProven("the proof is of another kind of entry than of a release.");
        };
    }

    /** Checks that a list of official names is what the log has. Never throws for what is in the bytes. */
    public Verdict names(byte[] list, byte[] proofFile) {
        Receipt receipt;
        Leaf leaf;
        try {
            TlogProof proof = TlogProof.parse(proofFile);
            byte[] entry = proof.extra().orElseThrow(() -> new Malformed("The proof does not hold the logged entry."));
            receipt = proof.verify(entry, keys);
            leaf = Leaf.parse(entry);
        } catch (Malformed e) {
            return new Verdict.Unreadable(Verdict.Part.PROOF, e.getMessage());
        } catch (NotGenuine e) {
            return new Verdict.NotProven(e.getMessage());
        }
        if (!(leaf instanceof Leaf.Hosts hosts)) {
            return new Verdict.NotProven("the proof is of another kind of entry than of a list of official names.");
        }
        if (!hosts.content().equals(Hash.sha256(list))) {
            return new Verdict.Altered(
                    Verdict.Part.NAMES, "the list is not the one that was logged; at least one byte differs.", receipt);
        }
        try {
            List<String> proven = new ArrayList<>();
            proven.add("The log " + receipt.checkpoint().checkpoint().origin() + " holds entry " + receipt.index()
                    + ", by which these names became the official ones at " + hosts.time() + ", byte for byte.");
            proven.addAll(signed(receipt));
            return new Verdict.Official(OfficialNames.parse(list), receipt, proven, notProven(receipt, List.of()));
        } catch (Malformed e) {
            return new Verdict.Unreadable(Verdict.Part.NAMES, e.getMessage());
        }
    }

    private Verdict edition(Leaf.Edition leaf, Receipt receipt, Evidence evidence) {
        List<String> proven = new ArrayList<>();
        List<String> open = new ArrayList<>();
        proven.add("The log " + receipt.checkpoint().checkpoint().origin() + " holds entry " + receipt.index()
                + ", by which the office " + leaf.office() + " published edition " + leaf.edition() + " of release "
                + leaf.release() + " in " + leaf.lang() + ".");
        proven.addAll(signed(receipt));
        if (evidence.edition().isEmpty()) {
            open.add("Which words were published: edition.json was not given"
                    + (evidence.page().isPresent() ? ", so the page was compared with nothing." : "."));
            return new Verdict.Genuine(leaf, receipt, Optional.empty(), proven, notProven(receipt, open));
        }
        byte[] file = evidence.edition().get();
        if (!leaf.content().equals(Optional.of(Hash.sha256(file)))) {
            return new Verdict.Altered(
                    Verdict.Part.EDITION,
                    "edition.json is not the file that was logged; at least one byte differs.",
                    receipt);
        }
        proven.add("edition.json is, byte for byte, the file that was logged.");
        Json.Members edition;
        String body;
        try {
            edition = members(file);
            body = edition.needed("bodyHtml");
        } catch (Malformed e) {
            return new Verdict.Unreadable(Verdict.Part.EDITION, e.getMessage());
        }
        Optional<String> contradiction = contradiction(leaf, edition);
        if (contradiction.isPresent()) {
            return new Verdict.Altered(Verdict.Part.EDITION, contradiction.get(), receipt);
        }
        if (evidence.paper().isPresent()) {
            Optional<String> difference =
                    PaperWords.difference(edition, evidence.paper().get());
            if (difference.isPresent()) {
                return new Verdict.Altered(Verdict.Part.PAPER, difference.get(), receipt);
            }
            proven.add("The words that the PDF file holds for readers and programs are, word by word, the ones of that"
                    + " edition, and nothing was added between them.");
            open.add("How the pages look, their pictures and what stands around the text: compare by eye, or fetch the"
                    + " file from the release's own page and compare both.");
        } else if (evidence.page().isPresent()) {
            Optional<Verdict> trouble = page(evidence.page().get(), body.getBytes(StandardCharsets.UTF_8), receipt);
            if (trouble.isPresent()) {
                return trouble.get();
            }
            proven.add("The words of the page are, byte for byte, the ones of that edition.");
            open.add("Headline, pictures and everything around the words on the page: compare them by eye.");
        } else {
            open.add("What a page shows: no page was given.");
        }
        return new Verdict.Genuine(leaf, receipt, edition.text("title"), proven, notProven(receipt, open));
    }

    private static Json.Members members(byte[] file) {
        if (JsonReader.read(file) instanceof Json.Members members) {
            return members;
        }
        throw new Malformed("edition.json does not hold the members of an edition.");
    }

    /** The digest fits, so a difference is the publisher's own mistake, or an attempt to show one release as another. */
    private static Optional<String> contradiction(Leaf.Edition leaf, Json.Members edition) {
        Map<String, String> logged = new LinkedHashMap<>();
        logged.put("office", leaf.office());
        logged.put("release", leaf.release());
        logged.put("edition", Integer.toString(leaf.edition()));
        logged.put("lang", leaf.lang());
        logged.put("kind", leaf.kind().word());
        return logged.entrySet().stream()
                .filter(line -> !edition.written(line.getKey()).equals(Optional.of(line.getValue())))
                .map(line -> "edition.json contradicts the log: its " + line.getKey() + " is "
                        + edition.written(line.getKey()).map(Strict::shown).orElse("missing") + ", the logged one is \""
                        + line.getValue() + "\".")
                .findFirst();
    }

    private static Optional<Verdict> page(byte[] page, byte[] body, Receipt receipt) {
        byte[] shown;
        try {
            shown = PageBody.of(page);
        } catch (Malformed e) {
            return Optional.of(new Verdict.Unreadable(Verdict.Part.PAGE, e.getMessage()));
        }
        if (Arrays.equals(shown, body)) {
            return Optional.empty();
        }
        int at = PageBody.difference(shown, body);
        return Optional.of(new Verdict.Altered(
                Verdict.Part.PAGE,
                "the words of the page differ from the published ones from byte " + at + " on: the page has "
                        + excerpt(shown, at) + ", published was " + excerpt(body, at) + ".",
                receipt));
    }

    private static String excerpt(byte[] bytes, int at) {
        int from = Math.max(0, at - 20);
        return Strict.shown(new String(bytes, from, Math.min(bytes.length, at + 40) - from, StandardCharsets.UTF_8));
    }

    private static List<String> ended(Receipt receipt) {
        List<String> proven = new ArrayList<>();
        proven.add("The log " + receipt.checkpoint().checkpoint().origin() + " holds, as entry " + receipt.index()
                + ", that this release was taken back.");
        proven.addAll(signed(receipt));
        return proven;
    }

    private static List<String> signed(Receipt receipt) {
        List<String> said = new ArrayList<>();
        said.add("The log's checkpoint of " + receipt.checkpoint().size() + " entries is signed with its key.");
        receipt.checkpoint()
                .cosignatures()
                .forEach(seen -> said.add(
                        "The witness " + seen.witness().name() + " saw that checkpoint at " + seen.time() + "."));
        return said;
    }

    private List<String> notProven(Receipt receipt, List<String> more) {
        List<String> open = new ArrayList<>(more);
        open.add(
                "Whether a later edition, a withdrawal or an erasure followed: look at the release's own page or at the"
                        + " log.");
        open.add("That what the release says is true, and who wrote or approved it.");
        if (receipt.checkpoint().cosignatures().isEmpty()) {
            open.add(
                    "When it was published: the times are the publisher's own claim, no witness that you trust signed.");
        }
        keysFrom.ifPresent(host -> open.add("That the log is the office's own: its key came from " + host
                + " together with the page, and whoever copies a site can copy that too. Compare the key with one that"
                + " you have from elsewhere."));
        return open;
    }
}
