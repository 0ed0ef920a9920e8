package org.diurna.ledger;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
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
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.diurna.ledger.LedgerException.Malformed;

/**
 * A secret key, Ed25519, that signs small texts which are no leaves of a log: receipts. A signed text is a note (C2SP
 * signed-note) with one signature line.
 */
public final class NoteKey {
    private static final String FIRST_LINE = "diurna-note-key/v1";

    private final VerifierKey verifier;
    private final byte[] seed;
    private final PrivateKey secret;

    private NoteKey(VerifierKey verifier, byte[] seed) {
        this.verifier = verifier;
        this.seed = seed.clone();
        try {
            this.secret = KeyFactory.getInstance("Ed25519")
                    .generatePrivate(new EdECPrivateKeySpec(NamedParameterSpec.ED25519, this.seed));
        } catch (GeneralSecurityException e) {
            throw new Malformed("The seed of the key of " + verifier.name() + " is none of Ed25519.", e);
        }
        byte[] nothing = {};
        if (verifier.algorithm() != Algorithm.ED25519
                || !verifier.verifies(nothing, Algorithm.ED25519.sign(secret, nothing))) {
            throw new Malformed("Seed and public key of " + verifier.name() + " do not belong together.");
        }
    }

    /**
     * Reads the key in a file, or makes a new one where there is no such file.
     *
     * @param name of a new key: an address without scheme, without spaces and plus signs
     * @throws Malformed when it is no key file, or others than its owner may read it
     * @throws LedgerException.Unavailable when it cannot be read or written
     */
    public static NoteKey readOrMake(Path file, String name) {
        try {
            return read(file);
        } catch (LedgerException.NotFounded none) {
            random(name).write(file);
            return read(file);
        }
    }

    private static NoteKey read(Path file) {
        KeyFile.Parts parts = KeyFile.read(file, FIRST_LINE);
        return new NoteKey(parts.verifier(), parts.secret());
    }

    private static NoteKey random(String name) {
        try {
            KeyPair pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
            byte[] seed = ((EdECPrivateKey) pair.getPrivate()).getBytes().orElseThrow();
            return new NoteKey(VerifierKey.of(name, Algorithm.ED25519, Algorithm.ED25519.raw(pair.getPublic())), seed);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every JDK makes Ed25519 keys.", e);
        }
    }

    private void write(Path file) {
        KeyFile.write(file, FIRST_LINE, verifier, Base64.getEncoder().encodeToString(seed));
    }

    /** What everybody may and should have. */
    public VerifierKey verifier() {
        return verifier;
    }

    /**
     * The text with its signature.
     *
     * @param text ends with a line feed and has no control characters but line feeds
     * @throws Malformed when the text cannot be a note's
     */
    public String sign(String text) {
        if (!text.endsWith("\n")) {
            throw new Malformed("The text of a note ends with a line feed.");
        }
        byte[] signature = Algorithm.ED25519.sign(secret, text.getBytes(StandardCharsets.UTF_8));
        ByteBuffer blob = ByteBuffer.allocate(4 + signature.length);
        SignedNote.Line line = new SignedNote.Line(
                verifier.name(), blob.put(verifier.id()).put(signature).array());
        String note = new SignedNote(text, List.of(line)).note();
        // what this key signs, its own reader must be able to read
        if (!SignedNote.parse(note).text().equals(text)) {
            throw new Malformed("The text cannot be signed: it would be read as another one.");
        }
        return note;
    }

    /**
     * The text of a note that this key has signed; empty when it has not.
     *
     * @throws Malformed when it is no signed note
     */
    public static Optional<String> opened(String note, VerifierKey key) {
        SignedNote signed = SignedNote.parse(note);
        byte[] text = signed.text().getBytes(StandardCharsets.UTF_8);
        return signed.lines().stream().anyMatch(line -> line.isBy(key) && key.verifies(text, line.body()))
                ? Optional.of(signed.text())
                : Optional.empty();
    }

    /**
     * A secret of 32 bytes for another purpose, always the same for the same name: HMAC-SHA256 of the name under the seed,
     * from which nobody finds the way back.
     */
    public byte[] derived(String purpose) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(seed, "HmacSHA256"));
            return mac.doFinal(("diurna derived secret: " + purpose).getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every JDK has HMAC-SHA256.", e);
        }
    }
}
