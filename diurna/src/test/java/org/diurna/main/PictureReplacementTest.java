package org.diurna.main;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.Optional;
import org.diurna.edition.Banner;
import org.diurna.edition.Block;
import org.diurna.edition.ReleaseId;
import org.diurna.edition.Wording;
import org.diurna.house.Language;
import org.diurna.house.OnBothDatabases;
import org.diurna.house.TestDatabases;
import org.diurna.staff.Duty;
import org.diurna.staff.Members;
import org.diurna.staff.Staff;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A picture of the library in the place of another: what is offered, what still shows the old one, and for whom. */
final class PictureReplacementTest {
    private static final Language EN = Language.of("en");

    @RegisterExtension
    private static final SharedProgram program = new SharedProgram();

    private static Wording wording(TestDesk desk, ReleaseId id) {
        return desk.house().releases().draft(id, EN).orElseThrow().wording();
    }

    private static ReleaseId showing(TestDesk desk, String picture) {
        ReleaseId id = desk.draft("own", "A story");
        Wording under = wording(desk, id)
                .under(Optional.of(new Banner(picture, Block.Use.INFORMATIVE, "The old one", "A caption")));
        desk.house()
                .releases()
                .save(id, EN, 1, under, "test", desk.house().clock().instant());
        return id;
    }

    @OnBothDatabases
    void the_old_picture_leads_to_the_new_one_and_a_draft_exchanges_it(TestDatabases.Fresh fresh) throws IOException {
        try (TestDesk desk = TestDesk.open(fresh.place(), Members.plain(), Staff.Use.EARNEST)) {
            desk.office("own");
            desk.office("foreign");
            String old = PictureRoutesTest.take(desk, "own", 1);
            String other = PictureRoutesTest.take(desk, "own", 2);
            String foreign = PictureRoutesTest.take(desk, "foreign", 3);
            ReleaseId id = showing(desk, old);
            Visitor writer = PictureRoutesTest.member(desk, "writer", Duty.WRITER, "own");
            Visitor reviewer = PictureRoutesTest.member(desk, "reviewer", Duty.REVIEWER, "own");
            writer.get("/pictures");
            reviewer.get("/pictures");

            String form = "/pictures/" + old + "/replacement";
            assertThat(reviewer.post(form, "by", other).statusCode()).isEqualTo(403);
            assertThat(writer.get(form).body()).contains(other).doesNotContain(foreign);
            assertThat(writer.post(form, "by", foreign).statusCode()).isEqualTo(422);
            assertThat(writer.post(form, "by", old).statusCode()).isEqualTo(422);
            assertThat(writer.post(form, "by", other).statusCode()).isEqualTo(303);
            assertThat(writer.post("/pictures/" + other + "/replacement", "by", old)
                            .statusCode())
                    .as("in a circle")
                    .isEqualTo(422);

            HttpResponse<String> led = writer.get("/pictures/" + old);
            assertThat(led.statusCode()).isEqualTo(303);
            assertThat(led.headers().firstValue("Location").orElseThrow()).endsWith("/pictures/" + other);
            assertThat(writer.get("/pictures/" + old + "?old=true").body()).contains("Replaced by");
            assertThat(writer.get("/pictures").body()).contains(other).doesNotContain("/pictures/" + old + "\"");
            assertThat(writer.get("/releases/" + id + "/en/pictures").body())
                    .contains(other)
                    .doesNotContain(old);
            assertThat(writer.get("/pictures/" + other).body())
                    .contains("/pictures/" + old + "?old=true")
                    .contains("/releases/" + id + "/en")
                    .contains("Exchange in the draft");
            assertThat(reviewer.get("/pictures/" + other).body()).doesNotContain("Exchange in the draft");

            String exchange = "/pictures/" + other + "/exchange";
            assertThat(reviewer.post(exchange, "release", id.value(), "language", "en")
                            .statusCode())
                    .isEqualTo(403);
            assertThat(wording(desk, id).pictures()).containsExactly(old);
            assertThat(writer.post(exchange, "release", "?", "language", "en").statusCode())
                    .isEqualTo(404);
            assertThat(writer.post(exchange, "release", id.value(), "language", "en")
                            .statusCode())
                    .isEqualTo(303);
            assertThat(wording(desk, id).banner())
                    .contains(new Banner(other, Block.Use.INFORMATIVE, "The old one", "A caption"));
            assertThat(writer.get("/pictures/" + other).body()).contains("No draft and no newest edition");

            assertThat(writer.post(form, "undo", "true").statusCode()).isEqualTo(303);
            assertThat(writer.get("/pictures/" + old).statusCode()).isEqualTo(200);
        }
    }

    @Test
    @Tag("browser")
    void a_picture_is_replaced_by_a_file_that_is_sent() throws IOException {
        try (BrowserContext window = program.window()) {
            Page page = window.newPage();
            page.navigate("/pictures");
            page.setInputFiles("#file", new FilePayload("old.png", "image/png", PictureRoutesTest.png(0x12)));
            page.selectOption("#office", "ministry");
            page.click(".take button");
            page.locator(".arrivals p a").click();
            String old = page.url();
            page.locator("main a[href$='/replacement']").click();
            page.setInputFiles("#file", new FilePayload("new.png", "image/png", PictureRoutesTest.png(0x34)));
            page.locator("form.take button").click();
            assertThat(page.locator("h1")).hasText("new.png");
            assertThat(page.locator(".succession li a")).hasText("old.png");
            String successor = page.url();
            page.navigate(old);
            assertThat(page).hasURL(successor);
            page.navigate(old + "?old=true");
            page.locator("main .notice button").click();
            assertThat(page.locator("h1")).hasText("old.png");
            assertThat(page).hasURL(old);
        }
    }
}
