package org.diurna.desk;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.diurna.edition.Block;
import org.diurna.edition.Blocks;
import org.diurna.edition.Comment;
import org.diurna.edition.Release;
import org.diurna.edition.Releases;
import org.diurna.edition.Texts;
import org.diurna.guest.Guest;

/** What experts say about their copy: comments of its draft, in their name. */
final class GuestComments {
    private static final int COMMENTS_MAX = 50;
    private static final int WORDS_SHOWN = 60;

    private final Releases releases;
    private final GuestCopies copies;
    private final Rights rights;
    private final Clock clock;

    GuestComments(Releases releases, GuestCopies copies, Rights rights, Clock clock) {
        this.releases = releases;
        this.copies = copies;
        this.rights = rights;
        this.clock = clock;
    }

    /**
     * Adds a comment.
     *
     * @param block that it is about; of one that the copy does not have it is about the whole
     * @param from  the guest's address, as it is kept
     * @return the key of what stands against it; empty when it was added
     */
    Optional<String> add(Guest guest, Release release, String block, String words, String from) {
        String clean = Texts.clean(words).strip();
        if (of(guest).size() >= COMMENTS_MAX) {
            return Optional.of("guest.comments-many");
        }
        if (clean.isEmpty()) {
            return Optional.of("objection.comment-missing");
        }
        if (clean.length() > Comment.WORDS_MAX) {
            return Optional.of("objection.comment-long");
        }
        boolean known =
                copies.wording(guest).body().stream().anyMatch(each -> each.id().equals(block));
        rights.together(() -> {
            releases.writing()
                    .comments()
                    .add(
                            guest.release(),
                            guest.language(),
                            known ? block : "",
                            clean,
                            Set.of(),
                            guest.doer(),
                            clock.instant());
            rights.guest(guest.doer(), from, "comment", release, guest.language(), guest.digest());
            return guest;
        });
        return Optional.empty();
    }

    private List<Comment> of(Guest guest) {
        return releases.writing().comments().of(guest.release(), guest.language()).stream()
                .filter(comment -> comment.author().equals(guest.doer()))
                .toList();
    }

    /** What the guest said already. */
    List<CopyPages.Said> said(Guest guest) {
        Map<String, String> names =
                blocks(guest, "").stream().collect(Collectors.toMap(PlacePages.Choice::value, PlacePages.Choice::name));
        return of(guest).stream()
                .map(comment -> new CopyPages.Said(names.getOrDefault(comment.block(), ""), comment.words()))
                .toList();
    }

    /** Blocks by their first words. */
    List<PlacePages.Choice> blocks(Guest guest, String chosen) {
        return copies.wording(guest).body().stream()
                .map(block -> new PlacePages.Choice(
                        block.id(), first(block), block.id().equals(chosen)))
                .filter(choice -> !choice.name().isBlank())
                .toList();
    }

    private static String first(Block block) {
        String plain = String.join(" ", Blocks.plain(List.of(block))).strip();
        return plain.length() > WORDS_SHOWN ? plain.substring(0, WORDS_SHOWN).strip() + "…" : plain;
    }
}
