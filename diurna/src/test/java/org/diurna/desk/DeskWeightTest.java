package org.diurna.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Objects;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;

/** What a browser loads before somebody can write. */
final class DeskWeightTest {
    private static final int MOST_BYTES = 150_000;

    @Test
    void scripts_and_styles_of_the_desk_are_light() throws IOException {
        int all = 0;
        for (String name : new String[] {"/desk/desk.js", "/desk/desk.css", "/staff/passkey.js"}) {
            int packed = packed(name);
            System.out.println("DeskWeightTest: " + name + " " + packed + " bytes compressed");
            all += packed;
        }
        assertThat(all).isBetween(10_000, MOST_BYTES);
    }

    private static int packed(String name) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (var in = Objects.requireNonNull(DeskWeightTest.class.getResourceAsStream(name), name);
                GZIPOutputStream out = new GZIPOutputStream(packed)) {
            in.transferTo(out);
        }
        return packed.size();
    }
}
