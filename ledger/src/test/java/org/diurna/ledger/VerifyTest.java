package org.diurna.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class VerifyTest {
    private static final Verify VERIFY = new Verify(List.of(TestLog.KEY.verifier()));
    private final TestRelease release = TestRelease.published();

    @Test
    void a_page_as_it_was_published_is_genuine_and_never_called_current() {
        Verdict verdict = VERIFY.check(Evidence.of(release.page(), release.edition(), release.proof()));
        assertThat(verdict).isInstanceOfSatisfying(Verdict.Genuine.class, genuine -> {
            assertThat(genuine.headline()).hasValue("Посета");
            assertThat(genuine.receipt().index()).isEqualTo(299);
            assertThat(genuine.proven()).hasSize(4).anyMatch(words -> words.contains("byte for byte"));
            assertThat(genuine.notProven()).anyMatch(words -> words.contains("later edition"));
            assertThat(genuine.notProven()).anyMatch(words -> words.contains("no witness"));
        });
        assertThat(verdict.words())
                .startsWith("Genuine:")
                .doesNotContain("current")
                .contains("cannot know");
        assertThat(verdict.exitCode()).isZero();
    }

    @Test
    void less_is_proven_of_less() {
        assertThat(VERIFY.check(Evidence.of(release.edition(), release.proof())))
                .isInstanceOfSatisfying(
                        Verdict.Genuine.class,
                        genuine ->
                                assertThat(genuine.notProven()).anyMatch(words -> words.contains("no page was given")));
        Evidence proofOnly = new Evidence(Optional.of(release.page()), Optional.empty(), Optional.of(release.proof()));
        assertThat(VERIFY.check(proofOnly))
                .isInstanceOfSatisfying(
                        Verdict.Genuine.class,
                        genuine -> assertThat(genuine.notProven())
                                .anyMatch(words -> words.contains("compared with nothing")));
        Evidence noProof = new Evidence(Optional.of(release.page()), Optional.of(release.edition()), Optional.empty());
        assertThat(VERIFY.check(noProof)).isInstanceOf(Verdict.NotProven.class);
    }

    @Test
    void one_changed_byte_anywhere_in_the_words_of_the_page_is_told() {
        byte[] body = TestRelease.BODY.replace("\\n", "\n").getBytes(StandardCharsets.UTF_8);
        int from = new String(release.page(), StandardCharsets.ISO_8859_1).indexOf("<!--edition-->") + 14;
        for (int at = from; at < from + body.length; at++) {
            byte[] page = release.page().clone();
            page[at] ^= 1;
            Verdict verdict = VERIFY.check(Evidence.of(page, release.edition(), release.proof()));
            assertThat(verdict)
                    .isInstanceOfSatisfying(
                            Verdict.Altered.class,
                            altered -> assertThat(altered.part()).isEqualTo(Verdict.Part.PAGE));
            assertThat(verdict.words())
                    .contains("from byte " + (at - from) + " on")
                    .endsWith(".");
        }
        byte[] longer = TestRelease.page(TestRelease.BODY + " ");
        assertThat(VERIFY.check(Evidence.of(longer, release.edition(), release.proof())))
                .isInstanceOf(Verdict.Altered.class);
    }

    @Test
    void what_stands_around_the_words_may_change() {
        String page =
                new String(release.page(), StandardCharsets.UTF_8).replace("<body>", "<body class=new><nav></nav>");
        byte[] bytes = page.getBytes(StandardCharsets.UTF_8);
        assertThat(VERIFY.check(Evidence.of(bytes, release.edition(), release.proof())))
                .isInstanceOf(Verdict.Genuine.class);
    }

    @Test
    void a_page_with_two_marked_parts_or_none_is_not_judged() {
        String page = new String(release.page(), StandardCharsets.UTF_8);
        for (String other : List.of(
                page + "<!--edition-->x<!--/edition-->",
                page + "<!--/edition-->",
                page.replace("<!--edition-->", ""),
                page.replace("<!--edition-->", "<!--/edition-->"),
                "")) {
            Evidence evidence = Evidence.of(other.getBytes(StandardCharsets.UTF_8), release.edition(), release.proof());
            assertThat(VERIFY.check(evidence)).isInstanceOf(Verdict.Unreadable.class);
        }
    }

    @Test
    void another_edition_file_is_told() {
        byte[] changed = release.edition().clone();
        changed[20] ^= 1;
        assertThat(VERIFY.check(Evidence.of(release.page(), changed, release.proof())))
                .isInstanceOfSatisfying(
                        Verdict.Altered.class,
                        altered -> assertThat(altered.part()).isEqualTo(Verdict.Part.EDITION));
    }

    @Test
    void an_edition_file_that_contradicts_its_leaf_is_told() {
        TestRelease odd = TestRelease.published(TestRelease.editionJson(TestRelease.BODY, "2"));
        assertThat(VERIFY.check(Evidence.of(odd.page(), odd.edition(), odd.proof()))
                        .words())
                .contains("its edition is \"2\", the logged one is \"1\"");
        for (String json : List.of("[]", "{}", "{\"bodyHtml\":1}", "no", TestRelease.editionJson("", "1") + "x")) {
            TestRelease broken = TestRelease.published(json);
            assertThat(VERIFY.check(Evidence.of(broken.page(), broken.edition(), broken.proof())))
                    .as(json)
                    .isInstanceOf(Verdict.Unreadable.class);
        }
    }

    @Test
    void no_byte_of_the_proof_can_change() {
        for (int at = 0; at < release.proof().length; at++) {
            byte[] proof = release.proof().clone();
            proof[at] ^= 1;
            assertThat(VERIFY.check(Evidence.of(release.page(), release.edition(), proof)))
                    .as("byte %d", at)
                    .isInstanceOfAny(Verdict.NotProven.class, Verdict.Unreadable.class);
        }
    }

    @Test
    void a_proof_of_another_log_is_not_trusted() {
        Verify other = new Verify(List.of(TestLog.TESSERA.verifier()));
        assertThat(other.check(Evidence.of(release.page(), release.edition(), release.proof())))
                .isInstanceOf(Verdict.NotProven.class);
    }

    @Test
    void a_withdrawal_is_told_as_such() {
        Leaf leaf = LeafTest.ended(Leaf.Kind.WITHDRAWAL);
        Receipt receipt =
                release.ledger().append(300, List.of(leaf.bytes())).receipts().getFirst();
        Verdict verdict = VERIFY.check(
                Evidence.of(release.page(), release.edition(), receipt.proof().bytes()));
        assertThat(verdict).isInstanceOf(Verdict.Ended.class);
        assertThat(verdict.words()).contains("was withdrawn");
        assertThat(verdict.exitCode()).isEqualTo(3);
    }
}
