package org.diurna.press;

/**
 * Where anybody checks a text or a file.
 *
 * @param byHand where it is explained how to check without a script
 * @param script path of the page's own script
 * @param data   what the script must know, as JSON that is safe inside a script element
 */
public record CheckPage(Frame frame, Link byHand, String script, String data) {}
