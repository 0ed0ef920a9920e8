package org.diurna.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.function.Consumer;
import org.diurna.ledger.LedgerException.Malformed;
import org.diurna.ledger.LedgerException.NotGenuine;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The readers accept one spelling of each thing. */
class StrictnessTest {
    private static final List<VerifierKey> KEYS = List.of(TestLog.KEY.verifier());
    private static final Checkpoint THREE =
            new Checkpoint(TestLog.KEY.origin(), 3, Tree.leaf("root".getBytes(StandardCharsets.US_ASCII)));
    private static final String NOTE = TestLog.KEY.sign(THREE).note();

    @ParameterizedTest
    @ValueSource(strings = {"", "00", "01", "+1", "-1", " 1", "1 ", "1.0", "0x1", "٣", "9223372036854775808", "1e3"})
    void a_number_has_one_spelling(String text) {
        assertThatThrownBy(() -> Strict.decimal(text, "size")).isInstanceOf(Malformed.class);
        assertThat(Strict.decimal("9223372036854775807", "size")).isEqualTo(Long.MAX_VALUE);
        assertThat(Strict.decimal("0", "size")).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"QQ", "QQ=", "QR==", "QUI", "QUJ=", "Q Q==", "QQ==\n", "QQ===", "_-==", "="})
    void base64_has_one_spelling(String text) {
        assertThatThrownBy(() -> Strict.base64(text, "hash")).isInstanceOf(Malformed.class);
        assertThat(Strict.base64("QQ==", "hash")).containsExactly('A');
    }

    @ParameterizedTest
    @CsvSource({
        "5, tile/0/005",
        "1234067, tile/0/x001/x234/067",
        "0, tile/0/000",
        "999, tile/0/999",
        "1000, tile/0/x001/000"
    })
    void a_tile_has_the_path_of_the_specification(long index, String path) {
        TilePath tile = new TilePath(0, index, 256);
        assertThat(tile.path()).isEqualTo(path);
        assertThat(TilePath.parse(path)).isEqualTo(tile);
        TilePath partial = new TilePath(TilePath.ENTRIES, index, 7);
        assertThat(partial.path()).isEqualTo(path.replace("/0/", "/entries/") + ".p/7");
        assertThat(TilePath.parse(partial.path())).isEqualTo(partial);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "tile/0/5",
                "tile/0/x000/005",
                "tile/0/000.p/0",
                "tile/0/000.p/256",
                "tile/0/000.p/01",
                "tile/8/000",
                "tile/-1/000",
                "/tile/0/000",
                "tile/0/000/",
                "tile/0/../checkpoint",
                "tile/0/x001/x234/67",
                "tile/0/001/234",
                "tile/data/000",
                "checkpoint"
            })
    void no_other_path_is_one_of_a_tile(String path) {
        assertThatThrownBy(() -> TilePath.parse(path)).isInstanceOf(Malformed.class);
    }

    @Test
    void a_log_of_seventy_thousand_entries_has_the_tiles_of_the_specification() {
        List<TilePath> tiles = TilePath.between(0, 70_000)
                .filter(tile -> tile.level() != TilePath.ENTRIES)
                .toList();
        assertThat(tiles).hasSize(277);
        assertThat(tiles.stream().filter(tile -> !tile.full()).map(TilePath::path))
                .containsExactly("tile/0/273.p/112", "tile/1/001.p/17", "tile/2/000.p/1");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "name+00000000+%s",
                "+%i+%s",
                "na me+%i+%s",
                "name+%I+%s",
                "name+%i+%s=",
                "name+%i",
                "name",
                "",
                "name+%i+AQ==",
                "name+%i+"
            })
    void a_verifier_key_has_one_spelling(String form) {
        VerifierKey key = TestLog.key("name", new byte[32]).verifier();
        String[] parts = key.text().split("\\+", 3);
        String text = form.replace("%i", parts[1])
                .replace("%I", parts[1].toUpperCase(Locale.ROOT) + "x")
                .replace("%s", parts[2]);
        assertThatThrownBy(() -> VerifierKey.parse(text)).isInstanceOf(Malformed.class);
        assertThat(VerifierKey.parse(key.text())).isEqualTo(key).hasToString(key.text());
    }

    @Test
    void a_note_verifies_and_any_change_of_its_text_does_not() {
        assertThat(SignedCheckpoint.verify(NOTE, KEYS).checkpoint()).isEqualTo(THREE);
        refused(NOTE.replace("\n3\n", "\n03\n"));
        refused(NOTE.replace("\n3\n", "\n4\n"));
        refused(NOTE.replace("\n3\n", "\n-3\n"));
        refused(NOTE.replace("\n\n", "\nextension\n\n"));
        refused(NOTE.replace("\n\n", "\n"));
        refused(NOTE.replace("\n\n", "\n\n\n"));
        refused(NOTE.substring(0, NOTE.length() - 1));
        refused(NOTE + "\n");
        refused(NOTE + " ");
        refused(NOTE.replace("—", "-"));
        refused(NOTE.replace("\n", "\r\n"));
        refused(NOTE.substring(0, NOTE.indexOf("\n\n") + 2));
        refused("\n" + NOTE);
        refused("");
    }

    private static void refused(String note) {
        assertThat(note).isNotEqualTo(NOTE);
        assertThatThrownBy(() -> SignedCheckpoint.verify(note, KEYS)).isInstanceOf(LedgerException.class);
    }

    @Test
    void a_line_by_an_unknown_key_is_passed_over_and_a_wrong_one_by_a_known_key_is_not() {
        LogKey other = TestLog.key(TestLog.KEY.origin(), filled(7));
        String both = NOTE + other.line(THREE).text();
        assertThat(SignedCheckpoint.verify(both, KEYS).checkpoint()).isEqualTo(THREE);
        assertThat(SignedCheckpoint.verify(both, List.of(other.verifier())).checkpoint())
                .isEqualTo(THREE);
        Checkpoint four = new Checkpoint(THREE.origin(), 4, THREE.root());
        String wrong = NOTE + other.line(four).text();
        assertThat(SignedCheckpoint.verify(wrong, KEYS).checkpoint()).isEqualTo(THREE);
        assertThatThrownBy(() -> SignedCheckpoint.verify(wrong, List.of(KEYS.getFirst(), other.verifier())))
                .isInstanceOf(NotGenuine.class);
        assertThatThrownBy(() -> SignedCheckpoint.verify(NOTE, List.of(other.verifier())))
                .isInstanceOf(NotGenuine.class)
                .hasMessageContaining("which you trust");
    }

    @Test
    void a_key_of_another_log_does_not_vouch_for_this_one() {
        LogKey other = TestLog.key("other.example/log", filled(9));
        Checkpoint stolen = new Checkpoint("other.example/log", 3, THREE.root());
        String note = other.sign(stolen).note().replaceFirst("other.example/log", TestLog.KEY.origin());
        assertThatThrownBy(() -> SignedCheckpoint.verify(note, List.of(other.verifier())))
                .isInstanceOf(NotGenuine.class);
    }

    @Test
    void a_proof_file_has_one_spelling() {
        TlogProof proof = proof();
        String text = proof.text();
        assertThat(TlogProof.parse(proof.bytes()).text()).isEqualTo(text);
        for (String changed : List.of(
                text.substring(1),
                text.replace("index 2", "index 02"),
                text.replace("index 2\n", ""),
                text.replace("extra ", "Extra "),
                text.replaceFirst("\n", "\n\n"),
                text.replaceFirst("\n\n", "\n"),
                text.replaceFirst("\n\n", "\n \n"),
                text.replaceFirst("(?m)^extra (.*)$", "extra $1="))) {
            assertThat(changed).isNotEqualTo(text);
            assertThatThrownBy(() -> TlogProof.parse(changed.getBytes(StandardCharsets.UTF_8)))
                    .as(changed)
                    .isInstanceOf(Malformed.class);
        }
    }

    private static TlogProof proof() {
        Ledger ledger = TestLog.founded(new FakeDisk());
        return ledger.append(0, TestLog.entries(0, 5)).receipts().get(2).proof();
    }

    /** Whatever is done to a file, it is refused in words or means the same. */
    @Test
    void readers_answer_garbage_with_nothing_but_their_own_exception() {
        long seed = System.nanoTime();
        System.out.println("seed of the garbage: " + seed);
        Random random = new Random(seed);
        String policy = Policy.of(TestLog.KEY.verifier()).text();
        String proof = proof().text();
        String json = "{\"a\":[1,-2.5e3,true,false,null,\"\\u00e9\\n\\\\\"],\"b\":{\"c\":\"d\"}}";
        for (int round = 0; round < 4_000; round++) {
            mangled(NOTE, random, bytes -> SignedCheckpoint.verify(Strict.utf8(bytes, "note"), KEYS));
            mangled(proof, random, bytes -> TlogProof.parse(bytes));
            mangled(policy, random, bytes -> Policy.parse(bytes));
            mangled(
                    LeafTest.TEXT,
                    random,
                    bytes -> assertThat(Leaf.parse(bytes).bytes()).isEqualTo(bytes));
            mangled(TestLog.KEY.verifier().text(), random, bytes -> VerifierKey.parse(Strict.utf8(bytes, "key")));
            mangled(json, random, bytes -> JsonReader.read(bytes));
            mangled("tile/entries/x001/x234/067.p/5", random, bytes -> {
                String path = Strict.utf8(bytes, "path");
                assertThat(TilePath.parse(path).path()).isEqualTo(path);
            });
            mangled("7Q3K9D2M4XYZ-298", random, bytes -> ShortCode.parse(Strict.utf8(bytes, "code")));
        }
    }

    private static void mangled(String text, Random random, Consumer<byte[]> reader) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        for (int change = random.nextInt(3); change >= 0; change--) {
            switch (random.nextInt(3)) {
                case 0 -> bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
                case 1 -> bytes = Arrays.copyOf(bytes, 1 + random.nextInt(bytes.length));
                default -> {
                    int at = random.nextInt(bytes.length);
                    bytes[at] = bytes[random.nextInt(bytes.length)];
                }
            }
        }
        try {
            reader.accept(bytes);
        } catch (Malformed | NotGenuine e) {
            assertThat(e.getMessage()).endsWith(".");
        }
    }

    private static byte[] filled(int value) {
        byte[] seed = new byte[32];
        Arrays.fill(seed, (byte) value);
        return seed;
    }

    @Test
    void the_root_of_no_entries_is_the_one_of_the_specification() {
        assertThat(Tree.EMPTY.base64()).isEqualTo("47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=");
        assertThatThrownBy(() -> new Checkpoint("a", 0, THREE.root())).isInstanceOf(Malformed.class);
    }
}
