package org.diurna.ledger;

import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.interfaces.EdECPrivateKey;
import java.security.spec.EdECPrivateKeySpec;
import java.security.spec.NamedParameterSpec;
import java.util.Base64;
import java.util.List;
import org.diurna.ledger.LedgerException.Malformed;

/**
 * The secret key of a log, Ed25519, named after the log's origin. The file holds seed and public key both, because the
 * JDK derives no public key from a seed.
 */
public final class LogKey {
    private static final String FIRST_LINE = "diurna-log-key/v1";

    private final VerifierKey verifier;
    private final byte[] seed;
    private final PrivateKey secret;

    private LogKey(VerifierKey verifier, byte[] seed) {
        this.verifier = verifier;
        this.seed = seed.clone();
        try {
            this.secret = KeyFactory.getInstance("Ed25519")
                    .generatePrivate(new EdECPrivateKeySpec(NamedParameterSpec.ED25519, this.seed));
        } catch (GeneralSecurityException e) {
            throw new Malformed("The seed of the key of " + verifier.name() + " is none of Ed25519.", e);
        }
        // a key file put together from two would sign checkpoints that nobody can verify
        byte[] nothing = {};
        if (verifier.algorithm() != Algorithm.ED25519
                || !verifier.verifies(nothing, Algorithm.ED25519.sign(secret, nothing))) {
            throw new Malformed("Seed and public key of " + verifier.name() + " do not belong together.");
        }
    }

    static LogKey of(VerifierKey verifier, byte[] seed) {
        return new LogKey(verifier, seed);
    }

    /**
     * Makes a new key. It is nowhere but in memory until it is written.
     *
     * @param origin the log's name: its address without scheme and final slash
     */
    static LogKey random(String origin) {
        try {
            KeyPair pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
            byte[] seed = ((EdECPrivateKey) pair.getPrivate()).getBytes().orElseThrow();
            return of(VerifierKey.of(origin, Algorithm.ED25519, Algorithm.ED25519.raw(pair.getPublic())), seed);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every JDK makes Ed25519 keys.", e);
        }
    }

    /**
     * Reads a key file.
     *
     * @throws LedgerException.NotFounded when there is none
     * @throws Malformed when it is no key file, or others than its owner may read it
     * @throws LedgerException.Unavailable when it cannot be read
     */
    public static LogKey read(Path file) {
        KeyFile.Parts parts = KeyFile.read(file, FIRST_LINE);
        return of(parts.verifier(), parts.secret());
    }

    static LogKey parse(String text, String what) {
        KeyFile.Parts parts = KeyFile.parse(text, FIRST_LINE, what);
        return of(parts.verifier(), parts.secret());
    }

    /** Writes a file that nobody but its owner may read; an existing file is never replaced. */
    void write(Path file) {
        KeyFile.write(file, FIRST_LINE, verifier, Base64.getEncoder().encodeToString(seed));
    }

    /**
     * Makes the key that follows this one, in a file of its own. Announce it with a {@link Leaf.Key}, sign with both for
     * some months ({@link Signers}), then with the new one alone.
     *
     * @throws LedgerException.AlreadyFounded when the file exists
     */
    public LogKey foundSuccessor(Path file) {
        LogKey next = random(origin());
        next.write(file);
        return next;
    }

    /** What everybody may and should have: publish it in more than one place. */
    public VerifierKey verifier() {
        return verifier;
    }

    /** The name of the log. */
    public String origin() {
        return verifier.name();
    }

    /** The note with this key's signature alone. */
    SignedCheckpoint sign(Checkpoint checkpoint) {
        return SignedCheckpoint.verify(
                new SignedNote(checkpoint.text(), List.of(line(checkpoint))).note(), List.of(verifier));
    }

    SignedNote.Line line(Checkpoint checkpoint) {
        if (!checkpoint.origin().equals(origin())) {
            throw new IllegalArgumentException(
                    "The key of " + origin() + " signs no checkpoint of " + checkpoint.origin() + ".");
        }
        byte[] signature =
                Algorithm.ED25519.sign(secret, SignedCheckpoint.message(checkpoint, origin(), Algorithm.ED25519, 0));
        ByteBuffer blob = ByteBuffer.allocate(4 + signature.length);
        return new SignedNote.Line(
                origin(), blob.put(verifier.id()).put(signature).array());
    }
}
