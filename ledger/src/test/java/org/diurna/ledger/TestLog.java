package org.diurna.ledger;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.spec.NamedParameterSpec;
import java.util.Base64;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/** Logs of plain texts in memory, with keys that are public knowledge. */
final class TestLog {
    /** The test key of Tessera's published log: algorithm byte and seed. */
    static final String TESSERA_SEED = "AeymY/SZAX0jZcJ8enZ5FY1Dz+wTML2yWSkK+9DSF3eg";

    static final LogKey TESSERA = key("example.com/log/testdata", tesseraSeed());
    static final LogKey KEY = key("ledger.lomara.example/press", new byte[32]);

    private TestLog() {}

    private static byte[] tesseraSeed() {
        byte[] typed = Base64.getDecoder().decode(TESSERA_SEED);
        byte[] seed = new byte[32];
        System.arraycopy(typed, 1, seed, 0, 32);
        return seed;
    }

    /** The JDK makes a key pair from the random bytes that it is given, so a seed leads to its public key. */
    static LogKey key(String origin, byte[] seed) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("Ed25519");
            generator.initialize(NamedParameterSpec.ED25519, new SecureRandom() {
                private static final long serialVersionUID = 1L;

                @Override
                public void nextBytes(byte[] bytes) {
                    System.arraycopy(seed, 0, bytes, 0, bytes.length);
                }
            });
            byte[] raw = Algorithm.ED25519.raw(generator.generateKeyPair().getPublic());
            return LogKey.of(VerifierKey.of(origin, Algorithm.ED25519, raw), seed);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    static Ledger founded(Disk disk) {
        Founding.log(disk, KEY);
        return open(disk);
    }

    static Ledger open(Disk disk) {
        return Ledger.open(disk, KEY, (entry, index) -> {});
    }

    static byte[] entry(long index) {
        return ("entry " + index).getBytes(StandardCharsets.UTF_8);
    }

    static List<byte[]> entries(long from, long to) {
        return LongStream.range(from, to).mapToObj(TestLog::entry).toList();
    }

    /** MTH as RFC 6962 section 2.1 writes it, slowly. */
    static Hash naiveRoot(List<Hash> leaves) {
        if (leaves.isEmpty()) {
            return Hash.sha256();
        }
        if (leaves.size() == 1) {
            return leaves.getFirst();
        }
        int k = naiveSplit(leaves.size());
        return Hash.sha256(
                new byte[] {1},
                naiveRoot(leaves.subList(0, k)).bytes(),
                naiveRoot(leaves.subList(k, leaves.size())).bytes());
    }

    static int naiveSplit(int n) {
        return IntStream.iterate(1, k -> k * 2).takeWhile(k -> k < n).max().orElseThrow();
    }
}
