package org.diurna.desk;

import java.net.URI;
import java.util.Map;
import org.diurna.edition.Comment;
import org.diurna.house.Letter;
import org.diurna.house.Outbox;
import org.diurna.house.Words;
import org.diurna.staff.Person;

/**
 * Letters to people whom a comment names. Nothing of the draft or the comment stands in them: mail is read by many
 * machines before a person reads it.
 */
public final class Mentions {
    private final Outbox outbox;
    private final URI desk;

    /**
     * @param desk where the desk is found by browsers, without a path
     */
    public Mentions(Outbox outbox, URI desk) {
        this.outbox = outbox;
        this.desk = desk;
    }

    /** Puts the letter to one of them, in the transaction that adds the comment. */
    void tell(Comment comment, Person named, String by) {
        Words words = Words.of("desk", named.language());
        String path = "/releases/" + comment.release().value() + "/" + comment.language();
        outbox.put(new Letter(
                "comment:" + comment.id() + ":" + named.id(),
                named.mail(),
                named.language().tag(),
                words.say("letter.mention", Map.of("name", by)),
                words.say("letter.mention-words", Map.of("name", named.name(), "by", by, "address", desk + path))));
    }
}
