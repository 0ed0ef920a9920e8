package org.diurna.ledger;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import org.diurna.ledger.LedgerException.Malformed;

/**
 * What the ledger of a press office holds: a few lines of text in a fixed order whose grammar has no room for anything
 * personal, because an entry can never be removed. Each value has exactly one spelling: {@code parse(x).bytes()} is
 * {@code x}.
 */
public sealed interface Leaf {
    /** No leaf is longer. */
    int SIZE_MAX_BYTES = 400;

    /** When the office says that it published; our claim, not evidence. Whole seconds. */
    Instant time();

    /** The text that is logged. */
    String text();

    /** The bytes that are logged. */
    default byte[] bytes() {
        return text().getBytes(StandardCharsets.UTF_8);
    }

    /** Why an edition exists. */
    enum Kind {
        RELEASE,
        TRANSLATION,
        UPDATE,
        CORRECTION,
        REFILE,
        WITHDRAWAL,
        RESTORE,
        ERASURE;

        /** The lower-case word in the leaf. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** True for the kinds that take away, and so have no content. */
        public boolean ends() {
            return this == WITHDRAWAL || this == ERASURE;
        }

        /** True for the kinds that come first in their language. */
        public boolean begins() {
            return this == RELEASE || this == TRANSLATION;
        }

        static Kind of(String word) {
            return Arrays.stream(values())
                    .filter(kind -> kind.word().equals(word))
                    .findAny()
                    .orElseThrow(() -> new Malformed(Strict.shown(word) + " is no kind of edition."));
        }
    }

    /**
     * An edition was published, or an end was put to one.
     *
     * @param office code: 2 to 32 lower-case letters, digits and hyphens
     * @param release opaque id: 10 characters of Crockford's base 32
     * @param edition from 1
     * @param lang BCP 47: language, perhaps script, perhaps region
     * @param previous index of the preceding edition of this release and language; empty exactly for kinds that begin
     * @param source of a translation: index of the edition that was translated
     * @param content SHA-256 of edition.json; empty exactly for kinds that end
     * @param approvals SHA-256 of the internal approval record
     */
    record Edition(
            String office,
            String release,
            int edition,
            String lang,
            Kind kind,
            Instant time,
            OptionalLong previous,
            OptionalLong source,
            Optional<Hash> content,
            Optional<Hash> approvals)
            implements Leaf {
        /**
         * Checks its parts.
         *
         * @throws Malformed when a value is out of its grammar, or does not go with the kind
         */
        public Edition {
            LeafText.check("office", office, LeafText.OFFICE);
            LeafText.check("release", release, LeafText.RELEASE);
            LeafText.check("lang", lang, LeafText.LANG);
            LeafText.checkTime(time);
            LeafText.checkIndex(previous);
            LeafText.checkIndex(source);
            if (edition < 1) {
                throw new Malformed("Editions are counted from 1; " + edition + " is none.");
            }
            if (kind.begins() == previous.isPresent()) {
                throw new Malformed("A leaf of kind " + kind.word() + " has "
                        + (kind.begins() ? "no previous edition" : "a previous edition") + ".");
            }
            if (kind == Kind.RELEASE && source.isPresent()) {
                throw new Malformed("A leaf of kind release is no translation, so it has no source.");
            }
            if (kind.ends() == content.isPresent()) {
                throw new Malformed("A leaf of kind " + kind.word() + " has "
                        + (kind.ends() ? "no content" : "the digest of its content") + ".");
            }
        }

        @Override
        public String text() {
            return LeafText.EDITION + "\noffice " + office + "\nrelease " + release + "\nedition " + edition + "\nlang "
                    + lang + "\nkind " + kind.word() + "\ntime " + time + "\nprevious " + LeafText.index(previous)
                    + "\nsource " + LeafText.index(source) + "\ncontent " + LeafText.digest(content) + "\napprovals "
                    + LeafText.digest(approvals) + "\n";
        }
    }

    /** A new key of the log is announced under the old one. */
    record Key(Instant time, VerifierKey verifier) implements Leaf {
        /**
         * Checks its parts.
         *
         * @throws Malformed when the time has parts of a second or the key does not fit into a leaf
         */
        public Key {
            LeafText.checkTime(time);
            if (verifier.text().length() > LeafText.VKEY_MAX || verifier.algorithm() != Algorithm.ED25519) {
                throw new Malformed("The ledger announces Ed25519 keys of logs with up to " + LeafText.VKEY_MAX
                        + " characters; this is another one.");
            }
        }

        @Override
        public String text() {
            return LeafText.KEY + "\ntime " + time + "\nvkey " + verifier.text() + "\n";
        }
    }

    /** The list of official host names and accounts was changed; {@code content} is the SHA-256 of the list. */
    record Hosts(Instant time, Hash content) implements Leaf {
        /**
         * Checks its parts.
         *
         * @throws Malformed when the time has parts of a second
         */
        public Hosts {
            LeafText.checkTime(time);
        }

        @Override
        public String text() {
            return LeafText.HOSTS + "\ntime " + time + "\ncontent " + LeafText.digest(Optional.of(content)) + "\n";
        }
    }

    /** New picture sizes were made for an edition whose words are unchanged; {@code content} lists their digests. */
    record Rendition(Instant time, long of, Hash content) implements Leaf {
        /**
         * Checks its parts.
         *
         * @throws Malformed when the time has parts of a second
         */
        public Rendition {
            LeafText.checkTime(time);
            LeafText.checkIndex(OptionalLong.of(of));
        }

        @Override
        public String text() {
            return LeafText.RENDITION + "\ntime " + time + "\nof " + of + "\ncontent "
                    + LeafText.digest(Optional.of(content)) + "\n";
        }
    }

    /**
     * Reads a leaf.
     *
     * @throws Malformed for anything that {@link #bytes} would not give
     */
    static Leaf parse(byte[] bytes) {
        if (bytes.length >= SIZE_MAX_BYTES) {
            throw new Malformed("A leaf has less than " + SIZE_MAX_BYTES + " bytes, this has " + bytes.length + ".");
        }
        Leaf leaf = LeafText.parse(Strict.utf8(bytes, "leaf"));
        if (!Arrays.equals(leaf.bytes(), bytes)) {
            throw new Malformed("The leaf is not in its canonical spelling.");
        }
        return leaf;
    }

    /**
     * What a log asks before it takes an entry.
     *
     * @throws Malformed when it is no leaf, or one that points to where nothing can be yet
     */
    static void admit(byte[] entry, long index) {
        OptionalLong[] pointers = switch (parse(entry)) {
            case Edition edition -> new OptionalLong[] {edition.previous(), edition.source()};
            case Rendition rendition -> new OptionalLong[] {OptionalLong.of(rendition.of())};
            case Key _, Hosts _ -> new OptionalLong[0];
        };
        for (OptionalLong pointer : pointers) {
            if (pointer.orElse(-1) >= index) {
                throw new Malformed("The leaf with index " + index + " points to index " + pointer.getAsLong()
                        + ", which comes after it.");
            }
        }
    }
}
