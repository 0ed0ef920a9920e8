package org.diurna.stand;

import io.netty.buffer.ByteBuf;

/** What is to be done for a request. */
sealed interface Reply {
    /** Send this; the body is held for the receiver of the reply, who releases it. */
    record Ready(Head head, ByteBuf body) implements Reply {}

    /** Read the bytes into memory first, off the loop, then send this part of them. */
    record Cold(long key, Prepared prepared, Head head, long offset, int length) implements Reply {}

    /** Send this part of the file. */
    record FromFile(Head head, Blob blob, long offset, long length) implements Reply {}

    /** Ask the counter. */
    record ForCounter() implements Reply {}
}
