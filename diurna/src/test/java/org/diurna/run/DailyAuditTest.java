package org.diurna.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.diurna.edition.Plate;
import org.diurna.edition.ReleaseId;
import org.diurna.house.Alarms;
import org.diurna.house.FakeClock;
import org.diurna.house.Language;
import org.diurna.ledger.Opener;
import org.diurna.stand.Blob;
import org.diurna.stand.Change;
import org.diurna.stand.Coding;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The installation looks at its own public sites once a day, and administrators hear of what it finds. */
final class DailyAuditTest {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    @TempDir
    Path folder;

    private final FakeClock clock = new FakeClock("2026-03-04T09:30:00Z");

    @SuppressWarnings("NullAway.Init")
    private Installation house;

    @SuppressWarnings("NullAway.Init")
    private Alarms alarms;

    @SuppressWarnings("NullAway.Init")
    private DailyAudit audit;

    @BeforeEach
    void open() {
        house = Installation.found(folder, Installation.sqlite(folder), clock, Installation.Public.SERVED);
        house.offices.put(Lomara.ministry(Lomara.HOST));
        house.renewal.fronts();
        alarms = new Alarms(house.database, clock);
        audit = new DailyAudit(shop(), alarms, Opener.NONE);
    }

    @AfterEach
    void close() {
        house.close();
    }

    /** With the ledger's address as it is outside, its port included. */
    private Workshop shop() {
        int port = house.stand.orElseThrow().port();
        Sites sites = new Sites(
                house.offices,
                house.types,
                new Sites.Facts(
                        Map.of(Language.of("en"), "Republic of Lomara"),
                        "mfa.lomara.example",
                        LocalDate.of(2026, 1, 1),
                        "http",
                        port,
                        Installation.ORIGIN,
                        "log " + house.key.verifier().text() + " http://localhost:" + port + "/press\nquorum none\n"));
        return new Workshop(
                house.database,
                house.offices,
                house.releases,
                house.happenings,
                house.types,
                house.ledger,
                house.shelf,
                sites,
                (_, _) -> true,
                clock);
    }

    private Change.Put put(String address) {
        if (!(house.state().get(address) instanceof Change.Put put)) {
            throw new AssertionError("There are no bytes at " + address + ".");
        }
        return put;
    }

    private void lay(Change.Put like, byte[] bytes) {
        Blob blob = house.shelf.lay(bytes);
        long last = house.shelf.last();
        house.shelf.turn(
                last,
                clock.instant(),
                List.of(new Change.Put(
                        like.host(),
                        like.path(),
                        like.type(),
                        like.status(),
                        like.headers(),
                        Map.of(Coding.IDENTITY, blob))));
        assertThat(house.stand.orElseThrow().confirm(last + 1, PATIENCE)).isTrue();
    }

    @Test
    void one_changed_word_raises_an_alarm_that_ends_when_it_is_mended() {
        ReleaseId id = new Lomara(house).release("The ferry sails again", "At noon.");
        audit.lookAtAll();
        assertThat(alarms.all(10)).isEmpty();
        String address = Lomara.HOST + "/en/" + id + "/the-ferry-sails-again";
        Change.Put page = put(address);
        byte[] genuine = house.bytes(address);
        lay(page, house.text(address).replace("At noon.", "At one.").getBytes(StandardCharsets.UTF_8));
        audit.lookAtAll();
        assertThat(alarms.all(10)).singleElement().satisfies(alarm -> {
            assertThat(alarm.name())
                    .isEqualTo("audit:" + Lomara.ministry(Lomara.HOST).code());
            assertThat(alarm.words()).contains("altered").contains(id.toString());
            assertThat(alarm.at()).isEqualTo(clock.instant());
        });
        lay(page, genuine);
        alarms.raise("audit:closed-office", "It was there once.");
        audit.lookAtAll();
        assertThat(alarms.all(10)).isEmpty();
    }

    @Test
    void a_picture_that_somebody_exchanged_is_found() {
        try (Gallery gallery = new Gallery(house)) {
            Lomara lomara = new Lomara(house, gallery);
            String blue = gallery.hang("blue", Color.BLUE);
            ReleaseId id = lomara.draft(Gallery.with(Lomara.wording("The ferry sails again", "At noon."), blue));
            lomara.publish(id, Lomara.EN);
            house.pressRun.run();
            audit.lookAtAll();
            assertThat(alarms.all(10)).isEmpty();
            Plate.Print print = house.releases
                    .plates()
                    .of(id, Lomara.EN, 1)
                    .getFirst()
                    .prints()
                    .getFirst();
            lay(put(Lomara.HOST + print.path()), new byte[] {1, 2, 3});
            audit.lookAtAll();
            assertThat(alarms.all(10))
                    .singleElement()
                    .satisfies(alarm -> assertThat(alarm.words()).contains(print.path()));
        }
    }

    @Test
    void an_older_ledger_than_the_one_that_is_kept_here_is_found() {
        Lomara lomara = new Lomara(house);
        lomara.release("The ferry sails again", "At noon.");
        byte[] old = house.bytes("localhost/press/checkpoint");
        lomara.release("Another one", "It is short.");
        audit.lookAtAll();
        assertThat(alarms.all(10)).isEmpty();
        lay(put("localhost/press/checkpoint"), old);
        audit.lookAtAll();
        assertThat(alarms.all(10))
                .singleElement()
                .satisfies(alarm -> assertThat(alarm.words()).contains("frozen"));
    }
}
