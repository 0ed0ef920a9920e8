package org.diurna.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.diurna.ledger.LedgerException.Malformed;
import org.junit.jupiter.api.Test;

class LeafTest {
    static final String TEXT = """
            diurna-edition/v1
            office atlantis
            release 01KAP5Q7W3
            edition 2
            lang en
            kind correction
            time 2026-11-22T15:00:00Z
            previous 300
            source 298
            content sha256:1111111111111111111111111111111111111111111111111111111111111111
            approvals sha256:2222222222222222222222222222222222222222222222222222222222222222
            """;

    private static final Instant TIME = Instant.parse("2026-11-22T15:00:00Z");

    @Test
    void the_leaf_of_the_design_is_read_and_written_as_it_stands() {
        Leaf.Edition leaf = (Leaf.Edition) Leaf.parse(bytes(TEXT));
        assertThat(leaf.office()).isEqualTo("atlantis");
        assertThat(leaf.kind()).isEqualTo(Leaf.Kind.CORRECTION);
        assertThat(leaf.previous()).hasValue(300);
        assertThat(leaf.content().orElseThrow().hex()).isEqualTo("1".repeat(64));
        assertThat(leaf.text()).isEqualTo(TEXT);
    }

    @Test
    void every_kind_of_leaf_is_read_back() {
        Hash digest = Tree.EMPTY;
        for (Leaf leaf : List.of(
                first(Leaf.Kind.RELEASE),
                first(Leaf.Kind.TRANSLATION),
                ended(Leaf.Kind.WITHDRAWAL),
                ended(Leaf.Kind.ERASURE),
                new Leaf.Key(TIME, TestLog.KEY.verifier()),
                new Leaf.Hosts(TIME, digest),
                new Leaf.Rendition(TIME, 12, digest))) {
            assertThat(Leaf.parse(leaf.bytes())).isEqualTo(leaf);
            assertThat(leaf.bytes()).hasSizeLessThan(Leaf.SIZE_MAX_BYTES);
        }
    }

    @Test
    void the_longest_possible_leaf_still_fits() {
        Leaf longest = new Leaf.Edition(
                "a".repeat(32),
                "0123456789",
                Integer.MAX_VALUE,
                "abc-Abcd-999",
                Leaf.Kind.CORRECTION,
                TIME,
                OptionalLong.of(999_999_999_999_999_999L),
                OptionalLong.of(999_999_999_999_999_999L),
                Optional.of(Tree.EMPTY),
                Optional.of(Tree.EMPTY));
        assertThat(longest.bytes()).hasSizeLessThan(Leaf.SIZE_MAX_BYTES);
        assertThat(Leaf.parse(longest.bytes())).isEqualTo(longest);
    }

    @Test
    void anything_else_is_refused() {
        for (String text : List.of(
                "",
                "diurna-edition/v2\n",
                TEXT + "\n",
                TEXT + "title Something\n",
                TEXT.substring(0, TEXT.length() - 1),
                TEXT.replace("\n", "\r\n"),
                TEXT.replace("office atlantis\n", ""),
                TEXT.replace("office atlantis", "office  atlantis"),
                TEXT.replace("office atlantis", "office Atlantis"),
                TEXT.replace("office atlantis", "office press@atlantis.example"),
                TEXT.replace("office atlantis\nrelease 01KAP5Q7W3", "release 01KAP5Q7W3\noffice atlantis"),
                TEXT.replace("01KAP5Q7W3", "visit-of-mr-x"),
                TEXT.replace("01KAP5Q7W3", "01KAP5Q7WU"),
                TEXT.replace("edition 2", "edition 02"),
                TEXT.replace("edition 2", "edition 0"),
                TEXT.replace("lang en", "lang EN"),
                TEXT.replace("lang en", "lang en-us"),
                TEXT.replace("kind correction", "kind Correction"),
                TEXT.replace("kind correction", "kind denial"),
                TEXT.replace("kind correction", "kind release"),
                TEXT.replace("kind correction", "kind withdrawal"),
                TEXT.replace("15:00:00Z", "15:00:00.5Z"),
                TEXT.replace("15:00:00Z", "15:00Z"),
                TEXT.replace("15:00:00Z", "15:00:00+00:00"),
                TEXT.replace("2026-11-22", "2026-02-30"),
                TEXT.replace("15:00:00Z", "24:00:00Z"),
                TEXT.replace("previous 300", "previous -"),
                TEXT.replace("previous 300", "previous -1"),
                TEXT.replace("previous 300", "previous"),
                TEXT.replace("sha256:1", "sha256:A"),
                TEXT.replace("sha256:1", "sha512:1"),
                TEXT.replace("content sha256:" + "1".repeat(64), "content -"),
                TEXT.replace("atlantis", "é"))) {
            assertThatThrownBy(() -> Leaf.parse(bytes(text))).as(text).isInstanceOf(Malformed.class);
        }
        assertThatThrownBy(() -> Leaf.parse(new byte[] {(byte) 0xff})).isInstanceOf(Malformed.class);
        assertThatThrownBy(() -> Leaf.parse(new byte[70_000])).isInstanceOf(Malformed.class);
    }

    @Test
    void a_leaf_points_only_to_what_is_before_it() {
        assertThatCode(() -> Leaf.admit(bytes(TEXT), 301)).doesNotThrowAnyException();
        assertThatThrownBy(() -> Leaf.admit(bytes(TEXT), 300)).isInstanceOf(Malformed.class);
        assertThatThrownBy(() -> Leaf.admit(bytes(TEXT.replace("source 298", "source 301")), 301))
                .isInstanceOf(Malformed.class);
        assertThatThrownBy(() -> Leaf.admit(new Leaf.Rendition(TIME, 5, Tree.EMPTY).bytes(), 5))
                .isInstanceOf(Malformed.class);
    }

    @Test
    void a_short_code_survives_being_typed_by_a_person() {
        ShortCode code = ShortCode.of(Tree.EMPTY, 298);
        assertThat(code).hasToString("WERC8GMRZGE1-298");
        assertThat(ShortCode.parse("werc 8gmr zgei — 298")).isEqualTo(code);
        assertThat(ShortCode.parse("WERC-8GMR-ZGEL-298")).isEqualTo(code);
        assertThat(code.matches(Tree.EMPTY)).isTrue();
        assertThat(code.matches(Tree.leaf(new byte[0]))).isFalse();
        for (String wrong : List.of("", "WERC8GMRZGE1", "WERC8GMRZGE1-", "WERC8GMRZGE1-02", "WERC8GMRZGU1-2")) {
            assertThatThrownBy(() -> ShortCode.parse(wrong)).as(wrong).isInstanceOf(Malformed.class);
        }
    }

    static Leaf.Edition first(Leaf.Kind kind) {
        return new Leaf.Edition(
                "belgrade",
                "01KAP5Q7W3",
                1,
                "sr-Latn",
                kind,
                TIME,
                OptionalLong.empty(),
                OptionalLong.empty(),
                Optional.of(Tree.EMPTY),
                Optional.empty());
    }

    static Leaf.Edition ended(Leaf.Kind kind) {
        return new Leaf.Edition(
                "belgrade",
                "01KAP5Q7W3",
                2,
                "sr-Latn",
                kind,
                TIME,
                OptionalLong.of(0),
                OptionalLong.empty(),
                Optional.empty(),
                Optional.empty());
    }

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
