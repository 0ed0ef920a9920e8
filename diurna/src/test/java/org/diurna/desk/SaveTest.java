package org.diurna.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.diurna.edition.Block;
import org.diurna.edition.Blocks;
import org.diurna.edition.Inline;
import org.diurna.edition.Wording;
import org.diurna.house.OnBothDatabases;
import org.diurna.house.TestDatabases;
import org.diurna.staff.Doer;

final class SaveTest {
    private static final Clock NOON = Clock.fixed(Instant.parse("2026-11-25T12:00:00Z"), ZoneOffset.UTC);

    private static Block paragraph(String id, String text) {
        return new Block.Paragraph(id, Optional.empty(), List.of(Inline.Text.plain(text)));
    }

    private static Wording wording(Block... blocks) {
        return new Wording("Headline", List.of(), "", Optional.empty(), List.of(blocks));
    }

    @OnBothDatabases
    void a_save_over_an_old_revision_is_merged_and_what_was_sent_is_kept(TestDatabases.Fresh fresh) {
        try (DeskRoom room = DeskRoom.open(fresh)) {
            var id = room.begin(wording(paragraph("a", "one"), paragraph("b", "two")));
            Save save = new Save(room.releases(), room.releases().revisions(), room.rights(), NOON);
            save.run(
                    new Doer.Operator("ana"),
                    id,
                    DeskRoom.EN,
                    1,
                    wording(paragraph("a", "ANA"), paragraph("b", "two")));
            Wording sent = wording(paragraph("a", "one"), paragraph("b", "BEN"));
            assertThat(save.run(new Doer.Operator("ben"), id, DeskRoom.EN, 1, sent))
                    .isInstanceOfSatisfying(Save.Outcome.Merged.class, merged -> {
                        assertThat(Blocks.plain(merged.wording().body())).containsExactly("ANA", "BEN");
                        assertThat(room.releases().revisions().find(id, DeskRoom.EN, merged.base()))
                                .map(revision -> revision.wording())
                                .contains(sent);
                    });
        }
    }

    @OnBothDatabases
    void a_save_of_what_stands_already_makes_no_revision(TestDatabases.Fresh fresh) {
        try (DeskRoom room = DeskRoom.open(fresh)) {
            Wording same = wording(paragraph("a", "one"));
            var id = room.begin(same);
            Save save = new Save(room.releases(), room.releases().revisions(), room.rights(), NOON);
            assertThat(save.run(new Doer.Operator("ana"), id, DeskRoom.EN, 1, same))
                    .isEqualTo(new Save.Outcome.Kept(1));
        }
    }

    @OnBothDatabases
    void many_who_save_at_once_lose_nothing(TestDatabases.Fresh fresh) throws Exception {
        try (DeskRoom room = DeskRoom.open(fresh);
                ExecutorService people = Executors.newVirtualThreadPerTaskExecutor()) {
            var id = room.begin(wording(paragraph("a", "one")));
            Save save = new Save(room.releases(), room.releases().revisions(), room.rights(), NOON);
            List<Future<Save.Outcome>> saves = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                Wording mine = wording(paragraph("a", "one"), paragraph("p" + i, "Person " + i));
                String name = "p" + i;
                saves.add(people.submit(() -> save.run(new Doer.Operator(name), id, DeskRoom.EN, 1, mine)));
            }
            for (Future<Save.Outcome> each : saves) {
                each.get();
            }
            Wording now = room.releases().draft(id, DeskRoom.EN).orElseThrow().wording();
            assertThat(Blocks.plain(now.body()))
                    .containsExactlyInAnyOrder("one", "Person 0", "Person 1", "Person 2", "Person 3");
        }
    }
}
