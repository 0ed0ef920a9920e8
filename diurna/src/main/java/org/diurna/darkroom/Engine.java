package org.diurna.darkroom;

import java.util.List;
import java.util.Set;

/**
 * Decodes, cuts and encodes. Runs in the worker process only, one job at a time; keeps nothing between jobs. The same
 * master and shots make the same bytes again.
 */
interface Engine {
    /** With its version: {@code libvips 8.14.1}. */
    String name();

    Set<MasterType> reads();

    Set<Format> writes();

    /**
     * Decodes the whole picture, so that what is cut off or damaged shows now and not on the day of the release.
     *
     * @throws Undecodable where the file is damaged, cut off, or contradicts its header
     */
    Seen look(byte[] master, Header header) throws Undecodable;

    /**
     * Makes renditions.
     *
     * @return one file per shot, in sRGB, upright, with no metadata at all
     * @throws Undecodable where the file is damaged
     */
    List<byte[]> develop(byte[] master, Header header, List<Shot> shots) throws Undecodable;
}
