package org.diurna.ledger;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.regex.Pattern;
import org.diurna.ledger.LedgerException.Malformed;

/**
 * The public key of a log or a witness in the text form of C2SP signed-note: {@code name+id+key}. Two are equal when
 * their texts are.
 */
public final class VerifierKey {
    /** The longest name that is accepted, in characters; a length in one byte must hold its UTF-8 form (0x06). */
    static final int NAME_MAX = 255;

    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}");

    private final String name;
    private final Algorithm algorithm;
    private final byte[] key;
    private final byte[] id;

    private VerifierKey(String name, Algorithm algorithm, byte[] key) {
        this.name = checkedName(name);
        this.algorithm = algorithm;
        this.key = key.clone();
        byte[] type = {(byte) algorithm.type};
        this.id = Arrays.copyOf(
                Hash.sha256((name + "\n").getBytes(StandardCharsets.UTF_8), type, key)
                        .view(),
                4);
    }

    static VerifierKey of(String name, Algorithm algorithm, byte[] key) {
        if (key.length != algorithm.keyBytes) {
            throw new Malformed("The key of " + Strict.shown(name) + " has " + key.length + " bytes instead of "
                    + algorithm.keyBytes + ".");
        }
        return new VerifierKey(name, algorithm, key);
    }

    /**
     * Reads {@code name+id+key}.
     *
     * @throws Malformed when it is in no such form, the id is not the one of the key, or the kind of key is none of
     *     Ed25519 (0x01), Ed25519 cosignature (0x04), ML-DSA-44 cosignature (0x06)
     */
    public static VerifierKey parse(String vkey) {
        String[] parts = vkey.split("\\+", 3);
        if (parts.length != 3 || !ID.matcher(parts[1]).matches()) {
            throw new Malformed(Strict.shown(vkey) + " is no verifier key; it is written name+id+key.");
        }
        byte[] typed = Strict.base64(parts[2], "key of " + Strict.shown(parts[0]));
        int type = typed.length == 0 ? -1 : typed[0];
        Algorithm algorithm = Arrays.stream(Algorithm.values())
                .filter(known -> known.type == type)
                .findAny()
                .orElseThrow(() -> new Malformed("The key of " + Strict.shown(parts[0])
                        + " is of a kind that this program does not know; it knows Ed25519 and ML-DSA-44."));
        VerifierKey key = of(parts[0], algorithm, Arrays.copyOfRange(typed, 1, typed.length));
        if (!key.idHex().equals(parts[1])) {
            throw new Malformed("The id in the verifier key of " + Strict.shown(parts[0]) + " is " + parts[1]
                    + ", but the key itself gives " + key.idHex() + "; it was copied wrongly.");
        }
        return key;
    }

    /** Names are scheme-less addresses; a space or a plus sign would make notes ambiguous. */
    static String checkedName(String name) {
        boolean clean = name.codePoints()
                .noneMatch(c -> c == '+'
                        || c == 0xFFFD
                        || Character.isISOControl(c)
                        || Character.isWhitespace(c)
                        || Character.isSpaceChar(c));
        if (name.isEmpty() || !clean || name.getBytes(StandardCharsets.UTF_8).length > NAME_MAX) {
            throw new Malformed(Strict.shown(name) + " cannot name a key: 1 to " + NAME_MAX
                    + " bytes without spaces, plus signs and control characters.");
        }
        return name;
    }

    /** Of a log this is its origin. */
    public String name() {
        return name;
    }

    /** Eight hexadecimal digits. */
    public String idHex() {
        return HexFormat.of().formatHex(id);
    }

    /** True for a key that signs as a witness: its signatures carry a time. */
    public boolean cosigns() {
        return algorithm.timed;
    }

    Algorithm algorithm() {
        return algorithm;
    }

    byte[] id() {
        return id.clone();
    }

    boolean verifies(byte[] message, byte[] signature) {
        return algorithm.verifies(key, message, signature);
    }

    /** {@code name+id+key}. */
    public String text() {
        byte[] typed = new byte[key.length + 1];
        typed[0] = (byte) algorithm.type;
        System.arraycopy(key, 0, typed, 1, key.length);
        return name + "+" + idHex() + "+" + Base64.getEncoder().encodeToString(typed);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof VerifierKey that && text().equals(that.text());
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(id);
    }

    @Override
    public String toString() {
        return text();
    }
}
