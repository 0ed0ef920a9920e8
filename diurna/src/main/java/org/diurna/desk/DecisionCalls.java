package org.diurna.desk;

import static org.diurna.desk.api.Shape.COUNT;
import static org.diurna.desk.api.Shape.Field.maybe;
import static org.diurna.desk.api.Shape.Field.needed;
import static org.diurna.desk.api.Shape.INSTANT;
import static org.diurna.desk.api.Shape.LINE;
import static org.diurna.desk.api.Shape.text;
import static org.diurna.desk.api.Shape.thing;
import static org.diurna.desk.api.Shape.word;

import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.diurna.desk.api.Answer;
import org.diurna.desk.api.Asked;
import org.diurna.desk.api.Call;
import org.diurna.desk.api.Shape;
import org.diurna.desk.api.Trouble;
import org.diurna.edition.Release;
import org.diurna.edition.Releases;
import org.diurna.edition.Reviews;
import org.diurna.edition.WithdrawnText;
import org.diurna.house.Language;
import org.diurna.staff.Act;
import org.diurna.staff.Permissions;
import tools.jackson.databind.node.ObjectNode;

/** Calls of the API that review, publish, correct and withdraw: each asks the one class that decides it. */
final class DecisionCalls {
    private static final String GROUP = "decisions";
    private static final String PATH = "/releases/{release}/{lang}";

    private static final Shape.Thing REVIEW = thing(
            "Review",
            "Where a draft stands in its review.",
            needed("state", word("open", "asked", "approved", "returned"), "what was said last"),
            maybe("revision", COUNT, "that it was said about"),
            maybe("words", text(Submit.WORDS_MAX), "of who asked for the review, or for changes"),
            maybe("digest", Shape.DIGEST, "SHA-256 of the words that were approved"),
            maybe("at", INSTANT, "when"),
            maybe("doer", LINE, "who"));

    private static final Shape.Thing WORDS =
            thing("ReviewWords", "What is said with it.", maybe("words", text(Submit.WORDS_MAX), "a few sentences"));

    private final Releases releases;
    private final Entrance entrance;
    private final Rights rights;
    private final Decisions decide;

    DecisionCalls(Releases releases, Gates gates, Decisions decide) {
        this.releases = releases;
        this.entrance = gates.entrance();
        this.rights = gates.rights();
        this.decide = decide;
    }

    List<Call> all() {
        return Stream.concat(reviews().stream(), publications().stream()).toList();
    }

    private List<Call> reviews() {
        return List.of(
                Call.get(PATH + "/review", "readReview", GROUP, "Reads where a draft stands in its review.")
                        .answering(200, REVIEW, "its state; what is to be changed is in the words of a return")
                        .doing(asked -> Told.about(entrance, asked, this::review)),
                Call.post(PATH + "/review", "submit", GROUP, "Asks for a review of the revision that was seen.")
                        .seen()
                        .sending(WORDS)
                        .answering(200, REVIEW, "it waits for somebody who approves or returns it")
                        .doing(asked -> reviewed(
                                asked,
                                Act.TRANSLATE,
                                (found, seen) -> decide.submit()
                                        .run(asked.by(), id(found), tongue(found), seen, asked.text("words")))),
                Call.post(PATH + "/approval", "approve", GROUP, "Approves the revision that was seen.")
                        .seen()
                        .answering(200, REVIEW, "it is approved until its words change")
                        .doing(asked -> reviewed(
                                asked,
                                Act.REVIEW,
                                (found, seen) -> decide.approve().run(asked.by(), id(found), tongue(found), seen))),
                Call.post(PATH + "/return", "giveBack", GROUP, "Returns the revision that was seen: asks for changes.")
                        .seen()
                        .sending(WORDS)
                        .answering(200, REVIEW, "it is with who wrote it again")
                        .doing(asked -> reviewed(
                                asked,
                                Act.REVIEW,
                                (found, seen) -> decide.giveBack()
                                        .run(asked.by(), id(found), tongue(found), seen, asked.text("words")))),
                Call.post(
                                PATH + "/emergency/approval",
                                "approveAfterwards",
                                GROUP,
                                "Approves what was published without approval.")
                        .answering(200, REVIEW, "it is approved afterwards")
                        .doing(asked -> Told.about(
                                entrance,
                                asked,
                                found -> done(
                                        decide.approve().afterwards(asked.by(), id(found), tongue(found)),
                                        found,
                                        asked))));
    }

    private List<Call> publications() {
        return List.of(
                Call.post(PATH + "/publication", "publish", GROUP, "Publishes the revision that was seen.")
                        .seen()
                        .sending(thing(
                                "Publish",
                                "How it goes.",
                                maybe("numbering", word("as-it-is", "next"), "whether it gets the next free number")))
                        .answering(201, ReleaseCalls.editionShape(), "frozen, and on its way to the public")
                        .doing(asked -> seen(asked, Act.PUBLISH, (found, seen) -> publish(found, seen, asked))),
                Call.post(PATH + "/correction", "correct", GROUP, "Publishes the next edition of what is public.")
                        .seen()
                        .sending(thing(
                                "Correct",
                                "Why there is a new edition.",
                                needed("kind", word("correction", "update", "refile"), "as readers are told"),
                                needed("note", text(2_000), "what changed, in the language of the version")))
                        .answering(201, ReleaseCalls.editionShape(), "frozen, and on its way to the public")
                        .doing(asked -> seen(asked, Act.CORRECT, (found, seen) -> correct(found, seen, asked))),
                Call.post(PATH + "/withdrawal", "withdraw", GROUP, "Takes a language version back from the public.")
                        .seen()
                        .sending(thing(
                                "Withdraw",
                                "What becomes of it.",
                                needed("text", word("kept", "removed"), "whether its text can be read on"),
                                needed("reason", text(2_000), "in the language of the version, for readers")))
                        .answering(
                                200,
                                thing(
                                        "Withdrawn",
                                        "It is taken back.",
                                        needed("stage", Told.STAGE, "where it stands now")),
                                "noted, and on its way to the public")
                        .doing(asked -> seen(asked, Act.WITHDRAW, (found, _) -> withdraw(found, asked))));
    }

    private static org.diurna.edition.ReleaseId id(Entrance.Found found) {
        return found.release().id();
    }

    private static Language tongue(Entrance.Found found) {
        return found.draft().language();
    }

    /** The answer to a decision about a revision; another one than was seen is not decided on. */
    private Answer seen(Asked asked, Act act, BiFunction<Entrance.Found, Integer, Answer> decision) {
        return Told.about(entrance, asked, found -> {
            OptionalInt seen = asked.seen(found.draft().revision());
            if (seen.isPresent()) {
                return decision.apply(found, seen.getAsInt());
            }
            // who may not decide is not told that there is something newer to decide on
            return rights.ask(asked.by(), act, found.release(), tongue(found)) == Permissions.Answer.NO
                    ? asked.problem(Trouble.NOT_ALLOWED)
                    : Told.overtaken(found.draft(), asked);
        });
    }

    private Answer reviewed(Asked asked, Act act, BiFunction<Entrance.Found, Integer, Reviewed> decision) {
        return seen(asked, act, (found, seen) -> done(decision.apply(found, seen), found, asked));
    }

    private Answer done(Reviewed outcome, Entrance.Found found, Asked asked) {
        return switch (outcome) {
            case Reviewed.Done _ -> review(found);
            case Refusal refusal -> Told.refused(refusal, asked);
        };
    }

    private Answer review(Entrance.Found found) {
        ObjectNode node = Told.node();
        switch (releases.reviews().of(id(found), tongue(found))) {
            case Reviews.State.Open _ -> node.put("state", "open");
            case Reviews.State.Asked asked ->
                node.put("state", "asked")
                        .put("revision", asked.revision())
                        .put("words", asked.words())
                        .put("at", asked.at().toString())
                        .put("doer", asked.asker());
            case Reviews.State.Approved approved ->
                node.put("state", "approved")
                        .put("revision", approved.revision())
                        .put("digest", approved.digest())
                        .put("at", approved.at().toString())
                        .put("doer", approved.approver());
            case Reviews.State.Returned returned ->
                node.put("state", "returned")
                        .put("revision", returned.revision())
                        .put("words", returned.words())
                        .put("at", returned.at().toString())
                        .put("doer", returned.reviewer());
        }
        return Answer.ok(node);
    }

    private Answer publish(Entrance.Found found, int seen, Asked asked) {
        Publish.Numbering numbering =
                asked.text("numbering").equals("next") ? Publish.Numbering.NEXT : Publish.Numbering.AS_IT_IS;
        return switch (decide.publish().run(asked.by(), id(found), tongue(found), seen, numbering)) {
            case Publish.Outcome.Published(var edition) -> ReleaseCalls.frozen(edition);
            case Refusal refusal -> Told.refused(refusal, asked);
        };
    }

    private Answer correct(Entrance.Found found, int seen, Asked asked) {
        Correct.Reason reason = Correct.Reason.valueOf(asked.text("kind").toUpperCase(Locale.ROOT));
        return switch (decide.correct().run(asked.by(), id(found), tongue(found), seen, reason, asked.text("note"))) {
            case Correct.Outcome.Corrected(var edition) -> ReleaseCalls.frozen(edition);
            case Refusal refusal -> Told.refused(refusal, asked);
        };
    }

    private Answer withdraw(Entrance.Found found, Asked asked) {
        WithdrawnText text = WithdrawnText.valueOf(asked.text("text").toUpperCase(Locale.ROOT));
        Release release = found.release();
        return switch (decide.withdraw().run(asked.by(), release.id(), tongue(found), text, asked.text("reason"))) {
            case Withdraw.Outcome.Withdrawn _ ->
                Answer.ok(Told.node().put("stage", Told.stage(releases.stage(release.id(), tongue(found)))));
            case Refusal refusal -> Told.refused(refusal, asked);
        };
    }
}
