package org.diurna.ledger;

import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Instant;
import java.util.Base64;
import org.diurna.ledger.LedgerException.Malformed;

/**
 * A secret key whose signatures carry a time (C2SP tlog-cosignature): a witness's, or a second, post-quantum one of a
 * log.
 */
public final class Cosigner {
    private static final String FIRST_LINE = "diurna-cosigner-key/v1";

    private final VerifierKey verifier;
    private final PrivateKey secret;

    private Cosigner(VerifierKey verifier, PrivateKey secret) {
        this.verifier = verifier;
        this.secret = secret;
        byte[] nothing = {};
        if (!verifier.verifies(nothing, verifier.algorithm().sign(secret, nothing))) {
            throw new Malformed("The two halves of the key of " + verifier.name() + " do not belong together.");
        }
    }

    /**
     * Makes an Ed25519 key (0x04) and its file, 0600; an existing file is never replaced.
     *
     * @param name of the witness: its address without scheme
     */
    public static Cosigner found(Path file, String name) {
        return found(file, name, Algorithm.COSIGNATURE);
    }

    /** The same with ML-DSA-44 (0x06), for proofs that are to last for decades; each signature has 2,420 bytes. */
    public static Cosigner foundPostQuantum(Path file, String name) {
        return found(file, name, Algorithm.ML_DSA_44);
    }

    private static Cosigner found(Path file, String name, Algorithm algorithm) {
        Cosigner key = random(name, algorithm);
        KeyFile.write(file, FIRST_LINE, key.verifier, Base64.getEncoder().encodeToString(key.secret.getEncoded()));
        return key;
    }

    static Cosigner random(String name, Algorithm algorithm) {
        try {
            KeyPair pair = KeyPairGenerator.getInstance(algorithm.jdkName()).generateKeyPair();
            return new Cosigner(VerifierKey.of(name, algorithm, algorithm.raw(pair.getPublic())), pair.getPrivate());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This JDK makes no keys of " + algorithm.jdkName() + ".", e);
        }
    }

    /**
     * Reads a key file.
     *
     * @throws LedgerException.NotFounded when there is none
     * @throws Malformed when it is no key file, or others than its owner may read it
     */
    public static Cosigner read(Path file) {
        KeyFile.Parts parts = KeyFile.read(file, FIRST_LINE);
        VerifierKey verifier = parts.verifier();
        try {
            if (!verifier.cosigns()) {
                throw new Malformed(file + " holds the key of a log, not of a witness.");
            }
            return new Cosigner(
                    verifier,
                    KeyFactory.getInstance(verifier.algorithm().jdkName())
                            .generatePrivate(new PKCS8EncodedKeySpec(parts.secret())));
        } catch (GeneralSecurityException e) {
            throw new Malformed("The secret in " + file + " is no key of its kind.", e);
        }
    }

    /** What others verify with. */
    public VerifierKey verifier() {
        return verifier;
    }

    SignedNote.Line line(Checkpoint checkpoint, Instant time) {
        Algorithm algorithm = verifier.algorithm();
        long seconds = time.getEpochSecond();
        byte[] signature =
                algorithm.sign(secret, SignedCheckpoint.message(checkpoint, verifier.name(), algorithm, seconds));
        ByteBuffer blob = ByteBuffer.allocate(4 + Long.BYTES + signature.length);
        return new SignedNote.Line(
                verifier.name(),
                blob.put(verifier.id()).putLong(seconds).put(signature).array());
    }
}
