package org.diurna.counter;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.diurna.house.TestDatabases;
import org.junit.jupiter.api.Test;

/** What programs send that no form of ours would. */
final class HostileFormsTest {
    private static final int ROUNDS = 400;
    private static final List<String> FIELDS = List.of(
            "release",
            "lang",
            "token",
            "name",
            "organisation",
            "mail",
            "medium",
            "purpose",
            "item",
            "territory",
            "first",
            "last",
            "consent",
            "website",
            "words",
            "");

    /** Raw, as they stand in the body. */
    private static final List<String> VALUES = List.of(
            "%00",
            "%FF%FE%80",
            "%ED%A0%80",
            "%zz",
            "%",
            "+",
            "=",
            "%0D%0ABcc%3A+all%40post.example",
            "%3Cscript%3Ealert(1)%3C/script%3E",
            "%22%3E%3Cimg+src%3Dx%3E",
            "'%3B+drop+table+licence%3B--",
            "%E2%80%AE",
            "a%00b%40post.example",
            "mira%40post.example%0D%0ABcc%3Aall%40post.example",
            "-1",
            "99999999999",
            "0",
            "1",
            "2026-02-31",
            "9999999-01-01",
            "en",
            "ar",
            "xx",
            "../../etc/passwd");

    @Test
    void no_form_breaks_the_counter_or_comes_back_as_markup() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        try (Open open = new Open(new TestDatabases.Fresh("SQLite"))) {
            for (int round = 0; round < ROUNDS; round++) {
                String body = body(random, open);
                HttpResponse<String> answer = open.post("/-/licence", body);
                assertThat(answer.statusCode()).as("seed " + seed + ": " + body).isIn(303, 400, 404, 413, 422, 429);
                assertThat(answer.body())
                        .as("seed " + seed + ": " + body)
                        .doesNotContain("<script", "<img", "A secret headline", "\u0000");
            }
            assertThat(open.outbox.unsent(100))
                    .allSatisfy(slip -> assertThat(slip.to()).doesNotContain("\r", "\n", "\u0000"));
        }
    }

    private static String body(Random random, Open open) {
        StringBuilder body =
                new StringBuilder("release=" + (random.nextInt(4) == 0 ? open.draft : open.released) + "&lang=en");
        int count = random.nextInt(1, 16);
        for (int i = 0; i < count; i++) {
            String value = VALUES.get(random.nextInt(VALUES.size()));
            body.append('&')
                    .append(FIELDS.get(random.nextInt(FIELDS.size())))
                    .append('=')
                    .append(random.nextInt(12) == 0 ? value.repeat(3000) : value);
        }
        return body.toString();
    }

    @Test
    void what_is_too_long_is_said_and_what_is_huge_is_turned_away() {
        try (Open open = new Open(new TestDatabases.Fresh("SQLite"))) {
            HttpResponse<String> slow = open.post(
                    "/-/licence", open.filled("token", open.token(), "purpose", "x".repeat(RequestForm.TEXT_MAX + 1)));
            assertThat(slow.statusCode()).isEqualTo(422);
            assertThat(slow.body()).contains("Please write at most 4,000 characters.");
            HttpResponse<String> huge =
                    open.post("/-/licence", open.filled("token", open.token(), "purpose", "x".repeat(300_000)));
            assertThat(huge.statusCode()).isEqualTo(413);
            assertThat(open.counter.search(Optional.empty(), Set.of(), 10)).isEmpty();
        }
    }

    @Test
    void a_nul_or_a_line_break_in_a_name_reaches_no_letter_and_no_receipt() {
        try (Open open = new Open(new TestDatabases.Fresh("SQLite"))) {
            open.ask("name", "Mira\u0000\r\nBcc: all@post.example", "purpose", "One\r\nTwo\u0000");
            assertThat(open.only().requester().name()).isEqualTo("Mira  Bcc: all@post.example");
            assertThat(open.only().use().purpose()).isEqualTo("One\nTwo");
        }
    }

    @Test
    void an_address_that_was_made_up_opens_nothing() {
        try (Open open = new Open(new TestDatabases.Fresh("SQLite"))) {
            String path = open.ask();
            String secret = path.substring(path.lastIndexOf('/') + 1);
            String other = secret.substring(0, 10) + "A".repeat(22);
            for (String made : List.of(
                    "/-/licence/" + other,
                    "/-/licence/" + secret.substring(0, 10),
                    "/-/licence/" + secret + "x",
                    path + "/0",
                    path + "/receipt.txt",
                    path + "/" + URLEncoder.encode("../1", StandardCharsets.UTF_8))) {
                assertThat(open.get(made).statusCode()).as(made).isEqualTo(404);
            }
            assertThat(open.getAt("cairo.mfa.example", path).statusCode()).isEqualTo(404);
            assertThat(open.getAt("elsewhere.example", path).statusCode()).isEqualTo(421);
        }
    }
}
