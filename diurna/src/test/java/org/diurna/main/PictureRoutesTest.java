package org.diurna.main;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.imageio.ImageIO;
import org.diurna.darkroom.Intake;
import org.diurna.darkroom.Picture;
import org.diurna.edition.Banner;
import org.diurna.edition.Block;
import org.diurna.edition.ReleaseId;
import org.diurna.edition.Releases;
import org.diurna.edition.Wording;
import org.diurna.house.Language;
import org.diurna.house.OnBothDatabases;
import org.diurna.house.TestDatabases;
import org.diurna.staff.Duty;
import org.diurna.staff.Grant;
import org.diurna.staff.Members;
import org.diurna.staff.Person;
import org.diurna.staff.Staff;

/** Invariant 1 at the desk: pictures of drafts are looked at by duty, and cannot be told from nothing without it. */
final class PictureRoutesTest {
    private static final Language EN = Language.of("en");
    private static final String NONE = "0".repeat(64);

    static byte[] png(int colour) throws IOException {
        BufferedImage image = new BufferedImage(640, 480, BufferedImage.TYPE_INT_RGB);
        for (int x = 0; x < 640; x++) {
            image.setRGB(x, 0, colour);
        }
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        ImageIO.write(image, "png", png);
        return png.toByteArray();
    }

    /** A picture of one colour in the library of an office: its id. */
    static String take(TestDesk desk, String office, int colour) throws IOException {
        if (!(desk.house().darkroom().take(new ByteArrayInputStream(png(colour)), "black.png")
                instanceof Intake.Taken taken)) {
            throw new AssertionError("The picture was not taken in.");
        }
        Picture picture = Picture.taken(
                taken.master().sha256(),
                taken.master(),
                "black.png",
                office,
                Picture.Facts.of(taken.described(), EN),
                Instant.EPOCH,
                "test");
        desk.house().pictures().put(picture, "test", Instant.EPOCH);
        return picture.id();
    }

    static Visitor member(TestDesk desk, String name, Duty duty, String office) {
        Person person = Members.join(desk.staff(), name, new Grant(duty, Set.of(office), Set.of(), Set.of()));
        return desk.visitor().signIn(desk.staff(), person);
    }

    private static ReleaseId draft(TestDesk desk, Optional<String> banner) {
        ReleaseId id = desk.draft("own", "A story");
        Wording plain = desk.house().releases().draft(id, EN).orElseThrow().wording();
        Releases.Saved saved = desk.house()
                .releases()
                .save(
                        id,
                        EN,
                        1,
                        plain.under(banner.map(sha256 -> new Banner(sha256, Block.Use.INFORMATIVE, "Black", ""))),
                        "test",
                        desk.house().clock().instant());
        assertThat(saved).isInstanceOf(Releases.Saved.Done.class);
        return id;
    }

    @OnBothDatabases
    void invariant_1_a_picture_of_a_draft_is_seen_by_duty_only(TestDatabases.Fresh fresh) throws Exception {
        try (TestDesk desk = TestDesk.open(fresh.place(), Members.plain(), Staff.Use.EARNEST)) {
            desk.office("own");
            desk.office("foreign");
            String picture = take(desk, "own", 0);
            String shown = "/releases/" + draft(desk, Optional.of(picture)) + "/en";
            String other = "/releases/" + draft(desk, Optional.empty()) + "/en";
            Visitor writer = member(desk, "writer", Duty.WRITER, "own");
            Visitor reviewer = member(desk, "reviewer", Duty.REVIEWER, "own");
            Visitor stranger = member(desk, "stranger", Duty.WRITER, "foreign");
            Visitor auditor = member(desk, "auditor", Duty.AUDITOR, "own");

            for (String name : List.of("wide.jpg", "tall.jpg", "whole.jpg", "thumb.jpg")) {
                String look = "/pictures/" + picture + "/" + name;
                HttpResponse<String> seen = reviewer.get(shown + look);
                assertThat(seen.statusCode())
                        .as("a reviewer sees what the draft shows")
                        .isEqualTo(200);
                assertThat(seen.headers().firstValue("Content-Type")).contains("image/jpeg");
                assertThat(seen.headers().firstValue("Cache-Control").orElseThrow())
                        .contains("no-store");
                assertThat(writer.get(other + look).statusCode())
                        .as("a writer sees what can be chosen")
                        .isEqualTo(200);
                assertThat(reviewer.get(other + look).statusCode())
                        .as("a reviewer does not")
                        .isEqualTo(404);
                for (Visitor without : List.of(stranger, auditor)) {
                    HttpResponse<String> hidden = without.get(shown + look);
                    HttpResponse<String> nothing = without.get("/releases/zzzzzzzzzz/en/pictures/" + NONE + "/" + name);
                    assertThat(hidden.statusCode()).isEqualTo(404);
                    assertThat(hidden.body()).isEqualTo(nothing.body());
                }
                assertThat(desk.visitor()
                                .get(shown + look)
                                .headers()
                                .firstValue("Location")
                                .orElseThrow())
                        .contains("/sign-in");
            }
            assertThat(writer.get(shown + "/pictures").body()).contains(picture);
            for (Visitor without : List.of(stranger, auditor, reviewer)) {
                assertThat(without.get(shown + "/pictures").statusCode()).isEqualTo(404);
            }
            assertThat(stranger.get("/pictures/" + picture + "/recall").statusCode())
                    .isEqualTo(404);
            assertThat(stranger.post("/pictures/" + picture + "/recall", "reason", "Mine.")
                            .statusCode())
                    .isEqualTo(404);
            assertThat(writer.get("/pictures/" + picture).body())
                    .as("only who may take it back is led there")
                    .contains("A story")
                    .doesNotContain("/recall");
            assertThat(writer.post("/pictures/" + picture + "/recall", "reason", "Mine.")
                            .statusCode())
                    .isEqualTo(403);
            assertThat(desk.house().releases().plates().recalled(picture)).isEmpty();
            assertThat(writer.get(shown).body()).contains("not described yet", "no credit");
            assertThat(writer.get(shown + "/preview").body())
                    .as("the preview names the desk only")
                    .contains(shown + "/pictures/" + picture + "/wide.jpg")
                    .doesNotContain("/media/");
        }
    }

    @OnBothDatabases
    void who_takes_in_what_another_office_holds_is_told_nothing(TestDatabases.Fresh fresh) throws IOException {
        try (TestDesk desk = TestDesk.open(fresh.place(), Members.plain(), Staff.Use.EARNEST)) {
            desk.office("own");
            desk.office("foreign");
            Visitor owner = member(desk, "owner", Duty.PICTURE_EDITOR, "own");
            Visitor stranger = member(desk, "stranger", Duty.PICTURE_EDITOR, "foreign");
            String held = taken(owner, "own", png(1));
            assertThat(taken(owner, "own", png(1)))
                    .as("one office holds it once")
                    .isEqualTo(held);
            String other = taken(stranger, "foreign", png(1));
            String alone = taken(stranger, "foreign", png(2));
            assertThat(other).isNotEqualTo(held);
            assertThat(stranger.get(held).statusCode()).isEqualTo(404);
            assertThat(owner.get(other).statusCode()).isEqualTo(404);
            assertThat(plain(stranger, other))
                    .as("what one office alone holds, and what another holds too, cannot be told apart")
                    .isEqualTo(plain(stranger, alone));
            assertThat(stranger.post(other, "seen", "1", "headline", "Ours", "focus-x", "5", "focus-y", "5")
                            .statusCode())
                    .isEqualTo(303);
            assertThat(owner.get(held).body()).doesNotContain("Ours");
        }
    }

    @OnBothDatabases
    void a_draft_that_names_a_picture_of_another_office_shows_nothing_of_it(TestDatabases.Fresh fresh)
            throws IOException {
        try (TestDesk desk = TestDesk.open(fresh.place(), Members.plain(), Staff.Use.EARNEST)) {
            desk.office("own");
            desk.office("foreign");
            String secret = take(desk, "foreign", 5);
            Visitor writer = member(desk, "writer", Duty.WRITER, "own");
            String draft = "/releases/" + draft(desk, Optional.of(secret)) + "/en";
            String other = "/releases/" + draft(desk, Optional.of(NONE)) + "/en";
            for (String file : List.of("wide.jpg", "thumb.jpg")) {
                HttpResponse<String> hidden = writer.get(draft + "/pictures/" + secret + "/" + file);
                assertThat(hidden.statusCode()).isEqualTo(404);
                assertThat(hidden.body())
                        .isEqualTo(writer.get(other + "/pictures/" + NONE + "/" + file)
                                .body());
            }
            assertThat(writer.get(draft + "/preview").body()).doesNotContain(secret);
            assertThat(writer.get(draft).body())
                    .as("it is not in this office's library, as if there were none")
                    .contains("A picture is not in the library")
                    .doesNotContain("not described yet");
        }
    }

    /** What the page of a picture says, without its address, the token, its length and what looks like it. */
    private static String plain(Visitor visitor, String path) {
        return visitor.get(path)
                .body()
                .replace(path, "")
                .replaceAll("name=\"_csrf\" value=\"[^\"]*\"", "")
                .replaceAll("(?s)<section class=\"alike\".*?</section>", "")
                .replaceAll("\\d+ kB", "");
    }

    private static String taken(Visitor visitor, String office, byte[] file) {
        visitor.get("/pictures");
        HttpResponse<String> answer = visitor.upload("/pictures", "C:\\\\black.png", file, "office", office);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(303);
        return answer.headers().firstValue("Location").orElseThrow();
    }

    @OnBothDatabases
    void what_no_form_sends_is_refused_in_words(TestDatabases.Fresh fresh) throws IOException {
        try (TestDesk desk = TestDesk.open(fresh.place(), Members.plain(), Staff.Use.EARNEST)) {
            desk.office("own");
            Visitor editor = member(desk, "editor", Duty.PICTURE_EDITOR, "own");
            String path = "/pictures/" + take(desk, "own", 7);
            for (String[] field : new String[][] {
                {"caption.!!", "A mole"},
                {"expires", "+999999999-12-31"},
                {"embargo", "+999999999-12-31T00:00"},
                {"focus-x", "42949673"},
                {"crop.wide.x", "1"}
            }) {
                assertThat(editor.post(path, "seen", "1", "focus-y", "1", field[0], field[1])
                                .statusCode())
                        .as(field[0])
                        .isEqualTo(422);
            }
            assertThat(editor.get("/pictures").statusCode()).isEqualTo(200);
        }
    }
}
