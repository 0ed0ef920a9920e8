package org.diurna.desk.api;

import java.util.Locale;

/** The ways in which the API does not do what it was asked; each is a problem type of RFC 9457. */
public enum Trouble {
    /** It is no request that can be read: no JSON, no such escape in the address. */
    MALFORMED(400),
    /** Without a token, or with one that is not valid any more. */
    NO_TOKEN(401),
    /** The duties of the token do not carry it. */
    NOT_ALLOWED(403),
    /** It is not there, or the token may not know that it is. */
    NOT_FOUND(404),
    WRONG_METHOD(405),
    /** What is there is held fast by something else. */
    CONFLICT(409),
    /** The same key is being answered now. */
    UNDER_WAY(409),
    /** The same key was asked with before and nobody noted what became of it. */
    UNCERTAIN(409),
    /** Somebody changed it since it was seen. */
    OVERTAKEN(412),
    TOO_LARGE(413),
    WRONG_TYPE(415),
    /** Fields that cannot be read as what they should be. */
    WRONG_FIELDS(422),
    /** The decision was refused, for all these reasons. */
    NOT_READY(422),
    /** The same key was sent with another request. */
    KEY_REUSED(422),
    /** The request does not say which version it is about. */
    NOT_SEEN(428),
    FAILED(500);

    private final int status;

    Trouble(int status) {
        this.status = status;
    }

    /** Of HTTP. */
    public int status() {
        return status;
    }

    /** As in its address: {@code not-ready}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The one for what the server itself refused before it knew which call is meant. */
    public static Trouble of(int status) {
        for (Trouble trouble : values()) {
            if (trouble.status == status) {
                return trouble;
            }
        }
        return status < 500 ? MALFORMED : FAILED;
    }
}
