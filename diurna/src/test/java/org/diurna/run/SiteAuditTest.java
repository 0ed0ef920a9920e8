package org.diurna.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.diurna.desk.Correct;
import org.diurna.edition.ReleaseId;
import org.diurna.edition.WithdrawnText;
import org.diurna.house.FakeClock;
import org.diurna.ledger.SignedCheckpoint;
import org.diurna.ledger.SiteAudit;
import org.diurna.ledger.SiteReport;
import org.diurna.ledger.SiteReport.Kind;
import org.diurna.ledger.Tiles;
import org.diurna.stand.Blob;
import org.diurna.stand.Change;
import org.diurna.stand.Coding;
import org.diurna.stand.Turned;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An outsider looks at a served site after somebody has had a hand in its files. */
final class SiteAuditTest {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    @TempDir
    Path folder;

    private final FakeClock clock = new FakeClock("2026-03-04T09:30:00Z");

    @SuppressWarnings("NullAway.Init")
    private Installation house;

    @SuppressWarnings("NullAway.Init")
    private ReleaseId standing;

    @BeforeEach
    void publish() {
        house = Installation.found(folder, Installation.sqlite(folder), clock, Installation.Public.SERVED);
        house.offices.put(Lomara.ministry(Lomara.HOST));
        house.renewal.fronts();
        Lomara lomara = new Lomara(house);
        standing = lomara.release("The lighthouse \"of\" Halden & its lamp", "It was lit on Tuesday evening.");
        ReleaseId corrected = lomara.release("The ferry sails again", "At noon.");
        ReleaseId kept = lomara.release("A visit is planned", "Next week.");
        ReleaseId removed = lomara.release("A mistake", "Nobody should have read this.");
        clock.pass(Duration.ofHours(1));
        lomara.correct(corrected, Lomara.EN, Correct.Reason.CORRECTION, Lomara.wording("The ferry sails", "At one."));
        lomara.withdraw(kept, Lomara.EN, WithdrawnText.KEPT);
        lomara.withdraw(removed, Lomara.EN, WithdrawnText.REMOVED);
        house.pressRun.run();
    }

    @AfterEach
    void close() {
        house.close();
    }

    private SiteAudit.Result audit(Optional<SignedCheckpoint> before) {
        int port = house.stand.orElseThrow().port();
        try (Tiles tiles = Tiles.at(URI.create("http://localhost:" + port + "/press"), PATIENCE);
                SiteAudit audit = new SiteAudit(
                        URI.create("http://" + Lomara.HOST + ":" + port),
                        tiles,
                        List.of(house.key.verifier()),
                        PATIENCE)) {
            return audit.run(before.map(SignedCheckpoint::checkpoint));
        }
    }

    private SiteReport report() {
        return audit(Optional.empty()).report();
    }

    /** Puts other bytes at an address, as somebody does who can write where the public reads. */
    private void forge(String address, UnaryOperator<String> change) {
        Change.Put put = put(address);
        lay(put, put.path(), change.apply(house.text(address)).getBytes(StandardCharsets.UTF_8));
    }

    private Change.Put put(String address) {
        if (!(house.state().get(address) instanceof Change.Put put)) {
            throw new AssertionError("There are no bytes at " + address + ".");
        }
        return put;
    }

    private void lay(Change.Put like, String path, byte[] bytes) {
        Blob blob = house.shelf.lay(bytes);
        turn(new Change.Put(
                like.host(), path, like.type(), like.status(), like.headers(), Map.of(Coding.IDENTITY, blob)));
    }

    private void turn(Change change) {
        long last = house.shelf.last();
        assertThat(house.shelf.turn(last, clock.instant(), List.of(change))).isInstanceOf(Turned.Made.class);
        assertThat(house.stand.orElseThrow().confirm(last + 1, PATIENCE)).isTrue();
    }

    private String page() {
        return house.state().keySet().stream()
                .filter(address -> address.matches(".*/en/" + standing + "/the-.*"))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void a_site_that_is_what_was_published_is_sound() {
        SiteAudit.Result result = audit(Optional.empty());
        assertThat(result.report().findings()).isEmpty();
        assertThat(result.report().releases()).isEqualTo(3);
        assertThat(result.report().words().getFirst()).startsWith("Sound: ");
        assertThat(result.newest()).isPresent();
        assertThat(audit(result.newest()).report().exitCode()).isZero();
    }

    @Test
    void one_word_another_headline_and_a_page_more_are_found() {
        String original = house.text(page());
        forge(page(), _ -> original.replace("Tuesday", "Monday"));
        assertThat(report().findings()).singleElement().satisfies(found -> {
            assertThat(found.kind()).isEqualTo(Kind.ALTERED);
            assertThat(found.reason()).contains("Monday").contains("Tuesday");
        });
        forge(page(), _ -> original.replace(" &amp; its lamp</h1>", "</h1>"));
        assertThat(report().findings())
                .singleElement()
                .satisfies(found -> assertThat(found.reason()).contains("headline"));
        forge(page(), _ -> original);
        assertThat(report().findings()).isEmpty();
        Change.Put like = put(page());
        byte[] forged = house.text(page()).getBytes(StandardCharsets.UTF_8);
        lay(like, "/en/0123456789/war-is-declared", forged);
        lay(like, "/urgent.html", forged);
        forge(
                Lomara.HOST + "/en/",
                front -> front.replace(
                        "</main>",
                        "<a href=\"/en/0123456789/war-is-declared\">!</a> <a href='/urgent.html'>!</a></main>"));
        assertThat(report().findings())
                .extracting(SiteReport.Finding::kind, SiteReport.Finding::address)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(Kind.UNLOGGED, "/en/0123456789/war-is-declared"),
                        org.assertj.core.groups.Tuple.tuple(Kind.UNLOGGED, "/urgent.html"));
    }

    @Test
    void a_page_that_was_taken_away_is_missed() {
        String address = page();
        turn(new Change.Gone(Lomara.HOST, address.substring(Lomara.HOST.length()), Optional.empty()));
        assertThat(report().findings()).extracting(SiteReport.Finding::kind).containsOnly(Kind.MISSING);
        assertThat(report().exitCode()).isEqualTo(1);
    }

    @Test
    void an_old_checkpoint_is_noticed_by_a_stranger_and_by_who_remembers() {
        SiteAudit.Result before = audit(Optional.empty());
        byte[] old = house.bytes("localhost/press/checkpoint");
        clock.pass(Duration.ofHours(1));
        new Lomara(house).release("Another one", "It is short.");
        assertThat(audit(before.newest()).report().findings()).isEmpty();
        Change.Put checkpoint = put("localhost/press/checkpoint");
        SiteAudit.Result newer = audit(before.newest());
        lay(checkpoint, checkpoint.path(), old);
        assertThat(report().findings()).extracting(SiteReport.Finding::kind).contains(Kind.FROZEN);
        SiteAudit.Result told = audit(newer.newest());
        assertThat(told.report().findings())
                .extracting(SiteReport.Finding::kind)
                .contains(Kind.FROZEN);
        assertThat(told.report().exitCode()).isEqualTo(2);
        assertThat(told.newest()).as("an old log is not remembered").isEmpty();
        assertThat(told.report().json()).contains("\"kind\":\"frozen\"").contains("\"sound\":false");
    }

    @Test
    @Tag("long")
    void a_site_of_ten_thousand_pages_is_read_in_a_minute() {
        Lomara lomara = new Lomara(house);
        for (int i = 0; i < 5_000; i++) {
            lomara.publish(lomara.draft(Lomara.wording("Notice " + i, "The harbour is open."), Lomara.FR), Lomara.EN);
            if (i % 50 == 49) {
                house.pressRun.run();
            }
        }
        forge(page(), page -> page.replace("Tuesday", "Monday"));
        long begun = System.nanoTime();
        SiteReport report = report();
        Duration taken = Duration.ofNanos(System.nanoTime() - begun);
        System.out.println("SiteAuditTest: " + report.pages() + " pages in " + taken.toMillis() + " ms");
        assertThat(report.pages()).isGreaterThan(10_000);
        assertThat(report.findings()).hasSize(1);
        assertThat(taken).isLessThan(Duration.ofSeconds(60));
    }
}
