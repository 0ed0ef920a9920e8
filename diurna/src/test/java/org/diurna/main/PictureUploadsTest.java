package org.diurna.main;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import javax.imageio.ImageIO;
import org.diurna.house.OnBothDatabases;
import org.diurna.house.TestDatabases;
import org.diurna.staff.Duty;
import org.diurna.staff.Members;
import org.diurna.staff.Staff;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Pictures that come in parts. */
final class PictureUploadsTest {
    @RegisterExtension
    private static final SharedProgram program = new SharedProgram();

    private static String offset(HttpResponse<String> answer) {
        return answer.headers().firstValue("Upload-Offset").orElse("none");
    }

    @OnBothDatabases
    void a_picture_goes_on_where_it_was_and_nobody_else_knows_of_it(TestDatabases.Fresh fresh) throws IOException {
        try (TestDesk desk = TestDesk.open(fresh.place(), Members.plain(), Staff.Use.EARNEST)) {
            desk.office("own");
            desk.office("foreign");
            Visitor writer = PictureRoutesTest.member(desk, "writer", Duty.WRITER, "own");
            Visitor other = PictureRoutesTest.member(desk, "other", Duty.WRITER, "own");
            writer.get("/pictures");
            other.get("/pictures");
            byte[] picture = PictureRoutesTest.png(9);
            String length = Integer.toString(picture.length);

            assertThat(writer.post("/pictures/uploads", "office", "foreign", "name", "a.png", "length", length)
                            .statusCode())
                    .isEqualTo(403);
            HttpResponse<String> large =
                    writer.post("/pictures/uploads", "office", "own", "name", "a.png", "length", "60000001");
            assertThat(large.statusCode()).isEqualTo(413);
            assertThat(large.body()).contains("60 MB");
            HttpResponse<String> begun =
                    writer.post("/pictures/uploads", "office", "own", "name", "a.png", "length", length);
            assertThat(begun.statusCode()).isEqualTo(201);
            String address = begun.headers().firstValue("Location").orElseThrow();

            byte[] first = Arrays.copyOf(picture, 100);
            byte[] rest = Arrays.copyOfRange(picture, 100, picture.length);
            assertThat(offset(writer.part(address, 0, first))).isEqualTo("100");
            HttpResponse<String> twice = writer.part(address, 0, first);
            assertThat(twice.statusCode()).isEqualTo(409);
            assertThat(offset(twice)).isEqualTo("100");
            assertThat(other.part(address, 100, rest).statusCode()).isEqualTo(404);
            assertThat(offset(writer.json("HEAD", address, ""))).isEqualTo("100");
            assertThat(other.json("HEAD", address, "").statusCode()).isEqualTo(404);
            HttpResponse<String> whole = writer.part(address, 100, rest);
            assertThat(whole.statusCode()).isEqualTo(200);
            assertThat(whole.body()).contains("\"path\":\"/pictures/");
            assertThat(writer.json("HEAD", address, "").statusCode()).isEqualTo(404);
        }
    }

    @Test
    @Tag("browser")
    void the_browser_goes_on_by_itself_when_the_connection_is_back() throws IOException {
        try (BrowserContext window = program.window()) {
            Page page = window.newPage();
            page.navigate("/pictures");
            AtomicInteger parts = new AtomicInteger();
            List<String> offsets = new CopyOnWriteArrayList<>();
            page.route("**/pictures/uploads/*", route -> {
                if (route.request().method().equals("PATCH")) {
                    offsets.add(route.request().headers().get("upload-offset"));
                    if (parts.incrementAndGet() == 2) {
                        route.abort("connectionreset");
                        return;
                    }
                }
                route.resume();
            });
            page.setInputFiles("#file", new FilePayload("noise.png", "image/png", noise()));
            page.selectOption("#office", "ministry");
            page.click(".take button");
            assertThat(page.locator(".arrivals")).containsText("The connection is lost");
            page.locator(".arrivals p a").click();
            assertThat(page.locator("h1")).hasText("noise.png");
            assertThat(offsets.get(0)).isEqualTo("0");
            assertThat(offsets.get(2)).as("no byte is sent twice").isEqualTo(offsets.get(1));
        }
    }

    /** Larger than one part, since nothing makes it small. */
    private static byte[] noise() throws IOException {
        BufferedImage image = new BufferedImage(1_600, 1_200, BufferedImage.TYPE_INT_RGB);
        Random random = new Random(7);
        for (int y = 0; y < 1_200; y++) {
            for (int x = 0; x < 1_600; x++) {
                image.setRGB(x, y, random.nextInt());
            }
        }
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        ImageIO.write(image, "png", png);
        return png.toByteArray();
    }
}
