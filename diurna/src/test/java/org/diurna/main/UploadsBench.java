package org.diurna.main;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import javax.imageio.ImageIO;
import org.diurna.house.TestDatabases;
import org.diurna.staff.Duty;
import org.diurna.staff.Grant;
import org.diurna.staff.Members;
import org.diurna.staff.Person;
import org.diurna.staff.Staff;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * How long the pages of the desk take while pictures come in one after the other, against how long they take when nothing
 * comes in. {@code bin/bench pictures} runs it.
 */
@Tag("long")
final class UploadsBench {
    private static final int UPLOADS = Integer.getInteger("diurna.bench.uploads", 200);
    private static final int WARM_UP = 60;
    private static final int IDLE_PAGES = 300;
    private static final long BETWEEN_PAGES_NS = 20_000_000;
    private static final double RATIO_MAX = 2.0;
    private static final long SEED = 20_261_125L;

    /** A JPEG of two megapixels that no other number has. */
    private static byte[] photograph(int number) throws IOException {
        Random random = new Random(SEED + number);
        BufferedImage image = new BufferedImage(1_800, 1_200, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = image.createGraphics();
        for (int i = 0; i < 400; i++) {
            pen.setColor(new Color(random.nextInt(256), random.nextInt(256), random.nextInt(256), 160));
            pen.fillOval(random.nextInt(1_800), random.nextInt(1_200), random.nextInt(300), random.nextInt(300));
        }
        pen.dispose();
        ByteArrayOutputStream jpeg = new ByteArrayOutputStream();
        ImageIO.write(image, "jpeg", jpeg);
        return jpeg.toByteArray();
    }

    private static double page(Visitor visitor, String path) {
        long began = System.nanoTime();
        assertThat(visitor.get(path).statusCode()).isEqualTo(200);
        return (System.nanoTime() - began) / 1e6;
    }

    private static double p95(List<Double> took) {
        List<Double> sorted = new ArrayList<>(took);
        Collections.sort(sorted);
        return sorted.get((int) (0.95 * (sorted.size() - 1)));
    }

    @Test
    void the_desk_answers_while_pictures_come_in() throws Exception {
        try (TestDesk desk =
                TestDesk.open(new TestDatabases.Fresh("SQLite").place(), Members.plain(), Staff.Use.EARNEST)) {
            desk.office("own");
            for (int i = 0; i < 40; i++) {
                desk.draft("own", "A story " + i);
            }
            Person person =
                    Members.join(desk.staff(), "editor", new Grant(Duty.WRITER, Set.of("own"), Set.of(), Set.of()));
            Visitor reader = desk.visitor().signIn(desk.staff(), person);
            Visitor sender = reader.at(desk.address());
            sender.get("/pictures");
            List<byte[]> photographs = new ArrayList<>();
            for (int i = 0; i < Math.min(UPLOADS, 40); i++) {
                photographs.add(photograph(i));
            }
            List<Double> idle = new ArrayList<>();
            for (int i = 0; i < WARM_UP + IDLE_PAGES; i++) {
                double took = page(reader, "/releases");
                if (i >= WARM_UP) {
                    idle.add(took);
                }
                LockSupport.parkNanos(BETWEEN_PAGES_NS);
            }
            AtomicInteger sent = new AtomicInteger();
            Thread uploads = Thread.ofVirtual().start(() -> {
                for (int i = 0; i < UPLOADS; i++) {
                    byte[] file = photographs.get(i % photographs.size());
                    // bytes after its end make it another file
                    byte[] own = Arrays.copyOf(file, file.length + 4);
                    own[file.length] = (byte) (i >> 8);
                    own[file.length + 1] = (byte) i;
                    if (sender.upload("/pictures/intake", i + ".jpg", own, "office", "own")
                                    .statusCode()
                            == 200) {
                        sent.incrementAndGet();
                    }
                }
            });
            List<Double> busy = new ArrayList<>();
            long began = System.nanoTime();
            while (uploads.isAlive()) {
                busy.add(page(reader, "/releases"));
                LockSupport.parkNanos(BETWEEN_PAGES_NS);
            }
            double seconds = (System.nanoTime() - began) / 1e9;
            double ratio = p95(busy) / p95(idle);
            System.out.printf(
                    "uploads: %d of %d taken in %.1f s; p95 of a page %.1f ms idle, %.1f ms meanwhile (%d pages): ratio %.2f (target %.1f or less: %s)%n",
                    sent.get(),
                    UPLOADS,
                    seconds,
                    p95(idle),
                    p95(busy),
                    busy.size(),
                    ratio,
                    RATIO_MAX,
                    ratio <= RATIO_MAX ? "met" : "MISSED");
            assertThat(sent.get()).as("pictures that were taken").isEqualTo(UPLOADS);
        }
    }
}
