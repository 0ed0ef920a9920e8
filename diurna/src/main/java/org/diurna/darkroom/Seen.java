package org.diurna.darkroom;

/**
 * What an engine saw when it decoded a whole master.
 *
 * @param width  of the upright picture, in pixels
 * @param height of the upright picture, in pixels
 */
record Seen(int width, int height, Look look) {}
