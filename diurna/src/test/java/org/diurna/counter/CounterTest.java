package org.diurna.counter;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.diurna.edition.ReleaseId;
import org.diurna.edition.WithdrawnText;
import org.diurna.house.OnBothDatabases;
import org.diurna.house.TestDatabases;
import org.diurna.ledger.NoteKey;

final class CounterTest {
    private static Counter.Granting granting(Licence licence) {
        return new Counter.Granting(
                "For one article.\nName the source.",
                LocalDate.of(2027, 1, 31),
                licence.items(),
                List.of(new Licence.File(1, Open.SHA, 4000, 3000, Open.PICTURE.length, 0)));
    }

    @OnBothDatabases
    void a_request_is_taken_in_once_and_both_sides_get_a_letter(TestDatabases.Fresh fresh) {
        try (Open open = new Open(fresh)) {
            String token = open.token();
            String form = open.filled("token", token);
            HttpResponse<String> first = open.post("/-/licence", form);
            HttpResponse<String> again = open.post("/-/licence", form);
            assertThat(first.statusCode()).isEqualTo(303);
            assertThat(again.headers().firstValue("Location"))
                    .isEqualTo(first.headers().firstValue("Location"));
            Licence licence = open.only();
            assertThat(licence.requester().name()).isEqualTo("Mira Okello");
            assertThat(licence.items()).extracting(Licence.Item::title).containsExactly("The ferry in the harbour");
            assertThat(open.outbox.unsent(10))
                    .extracting(slip -> slip.to())
                    .containsExactlyInAnyOrder("mira@post.example", "rights@mfa.example");
            String page = open.get(first.headers().firstValue("Location").orElseThrow())
                    .body();
            assertThat(page).contains("We have received your request.", "The ferry in the harbour");
        }
    }

    @OnBothDatabases
    void the_same_words_from_another_form_are_the_same_request(TestDatabases.Fresh fresh) {
        try (Open open = new Open(fresh)) {
            assertThat(open.ask()).isEqualTo(open.ask());
            assertThat(open.ask("purpose", "A book")).isNotEqualTo(open.ask());
        }
    }

    @OnBothDatabases
    void what_is_not_public_here_cannot_be_told_from_what_is_not_there(TestDatabases.Fresh fresh) {
        try (Open open = new Open(fresh)) {
            String missing = open.get("/-/licence?release=ZZZZZZZZZZ&lang=en").body();
            HttpResponse<String> draft = open.get("/-/licence?release=" + open.draft + "&lang=en");
            HttpResponse<String> elsewhere =
                    open.getAt("cairo.mfa.example", "/-/licence?release=" + open.released + "&lang=en");
            assertThat(draft.statusCode()).isEqualTo(404);
            assertThat(draft.body()).isEqualTo(missing);
            assertThat(elsewhere.statusCode()).isEqualTo(404);
            assertThat(elsewhere.body())
                    .isEqualTo(open.getAt("cairo.mfa.example", "/-/licence?release=ZZZZZZZZZZ&lang=en")
                            .body());
            assertThat(open.post("/-/licence", open.filled("token", open.token(), "release", open.draft.value()))
                            .body())
                    .isEqualTo(missing);
            assertThat(open.counter.search(Optional.empty(), Set.of(), 10)).isEmpty();
        }
    }

    @OnBothDatabases
    void a_refused_form_names_the_fields_and_keeps_what_was_typed(TestDatabases.Fresh fresh) {
        try (Open open = new Open(fresh)) {
            String faulty = open.filled(
                    "token", open.token(), "mail", "mira at post", "purpose", "", "last", "2026-01-01", "item", "77");
            HttpResponse<String> answer = open.post("/-/licence", faulty);
            assertThat(answer.statusCode()).isEqualTo(422);
            assertThat(answer.body())
                    .contains("href=\"#mail\"", "href=\"#purpose\"", "href=\"#last\"", "href=\"#item-0\"")
                    .contains("value=\"Mira Okello\"", "value=\"mira at post\"", "press@mfa.example")
                    .contains("aria-describedby=\"fault-mail\"");
        }
    }

    @OnBothDatabases
    void a_form_that_comes_too_soon_too_late_or_from_a_program_comes_back_whole(TestDatabases.Fresh fresh) {
        try (Open open = new Open(fresh)) {
            String old = open.token();
            open.clock.pass(Secrets.OLDEST);
            for (String form : List.of(
                    open.filled("token", old),
                    open.filled("token", "forged"),
                    open.filled("token", open.token(), "website", "https://spam.example"))) {
                HttpResponse<String> answer = open.post("/-/licence", form);
                assertThat(answer.statusCode()).isEqualTo(422);
                assertThat(answer.body())
                        .contains("Your request was not sent yet", "value=\"Mira Okello\"", "press@mfa.example")
                        .doesNotContain("spam.example");
            }
            assertThat(open.counter.search(Optional.empty(), Set.of(), 10)).isEmpty();
        }
    }

    @OnBothDatabases
    void a_network_that_sends_too_many_is_told_where_to_write(TestDatabases.Fresh fresh) {
        try (Open open = new Open(fresh)) {
            String token = open.token();
            for (int i = 0; i < Rates.MOST; i++) {
                assertThat(open.post("/-/licence", open.filled("token", token)).statusCode())
                        .isEqualTo(303);
            }
            HttpResponse<String> refused = open.post("/-/licence", open.filled("token", token));
            assertThat(refused.statusCode()).isEqualTo(429);
            assertThat(refused.body()).contains("press@mfa.example", "value=\"Mira Okello\"");
            open.clock.pass(Rates.WITHIN.plusMinutes(1));
            assertThat(open.post("/-/licence", open.filled("token", token)).statusCode())
                    .isEqualTo(303);
        }
    }

    @OnBothDatabases
    void a_question_is_answered_and_of_two_decisions_at_once_one_counts(TestDatabases.Fresh fresh) {
        try (Open open = new Open(fresh)) {
            String path = open.ask();
            Licence seen = open.only();
            assertThat(open.counter.ask(seen, "ana", "Which page?")).isTrue();
            assertThat(open.counter.refuse(seen, "ben", "No.")).isFalse();
            assertThat(open.get(path).body()).contains("Which page?", "We have a question.");
            assertThat(open.post(path, "words=Page+three").statusCode()).isEqualTo(303);
            assertThat(open.post(path, "words=Page+four").statusCode()).isEqualTo(303);
            assertThat(open.counter.steps(seen.id()))
                    .extracting(Licence.Step::words)
                    .contains("Page three")
                    .doesNotContain("Page four");
            assertThat(open.only().state()).isEqualTo(Licence.State.OPEN);
        }
    }

    @OnBothDatabases
    void a_granted_licence_has_a_signed_receipt_and_its_file_until_it_ends(TestDatabases.Fresh fresh) {
        try (Open open = new Open(fresh)) {
            String path = open.ask();
            Licence seen = open.only();
            assertThat(open.get(path + "/1").statusCode()).isEqualTo(404);
            assertThat(open.counter.grant(seen, "ana", granting(seen))).isTrue();
            String note = open.get(path + "/receipt.txt").body();
            assertThat(NoteKey.opened(note, open.key.verifier()).orElseThrow())
                    .contains("until: 2027-01-31", "terms: For one article. Name the source.", "licensee: Mira Okello");
            assertThat(open.get(path + "/receipt.json").body()).contains("\"licensee\" : \"Mira Okello\"");
            HttpResponse<String> file = open.get(path + "/1");
            assertThat(file.body()).isEqualTo(new String(Open.PICTURE, java.nio.charset.StandardCharsets.UTF_8));
            assertThat(file.headers().firstValue("Content-Disposition").orElseThrow())
                    .startsWith("attachment;");
            HttpRequest part = open.request(path + "/1", "press.mfa.example")
                    .header("Range", "bytes=4-8")
                    .build();
            HttpResponse<String> some = open.send(part);
            assertThat(some.statusCode()).isEqualTo(206);
            assertThat(some.body()).isEqualTo("bytes");
            HttpRequest.Builder head = open.request(path + "/1", "press.mfa.example");
            HttpResponse<String> length = open.send(
                    head.method("HEAD", HttpRequest.BodyPublishers.noBody()).build());
            assertThat(length.headers().firstValue("Content-Length")).contains(String.valueOf(Open.PICTURE.length));
            HttpRequest.Builder beyond = open.request(path + "/1", "press.mfa.example");
            assertThat(open.send(beyond.header("Range", "bytes=999-").build()).statusCode())
                    .isEqualTo(416);
            assertThat(open.reads)
                    .as("no more is read than is sent")
                    .containsExactly("0+" + Open.PICTURE.length, "4+5");
            assertThat(open.counter.files(seen.id()).getFirst().downloads()).isEqualTo(1);
            assertThat(open.get(path + "/2").statusCode()).isEqualTo(404);
            // by the clock alone, before any job has run
            open.clock.pass(Duration.ofDays(90));
            assertThat(open.get(path + "/1").statusCode()).isEqualTo(404);
            assertThat(open.get(path).body()).contains("The licence has ended.");
            open.counter.tidy();
            open.counter.tidy();
            assertThat(open.only().state()).isEqualTo(Licence.State.EXPIRED);
            assertThat(open.outbox.unsent(20))
                    .filteredOn(slip -> slip.to().equals("mira@post.example"))
                    .hasSize(3);
        }
    }

    @OnBothDatabases
    void a_recalled_picture_leaves_the_licences_that_were_granted_before(TestDatabases.Fresh fresh) {
        try (Open open = new Open(fresh)) {
            String path = open.ask();
            Licence seen = open.only();
            open.counter.grant(seen, "ana", granting(seen));
            assertThat(open.counter.offered(seen)).containsExactly(1);
            assertThat(open.get(path + "/1").statusCode()).isEqualTo(200);

            open.releases.recall(Open.SHA, "The person asked us to.", "ana", open.clock.instant());

            assertThat(open.counter.offered(seen)).isEmpty();
            HttpResponse<String> gone = open.get(path + "/1");
            assertThat(gone.statusCode()).isEqualTo(404);
            assertThat(gone.body()).isEqualTo(open.get(path + "/7").body());
            assertThat(open.get(path).body())
                    .contains("Picture 1 is no longer available.")
                    .doesNotContain("Download picture 1");
            assertThat(open.get(path + "/receipt.txt").statusCode())
                    .as("what was agreed on can still be read")
                    .isEqualTo(200);
        }
    }

    @OnBothDatabases
    void a_withdrawn_release_takes_its_files_along(TestDatabases.Fresh fresh) {
        try (Open open = new Open(fresh)) {
            String path = open.ask("item", "0");
            Licence words = open.only();
            assertThat(open.counter.offered(words)).containsExactly(0);
            assertThat(open.releases.withdraw(
                            open.released,
                            Open.EN,
                            WithdrawnText.REMOVED,
                            "It was wrong.",
                            "ana",
                            open.clock.instant()))
                    .isTrue();
            assertThat(open.counter.offered(words)).isEmpty();
            assertThat(open.get(path).statusCode()).isEqualTo(200);
        }
    }

    @OnBothDatabases
    void a_picture_is_asked_for_by_its_name_so_that_no_other_takes_its_place(TestDatabases.Fresh fresh) {
        try (Open open = new Open(fresh)) {
            ReleaseId two = open.two();
            String page =
                    open.get("/-/licence?release=" + two + "&lang=en&picture=2").body();
            assertThat(page)
                    .contains("value=\"" + Open.SHA + "\"")
                    .containsPattern("value=\"" + Open.OTHER + "\"\\s+checked");
            String token = open.token(two);
            open.releases.recall(Open.SHA, "The person asked us to.", "ana", open.clock.instant());
            open.press();

            String first = open.filled("token", token, "release", two.value());
            HttpResponse<String> gone = open.post("/-/licence", first);
            assertThat(gone.statusCode()).as("the form comes back").isEqualTo(422);
            assertThat(gone.body()).doesNotContain(Open.SHA).contains(Open.OTHER);
            open.post("/-/licence", open.filled("token", token, "release", two.value(), "item", Open.OTHER));
            assertThat(open.only().items()).extracting(Licence.Item::picture).containsExactly(Open.OTHER);
        }
    }

    @OnBothDatabases
    void a_network_that_answers_too_often_is_told_when_to_come_back(TestDatabases.Fresh fresh) {
        try (Open open = new Open(fresh)) {
            String path = open.ask();
            String token = open.token();
            for (int i = 1; i < Rates.MOST; i++) {
                open.post("/-/licence", open.filled("token", token));
            }
            Licence asked = open.only();
            open.counter.ask(asked, "ana", "Which page?");
            HttpResponse<String> busy = open.post(path, "words=Page+three");
            assertThat(busy.statusCode()).isEqualTo(429);
            assertThat(busy.headers().firstValue("Retry-After")).contains(String.valueOf(Rates.WITHIN.toSeconds()));
            assertThat(busy.body()).contains("Page three");
        }
    }

    @OnBothDatabases
    void a_forgotten_person_leaves_the_register_and_the_request_stays_as_a_number(TestDatabases.Fresh fresh) {
        try (Open open = new Open(fresh)) {
            String path = open.ask("mail", "Mira@Post.example");
            Licence seen = open.only();
            open.counter.grant(seen, "ana", granting(seen));
            assertThat(open.counter.about("mira@post.EXAMPLE", Optional.empty()))
                    .hasSize(1);
            assertThat(open.counter.about("mira@post.example", Optional.of(Set.of("cairo"))))
                    .isEmpty();
            assertThat(open.counter.forget(seen.id(), "admin")).isTrue();
            assertThat(open.counter.forget(seen.id(), "admin")).isFalse();
            assertThat(open.outbox.unsent(20))
                    .as("letters that name the person")
                    .isEmpty();
            assertThat(open.counter.about("mira@post.example", Optional.empty()))
                    .isEmpty();
            assertThat(open.get(path).statusCode()).isEqualTo(404);
            assertThat(open.get(path + "/1").statusCode()).isEqualTo(404);
            Licence left = open.counter.find(seen.id()).orElseThrow();
            assertThat(left.toString()).doesNotContain("Mira", "mira", "Harbour Post", "article");
            assertThat(left.state()).isEqualTo(Licence.State.GRANTED);
            assertThat(open.counter.steps(seen.id()).toString()).doesNotContain("article");
            assertThat(open.counter.granted(seen.id()).orElseThrow().receipt()).isEmpty();
        }
    }

    @OnBothDatabases
    void people_are_forgotten_by_themselves_but_not_while_a_licence_holds(TestDatabases.Fresh fresh) {
        try (Open open = new Open(fresh)) {
            open.ask();
            Licence seen = open.only();
            open.counter.grant(
                    seen, "ana", new Counter.Granting("All.", LocalDate.of(2028, 6, 1), seen.items(), List.of()));
            open.clock.pass(Duration.ofDays(401));
            open.counter.tidy();
            assertThat(open.only().erased()).isEmpty();
            open.clock.pass(Duration.ofDays(300));
            open.counter.tidy();
            open.clock.pass(Duration.ofDays(399));
            open.counter.tidy();
            assertThat(open.only().state()).isEqualTo(Licence.State.EXPIRED);
            open.clock.pass(Duration.ofDays(2));
            open.counter.tidy();
            assertThat(open.counter.find(seen.id()).orElseThrow().erased()).isPresent();
        }
    }

    @OnBothDatabases
    void no_answer_sets_a_cookie_or_lets_a_script_run(TestDatabases.Fresh fresh) {
        try (Open open = new Open(fresh)) {
            for (HttpResponse<String> answer :
                    List.of(open.get(open.form()), open.get(open.ask()), open.get("/-/nothing"))) {
                assertThat(answer.headers().map()).doesNotContainKeys("set-cookie", "Set-Cookie");
                assertThat(answer.headers()
                                .firstValue("Content-Security-Policy")
                                .orElseThrow())
                        .startsWith("default-src 'none'")
                        .doesNotContain("script-src");
                assertThat(answer.headers().firstValue("Cache-Control")).contains("no-store");
                assertThat(answer.headers().firstValue("Referrer-Policy")).contains("no-referrer");
                assertThat(answer.body()).doesNotContain("<script");
            }
            assertThat(open.get("/-/counter-key").body().strip())
                    .isEqualTo(open.key.verifier().text());
        }
    }
}
