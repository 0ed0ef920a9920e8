package org.diurna.counter;

/**
 * What a reader asks of the counter.
 *
 * @param host   of the office, in lower case without a port
 * @param path   from the slash, not decoded
 * @param query  what was after the question mark
 * @param passer hash of the network; empty when the stand did not say
 * @param range  the header; empty when there is none
 * @param form   what was sent
 */
record Asked(String method, String host, String path, Typed query, String passer, String range, Typed form) {
    boolean reads() {
        return method.equals("GET") || method.equals("HEAD");
    }
}
