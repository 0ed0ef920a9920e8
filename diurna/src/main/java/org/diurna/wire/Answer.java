package org.diurna.wire;

/** What a mail server made of a letter. */
sealed interface Answer {
    /** It has taken the letter and answers for it (RFC 5321 section 6.1). */
    record Taken() implements Answer {}

    /** It was not handed over: the server cannot be reached, or answered with a reply 4xx. It may be tried later. */
    record Later(String why) implements Answer {}

    /** It was not handed over, and never will be like this: a reply 5xx. */
    record Refused(String why) implements Answer {}

    /** The connection broke at a moment when the server may have taken it. */
    record Uncertain(String why) implements Answer {}
}
