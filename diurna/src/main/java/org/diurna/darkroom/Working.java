package org.diurna.darkroom;

import java.util.List;

/** The size in which a master is decoded: as small as the most demanding shot allows, never larger than it is. */
record Working(int width, int height) {
    static Working of(Header header, List<Shot> shots) {
        int width = header.uprightWidth();
        int height = header.uprightHeight();
        double scale = shots.stream()
                .mapToDouble(shot -> Math.max(
                        (double) shot.width() / shot.crop().width(),
                        (double) shot.height() / shot.crop().height()))
                .max()
                .orElse(1);
        if (scale >= 1) {
            return new Working(width, height);
        }
        return new Working(
                (int) Math.min(width, Math.ceil(width * scale)), (int) Math.min(height, Math.ceil(height * scale)));
    }
}
