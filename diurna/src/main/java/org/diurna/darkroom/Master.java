package org.diurna.darkroom;

/**
 * A picture as it came, kept private under its digest.
 *
 * @param sha256    64 lower-case hexadecimal digits
 * @param mediaType what the bytes say, for example {@code image/jpeg}
 * @param sizeBytes of the file
 * @param width     of the upright picture (orientation applied), in pixels
 * @param height    of the upright picture, in pixels
 */
public record Master(String sha256, String mediaType, long sizeBytes, int width, int height, Look look) {
    public Master {
        Digests.checked(sha256);
    }
}
