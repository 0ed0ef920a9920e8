package org.diurna.desk.api;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * A call of the API: everything that its document says about it, and what it does. The one list of calls is what the
 * server answers by and what the document is written from, so that neither can say what the other does not.
 *
 * @param method of HTTP
 * @param path   below {@code /api/v1}, with the names of its parts in braces
 * @param name   of the operation, for programs that are made from the document
 * @param group  that it is listed in
 * @param about  what it does, in a sentence
 */
public record Call(
        String method,
        String path,
        String name,
        String group,
        String about,
        List<Shape.Field> query,
        Body body,
        Naming naming,
        Access access,
        List<Reply> replies,
        Deed deed) {

    public Call {
        query = List.copyOf(query);
        replies = List.copyOf(replies);
    }

    /** What is sent along. */
    public sealed interface Body {
        record None() implements Body {}

        record Json(Shape.Thing shape) implements Body {}

        /**
         * The bytes of a file.
         *
         * @param maxBytes of it
         */
        record File(long maxBytes) implements Body {}
    }

    /** Whether a request says which version it is about ({@code If-Match}, RFC 9110 section 13.1.1). */
    public enum Naming {
        NO_VERSION,
        SEEN_VERSION
    }

    /** Whom it answers. */
    public enum Access {
        TOKEN,
        ANYBODY
    }

    /**
     * An answer that it gives when it did what it was asked.
     *
     * @param shape of a JSON body; empty for other bytes and for none
     */
    public record Reply(int status, String type, Optional<Shape> shape, String about) {}

    /** What a call does. */
    public interface Deed {
        Answer run(Asked asked);
    }

    /** Begins the description of a call. */
    public static Draft get(String path, String name, String group, String about) {
        return new Draft("GET", path, name, group, about);
    }

    public static Draft post(String path, String name, String group, String about) {
        return new Draft("POST", path, name, group, about);
    }

    public static Draft put(String path, String name, String group, String about) {
        return new Draft("PUT", path, name, group, about);
    }

    public static Draft delete(String path, String name, String group, String about) {
        return new Draft("DELETE", path, name, group, about);
    }

    /** The parts of its path. */
    List<String> parts() {
        return Arrays.asList(path.substring(1).split("/", -1));
    }

    /** The names in its path. */
    List<String> names() {
        return parts().stream()
                .filter(part -> part.startsWith("{"))
                .map(part -> part.substring(1, part.length() - 1))
                .toList();
    }

    /** How it may fail: each of these is in the document, and nothing else is answered. */
    List<Trouble> troubles() {
        List<Trouble> troubles = new ArrayList<>(List.of(Trouble.MALFORMED));
        if (access == Access.TOKEN) {
            troubles.addAll(List.of(Trouble.NO_TOKEN, Trouble.NOT_ALLOWED));
        }
        troubles.add(Trouble.NOT_FOUND);
        if (!method.equals("GET")) {
            troubles.add(Trouble.CONFLICT);
            troubles.addAll(List.of(Trouble.TOO_LARGE, Trouble.WRONG_TYPE));
        }
        if (method.equals("POST")) {
            troubles.addAll(List.of(Trouble.UNDER_WAY, Trouble.UNCERTAIN, Trouble.KEY_REUSED));
        }
        troubles.add(Trouble.WRONG_FIELDS);
        if (!method.equals("GET")) {
            troubles.add(Trouble.NOT_READY);
        }
        if (naming == Naming.SEEN_VERSION) {
            troubles.addAll(List.of(Trouble.OVERTAKEN, Trouble.NOT_SEEN));
        }
        return troubles;
    }

    /** A call while it is described. */
    public static final class Draft {
        private final String method;
        private final String path;
        private final String name;
        private final String group;
        private final String about;
        private final List<Shape.Field> query = new ArrayList<>();
        private final List<Reply> replies = new ArrayList<>();
        private Body body = new Body.None();
        private Naming naming = Naming.NO_VERSION;
        private Access access = Access.TOKEN;

        private Draft(String method, String path, String name, String group, String about) {
            this.method = method;
            this.path = path;
            this.name = name;
            this.group = group;
            this.about = about;
        }

        /** Words of the query. */
        public Draft asking(Shape.Field... fields) {
            query.addAll(List.of(fields));
            return this;
        }

        public Draft sending(Shape.Thing shape) {
            body = new Body.Json(shape);
            return this;
        }

        public Draft sendingFile(long maxBytes) {
            body = new Body.File(maxBytes);
            return this;
        }

        /** The request says by {@code If-Match} which version was seen. */
        public Draft seen() {
            naming = Naming.SEEN_VERSION;
            return this;
        }

        public Draft forAnybody() {
            access = Access.ANYBODY;
            return this;
        }

        public Draft answering(int status, Shape shape, String what) {
            replies.add(new Reply(status, Answer.JSON, Optional.of(shape), what));
            return this;
        }

        public Draft answeringBytes(int status, String type, String what) {
            replies.add(new Reply(status, type, Optional.empty(), what));
            return this;
        }

        /** What it does ends its description. */
        public Call doing(Deed deed) {
            return new Call(method, path, name, group, about, query, body, naming, access, replies, deed);
        }
    }
}
