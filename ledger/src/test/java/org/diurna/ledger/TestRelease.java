package org.diurna.ledger;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** A published release of the embassy of Lomara in Belgrade, in a log with others. */
record TestRelease(byte[] page, byte[] edition, byte[] proof, Receipt receipt, Ledger ledger) {
    static final String BODY = "<p>Министар је рекао: „Добро дошли“.</p>\\n<p>A &amp; B</p>\\n";

    static TestRelease published() {
        return published(editionJson(BODY, "1"));
    }

    static TestRelease published(String editionJson) {
        byte[] edition = editionJson.getBytes(StandardCharsets.UTF_8);
        Leaf.Edition leaf = new Leaf.Edition(
                "belgrade",
                "01KAP5Q7W3",
                1,
                "sr-Cyrl",
                Leaf.Kind.RELEASE,
                Instant.parse("2026-11-22T15:00:00Z"),
                OptionalLong.empty(),
                OptionalLong.empty(),
                Optional.of(Hash.sha256(edition)),
                Optional.empty());
        Ledger ledger = TestLog.founded(new FakeDisk());
        ledger.append(0, TestLog.entries(0, 299));
        Receipt receipt = ledger.append(299, List.of(leaf.bytes())).receipts().getFirst();
        return new TestRelease(page(BODY), edition, receipt.proof().bytes(), receipt, ledger);
    }

    static byte[] page(String body) {
        return """
                <!doctype html><html lang=sr-Cyrl><head>
                <link rel="alternate" hreflang="en" href="/en/">
                <link rel="alternate" type="application/atom+xml" href="/feed">
                <link rel="alternate" type="application/json" href="edition.json">
                <link href='edition.tlog-proof' type='text/plain' rel='nofollow describedby'>
                <title>T</title></head><body><!--edition-->%s<!--/edition--></body></html>
                """.formatted(body.replace("\\n", "\n")).getBytes(StandardCharsets.UTF_8);
    }

    static String editionJson(String body, String edition) {
        return """
                {"bodyHtml":"%s","edition":%s,"kind":"release","lang":"sr-Cyrl","office":"belgrade","pictures":[],\
                "release":"01KAP5Q7W3","salt":"AAAA","title":"Посета","v":1}
                """.formatted(body, edition);
    }
}
