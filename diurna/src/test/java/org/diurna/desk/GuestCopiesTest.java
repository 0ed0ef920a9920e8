package org.diurna.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.diurna.desk.DeskRoom.EN;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.diurna.edition.Banner;
import org.diurna.edition.Block;
import org.diurna.edition.Inline;
import org.diurna.edition.Release;
import org.diurna.edition.ReleaseId;
import org.diurna.edition.Wording;
import org.diurna.guest.Guest;
import org.diurna.guest.Guests;
import org.diurna.guest.Marks;
import org.diurna.house.OnBothDatabases;
import org.diurna.house.TestDatabases;

/** What a guest is shown of a text. */
final class GuestCopiesTest {
    private static final Instant NOW = Instant.parse("2026-11-25T12:00:00Z");
    private static final String BANNER = "a".repeat(64);
    private static final String FIGURE = "b".repeat(64);

    private static Wording wording() {
        return new Wording(
                "The ferry sails",
                List.of(),
                "Halden",
                Optional.of(LocalDate.of(2026, 3, 4)),
                List.of(
                        new Block.Paragraph("p", Optional.empty(), List.of(Inline.Text.plain("At noon it sails."))),
                        new Block.Figure(
                                "f",
                                Optional.empty(),
                                FIGURE,
                                Block.Use.INFORMATIVE,
                                "A ferry",
                                List.of(Inline.Text.plain("The minister boards the old ferry in the rain of March")),
                                "")),
                Optional.of(new Banner(BANNER, Block.Use.INFORMATIVE, "A harbour", "The harbour")));
    }

    @OnBothDatabases
    void a_recalled_picture_leaves_the_copies_of_guests_and_an_older_copy_still_tells_whose_it_was(
            TestDatabases.Fresh fresh) {
        try (DeskRoom room = DeskRoom.open(fresh)) {
            ReleaseId id = room.begin(wording());
            Guests guests = new Guests(room.database());
            Guest guest = guests.invite(
                            new Guests.Invitation(
                                    Guest.Kind.EXPERT,
                                    id,
                                    EN,
                                    1,
                                    "0".repeat(64),
                                    "Mira Okello",
                                    "",
                                    "mira@post.example",
                                    EN,
                                    false,
                                    Optional.empty()),
                            "ana",
                            NOW)
                    .guest();
            GuestCopies copies = new GuestCopies(room.releases(), Studio.none());
            Release release = room.releases().find(id).orElseThrow();
            assertThat(copies.wording(guest).pictures()).containsExactly(BANNER, FIGURE);
            String before = copies.marked(guest, release, "/x/");
            assertThat(before).contains("minister");

            room.releases().recall(FIGURE, "The person asked us to.", "ana", NOW);

            assertThat(copies.wording(guest).pictures()).containsExactly(BANNER);
            assertThat(copies.marked(guest, release, "/x/"))
                    .doesNotContain("minister", FIGURE)
                    .contains("sails");
            String quoted = before.substring(before.indexOf("<figcaption>"));
            assertThat(copies.whose(quoted, release, List.of(guest))).isInstanceOf(Marks.Reading.Marked.class);
        }
    }
}
