package org.diurna.ledger;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * The three kinds of signature on a checkpoint: the log's own (signed-note, type 0x01) and two kinds of cosignatures
 * (tlog-cosignature, types 0x04 and 0x06), which carry a time.
 */
enum Algorithm {
    ED25519(1, "Ed25519", 32, 64, false, "302a300506032b6570032100"),
    COSIGNATURE(4, "Ed25519", 32, 64, true, "302a300506032b6570032100"),
    ML_DSA_44(6, "ML-DSA-44", 1312, 2420, true, "30820532300b06096086480165030403110382052100");

    final int type;
    final int keyBytes;
    final int signatureBytes;
    final boolean timed;
    private final String name;
    /** What stands before the raw key in its X.509 form (RFC 8410 section 4, RFC 9881 section 4). */
    private final String headHex;

    Algorithm(int type, String name, int keyBytes, int signatureBytes, boolean timed, String headHex) {
        this.type = type;
        this.name = name;
        this.keyBytes = keyBytes;
        this.signatureBytes = signatureBytes;
        this.timed = timed;
        this.headHex = headHex;
    }

    /** Bytes of a line's body without the key id. */
    int bodyBytes() {
        return signatureBytes + (timed ? Long.BYTES : 0);
    }

    String jdkName() {
        return name;
    }

    byte[] raw(PublicKey key) {
        byte[] encoded = key.getEncoded();
        return Arrays.copyOfRange(encoded, encoded.length - keyBytes, encoded.length);
    }

    boolean verifies(byte[] rawKey, byte[] message, byte[] signature) {
        try {
            byte[] encoded = HexFormat.of().parseHex(headHex + HexFormat.of().formatHex(rawKey));
            Signature check = Signature.getInstance(name);
            check.initVerify(KeyFactory.getInstance(name).generatePublic(new X509EncodedKeySpec(encoded)));
            check.update(message);
            return check.verify(signature);
        } catch (GeneralSecurityException e) {
            // a point off the curve, a scalar out of range: whoever made it, it is no signature
            return false;
        }
    }

    byte[] sign(PrivateKey key, byte[] message) {
        try {
            Signature signature = Signature.getInstance(name);
            signature.initSign(key);
            signature.update(message);
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("The JDK cannot sign with " + name + " and a key that it made.", e);
        }
    }
}
