package org.diurna.desk;

import static org.diurna.desk.api.Shape.COUNT;
import static org.diurna.desk.api.Shape.Field.maybe;
import static org.diurna.desk.api.Shape.Field.needed;
import static org.diurna.desk.api.Shape.INSTANT;
import static org.diurna.desk.api.Shape.LANGUAGE;
import static org.diurna.desk.api.Shape.LINE;
import static org.diurna.desk.api.Shape.RELEASE;
import static org.diurna.desk.api.Shape.rows;
import static org.diurna.desk.api.Shape.text;
import static org.diurna.desk.api.Shape.thing;

import java.time.DateTimeException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.diurna.desk.api.Answer;
import org.diurna.desk.api.Asked;
import org.diurna.desk.api.Call;
import org.diurna.desk.api.Fault;
import org.diurna.desk.api.Reading;
import org.diurna.desk.api.Shape;
import org.diurna.desk.api.Trouble;
import org.diurna.edition.Comment;
import org.diurna.edition.Draft;
import org.diurna.edition.Releases;
import org.diurna.edition.Revisions;
import org.diurna.edition.Wording;
import org.diurna.edition.WordingJson;
import org.diurna.staff.People;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Calls of the API about drafts: reading, saving, their revisions, and what is said about them. */
final class DraftCalls {
    private static final String GROUP = "drafts";
    private static final String PATH = "/releases/{release}/{lang}";

    private static final Shape.Thing DRAFT = thing(
            "Draft",
            "The wording of a language version that is being worked on.",
            needed("release", RELEASE, "id of its release"),
            needed("lang", LANGUAGE, "its language"),
            needed("office", Told.CODE, "code of its office"),
            needed("type", Told.CODE, "code of its type"),
            needed("standing", Told.STANDING, "what it counts for beside the others"),
            needed("stage", Told.STAGE, "how far it has come"),
            needed("revision", COUNT, "1, 2, 3 …; its entity tag says the same"),
            needed("modified", INSTANT, "when it was changed last"),
            needed("changer", LINE, "who changed it"),
            needed("wording", Told.WORDING, "the text"),
            needed("findings", rows(Told.FINDING, 10_000), "what was found in it"));

    private static final Shape.Thing REVISION = thing(
            "Revision",
            "A draft as it was saved.",
            needed("revision", COUNT, "its number"),
            needed("modified", INSTANT, "when it was saved"),
            needed("changer", LINE, "who saved it"));

    private static final Shape.Thing COMMENT = thing(
            "Comment",
            "Something that was said about a draft.",
            needed("comment", Told.ID, "its id"),
            needed("block", LINE, "the block that it is about; empty for the draft as a whole"),
            needed("words", text(Comment.WORDS_MAX), "as they were written"),
            needed("at", INSTANT, "when"),
            needed("author", LINE, "who"),
            needed("open", Shape.FLAG, "whether it waits for somebody"));

    private static final Shape.Thing COMMENTS =
            thing("CommentList", "All comments on a draft.", needed("comments", rows(COMMENT, 10_000), "oldest first"));

    private final Releases releases;
    private final Entrance entrance;
    private final Rights rights;
    private final Save save;
    private final Discuss discuss;
    private final Checks checks;
    private final People people;

    DraftCalls(Releases releases, Gates gates, Save save, Discuss discuss, Checks checks, People people) {
        this.releases = releases;
        this.entrance = gates.entrance();
        this.rights = gates.rights();
        this.save = save;
        this.discuss = discuss;
        this.checks = checks;
        this.people = people;
    }

    List<Call> all() {
        return List.of(
                Call.get(PATH + "/draft", "readDraft", GROUP, "Reads a draft and what was found in it.")
                        .answering(200, DRAFT, "the draft; its ETag is what a save or a decision says by If-Match")
                        .doing(asked -> Told.about(entrance, asked, found -> draft(found, asked))),
                Call.put(PATH + "/draft", "saveDraft", GROUP, "Saves a wording over the revision that was seen.")
                        .seen()
                        .sending(thing(
                                "SaveDraft", "What the draft is to say.", needed("wording", Told.WORDING, "the text")))
                        .answering(200, DRAFT, "the draft as it stands now")
                        .doing(asked -> Told.about(entrance, asked, found -> save(found, asked))),
                Call.get(PATH + "/revisions", "listRevisions", GROUP, "Lists the revisions of a draft, newest first.")
                        .asking(Told.LIMIT, Told.AFTER)
                        .answering(200, Told.pageOf("RevisionList", "revisions", REVISION), "a page of the list")
                        .doing(asked -> Told.about(entrance, asked, found -> revisions(found, asked))),
                Call.get(PATH + "/revisions/{revision}", "readRevision", GROUP, "Reads a revision of a draft.")
                        .answering(
                                200,
                                thing(
                                        "RevisionText",
                                        "What a draft said.",
                                        needed("revision", COUNT, "its number"),
                                        needed("wording", Told.WORDING, "the text")),
                                "the revision")
                        .doing(asked -> Told.about(entrance, asked, found -> revision(found, asked))),
                Call.get(PATH + "/comments", "listComments", "comments", "Lists what was said about a draft.")
                        .answering(200, COMMENTS, "the comments")
                        .doing(asked -> Told.about(entrance, asked, this::comments)),
                Call.post(PATH + "/comments", "comment", "comments", "Says something about a draft or a block of it.")
                        .sending(thing(
                                "Say",
                                "What is to be said.",
                                maybe("block", text(24, "[a-z0-9-]*"), "the block that it is about"),
                                needed("words", text(Comment.WORDS_MAX), "@ and a name calls that person")))
                        .answering(200, COMMENTS, "the comments")
                        .doing(asked -> Told.about(
                                entrance,
                                asked,
                                found -> discussed(
                                        discuss.say(
                                                asked.by(),
                                                found.release(),
                                                found.draft(),
                                                asked.text("block"),
                                                asked.text("words"),
                                                people.able()),
                                        found,
                                        asked))),
                Call.post(PATH + "/comments/{comment}/resolution", "resolveComment", "comments", "Settles a comment.")
                        .answering(200, COMMENTS, "the comments")
                        .doing(asked -> Told.about(
                                entrance,
                                asked,
                                found -> discussed(
                                        discuss.resolve(
                                                asked.by(), found.release(), found.draft(), asked.part("comment")),
                                        found,
                                        asked))),
                Call.post(PATH + "/comments/{comment}/reopening", "reopenComment", "comments", "Opens a comment again.")
                        .answering(200, COMMENTS, "the comments")
                        .doing(asked -> Told.about(
                                entrance,
                                asked,
                                found -> discussed(
                                        discuss.reopen(
                                                asked.by(), found.release(), found.draft(), asked.part("comment")),
                                        found,
                                        asked))));
    }

    private Answer draft(Entrance.Found found, Asked asked) {
        Draft draft = found.draft();
        ObjectNode node = Told.node()
                .put("release", draft.release().value())
                .put("lang", draft.language().tag())
                .put("office", found.release().office().code())
                .put("type", found.release().type())
                .put("standing", draft.standing().word())
                .put("stage", Told.stage(releases.stage(draft.release(), draft.language())))
                .put("revision", draft.revision())
                .put("modified", draft.changed().toString())
                .put("changer", draft.changer());
        node.set("wording", wording(draft.wording()));
        ArrayNode findings = node.putArray("findings");
        for (Finding finding : checks.of(found.release().office(), draft)) {
            ObjectNode one = findings.addObject()
                    .put("severity", finding.severity().word())
                    .put("field", finding.field());
            if (!finding.block().isEmpty()) {
                one.put("block", finding.block());
            }
            one.put("code", finding.key()).put("message", finding.in(asked.reader()));
        }
        return Answer.ok(node).with("ETag", Asked.tag(draft.revision()));
    }

    private static tools.jackson.databind.JsonNode wording(Wording wording) {
        return Reading.JSON.readTree(WordingJson.write(wording));
    }

    private Answer save(Entrance.Found found, Asked asked) {
        Draft draft = found.draft();
        OptionalInt seen = asked.seen(draft.revision());
        if (!rights.writes(asked.by(), found.release(), draft.language(), draft.standing())) {
            return asked.problem(Trouble.NOT_ALLOWED);
        }
        if (seen.isEmpty()) {
            return Told.overtaken(draft, asked);
        }
        Wording wording;
        try {
            wording = WordingJson.read(asked.body().path("wording"));
        } catch (JacksonException | IllegalArgumentException | DateTimeException e) {
            Fault fault = new Fault("body", "wording", "", "wording", String.valueOf(e.getMessage()));
            return Answer.problem(Trouble.WRONG_FIELDS, asked.reader(), List.of(fault), "");
        }
        return switch (save.unmerged(asked.by(), draft.release(), draft.language(), seen.getAsInt(), wording)) {
            case Save.Attempt.Overtaken(var now) -> Told.overtaken(now, asked);
            case Save.Attempt.Saved(var outcome) -> saved(outcome, found, asked);
        };
    }

    private Answer saved(Save.Outcome outcome, Entrance.Found found, Asked asked) {
        Draft draft = found.draft();
        return switch (outcome) {
            case Save.Outcome.Kept _ ->
                draft(new Entrance.Found(found.release(), entrance.again(draft).orElse(draft)), asked);
            case Save.Outcome.Merged merged ->
                throw new IllegalStateException("The revision " + merged.revision() + " of " + draft.release()
                        + " was merged though that was not asked for.");
            case Save.Outcome.SignedOff _ ->
                asked.problem(
                        Trouble.CONFLICT, Objection.to("stage", "scheduled").in(asked.reader()));
            case Save.Outcome.NotFound _ -> asked.problem(Trouble.NOT_FOUND);
            case Save.Outcome.NotAllowed _ -> asked.problem(Trouble.NOT_ALLOWED);
        };
    }

    private Answer revisions(Entrance.Found found, Asked asked) {
        Optional<Integer> below = asked.word("cursor").map(DraftCalls::number);
        if (below.filter(number -> number < 1).isPresent()) {
            return asked.wrongQuery("cursor", "cursor");
        }
        int most = asked.number("limit", Told.PAGE);
        Draft draft = found.draft();
        List<Revisions.Line> lines = releases.revisions()
                .below(draft.release(), draft.language(), below.orElse(draft.revision() + 1), most + 1);
        return Told.page(
                "revisions",
                lines.stream()
                        .map(line -> new Told.Row(
                                Told.node()
                                        .put("revision", line.number())
                                        .put("modified", line.saved().toString())
                                        .put("changer", line.saver()),
                                Integer.toString(line.number())))
                        .toList(),
                most);
    }

    /** 0 for what is none. */
    private static int number(String text) {
        return text.matches("[0-9]{1,9}") ? Integer.parseInt(text) : 0;
    }

    private Answer revision(Entrance.Found found, Asked asked) {
        int number = number(asked.part("revision"));
        return releases.revisions()
                .find(found.draft().release(), found.draft().language(), number)
                .map(revision ->
                        Answer.ok(Told.node().put("revision", number).set("wording", wording(revision.wording()))))
                .orElseGet(() -> asked.problem(Trouble.NOT_FOUND));
    }

    private Answer comments(Entrance.Found found) {
        ObjectNode answer = Told.node();
        ArrayNode comments = answer.putArray("comments");
        for (Comment comment : releases.writing()
                .comments()
                .of(found.release().id(), found.draft().language())) {
            comments.addObject()
                    .put("comment", comment.id())
                    .put("block", comment.block())
                    .put("words", comment.words())
                    .put("at", comment.at().toString())
                    .put("author", comment.author())
                    .put("open", comment.open());
        }
        return Answer.ok(answer);
    }

    private Answer discussed(Discuss.Outcome outcome, Entrance.Found found, Asked asked) {
        return switch (outcome) {
            case Discuss.Outcome.Done _ -> comments(found);
            case Discuss.Outcome.NotReady(var objection) -> Told.notReady(List.of(objection), asked);
            case Discuss.Outcome.NotFound _ -> asked.problem(Trouble.NOT_FOUND);
        };
    }
}
