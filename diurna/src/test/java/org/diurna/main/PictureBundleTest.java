package org.diurna.main;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.diurna.darkroom.DigitalSource;
import org.diurna.darkroom.Picture;
import org.diurna.house.Language;
import org.diurna.house.OnBothDatabases;
import org.diurna.house.TestDatabases;
import org.diurna.staff.Duty;
import org.diurna.staff.Grant;
import org.diurna.staff.Members;
import org.diurna.staff.Staff;

final class PictureBundleTest {
    private static final Language EN = Language.of("en");

    private static String described(TestDesk desk, String office, int colour, String headline) throws IOException {
        String id = PictureRoutesTest.take(desk, office, colour);
        Picture bare = desk.house().pictures().find(id).orElseThrow();
        Picture.Facts facts = new Picture.Facts(
                "Ana Melk",
                headline,
                Map.of(EN, "=HYPERLINK(\"x\")", Language.of("ar"), "رصيف"),
                Map.of(EN, "A mole, \"grey\""),
                Optional.of(LocalDate.of(2026, 5, 1)),
                DigitalSource.DIGITAL_CAPTURE,
                "MFA / Ana Melk",
                "MFA",
                "© 2026 MFA",
                "Free for reporting.",
                "press-use",
                "https://mfa.example/rights",
                "",
                "",
                "Harbour day",
                "",
                Optional.empty(),
                Optional.empty(),
                Picture.Largest.AS_LICENSED);
        desk.house().pictures().put(bare.with(bare.version(), facts, bare.framing()), "test", Instant.EPOCH);
        return id;
    }

    private static Map<String, byte[]> entries(byte[] zip) throws IOException {
        Map<String, byte[]> entries = new LinkedHashMap<>();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip), StandardCharsets.UTF_8)) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                entries.put(entry.getName(), in.readAllBytes());
            }
        }
        return entries;
    }

    @OnBothDatabases
    void chosen_pictures_leave_with_their_credit_and_those_of_others_do_not(TestDatabases.Fresh fresh)
            throws IOException {
        try (TestDesk desk = TestDesk.open(fresh.place(), Members.plain(), Staff.Use.EARNEST)) {
            desk.office("own");
            desk.office("foreign");
            String first = described(desk, "own", 1, "The mole at dawn");
            String second = PictureRoutesTest.take(desk, "own", 2);
            String other = described(desk, "foreign", 3, "A secret");
            Visitor writer = desk.visitor()
                    .signIn(
                            desk.staff(),
                            Members.join(desk.staff(), "w", new Grant(Duty.WRITER, Set.of("own"), Set.of(), Set.of())));

            HttpResponse<byte[]> answer =
                    writer.bytes("/pictures/bundle?picture=" + first + "&picture=" + second + "&picture=" + other);
            assertThat(answer.headers().firstValue("Content-Type")).contains("application/zip");
            assertThat(answer.headers().firstValue("Cache-Control")).contains("no-store");
            Map<String, byte[]> entries = entries(answer.body());
            assertThat(entries).containsOnlyKeys("01-the-mole-at-dawn.jpg", "captions.txt", "captions.csv");
            assertThat(new String(entries.get("01-the-mole-at-dawn.jpg"), StandardCharsets.ISO_8859_1))
                    .as("the credit is in the file")
                    .startsWith("\u00ff\u00d8")
                    .contains("MFA / Ana Melk");
            assertThat(new String(entries.get("captions.txt"), StandardCharsets.UTF_8))
                    .contains("Credit: MFA / Ana Melk", "رصيف", "– black.png")
                    .doesNotContain("A secret");
            assertThat(new String(entries.get("captions.csv"), StandardCharsets.UTF_8))
                    .startsWith("\ufeff\"File\",\"Headline")
                    .contains("\"'=HYPERLINK(\"\"x\"\")\"", "\"A mole, \"\"grey\"\"\"")
                    .doesNotContain("A secret");

            assertThat(entries(
                            writer.bytes("/pictures/bundle?event=Harbour+day").body()))
                    .containsKey("01-the-mole-at-dawn.jpg")
                    .hasSize(3);
            assertThat(writer.get("/pictures/bundle?picture=" + other).statusCode())
                    .isEqualTo(303);
            assertThat(writer.get("/pictures?event=Harbour+day").body())
                    .contains("The mole at dawn")
                    .doesNotContain("A secret", "black.png");
        }
    }

    @OnBothDatabases
    void a_licence_is_chosen_from_the_list_and_brings_its_page(TestDatabases.Fresh fresh) throws IOException {
        try (TestDesk desk = TestDesk.open(fresh.place(), Members.plain(), Staff.Use.EARNEST)) {
            desk.office("own");
            Visitor writer = desk.visitor()
                    .signIn(
                            desk.staff(),
                            Members.join(desk.staff(), "w", new Grant(Duty.WRITER, Set.of("own"), Set.of(), Set.of())));
            String path = "/pictures/" + PictureRoutesTest.take(desk, "own", 4);
            assertThat(writer.get(path).body())
                    .contains("<option value=\"press-use\">Free for reporting (press-use)</option>");
            writer.post(path, "seen", "1", "focus-x", "1", "focus-y", "1", "licence", "press-use");
            assertThat(writer.get(path).body())
                    .contains("<option value=\"press-use\" selected>", "value=\"https://mfa.example/en/rights\"");
            writer.post(path, "seen", "2", "focus-x", "1", "focus-y", "1", "licence", "of an agency");
            assertThat(writer.get(path).body())
                    .as("what was typed before there was a list stays to be chosen")
                    .contains("<option selected>of an agency</option>");
        }
    }
}
