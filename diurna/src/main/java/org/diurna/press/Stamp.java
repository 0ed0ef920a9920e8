package org.diurna.press;

/**
 * A date or moment for readers and for machines.
 *
 * @param text    as the page's language writes it
 * @param machine value of HTML's {@code datetime}
 */
public record Stamp(String text, String machine) {}
