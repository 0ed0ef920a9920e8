package org.diurna.press.paper;

import java.util.concurrent.locks.ReentrantLock;

/** The door of the paper: sets a leaflet and binds it to a file. */
public final class Typesetter {
    /** Font files are read where they lie and know no threads. */
    private static final ReentrantLock ONE = new ReentrantLock();

    private Typesetter() {}

    /**
     * The bytes of the file; the same for the same leaflet.
     *
     * @throws Unprintable when the program has no letters for a character
     */
    public static byte[] set(Leaflet leaflet) {
        ONE.lock();
        try {
            return compose(leaflet);
        } finally {
            ONE.unlock();
        }
    }

    private static byte[] compose(Leaflet leaflet) {
        boolean rightToLeft = leaflet.rightToLeft();
        Ink ink = new Ink();
        Flow flow = new Flow(rightToLeft, ink);
        Measures measures = new Measures(leaflet.locale());
        Setting setting = new Setting(flow, new Breaking(leaflet.locale(), rightToLeft), measures, leaflet.colour());
        Front front = new Front(leaflet, flow, setting, measures, ink);
        Tag document = new Tag("Document");
        front.letterhead(document);
        front.head(document);
        setting.parts(leaflet.body(), document.add("Art"), flow.main(), Type.BODY);
        setting.parts(leaflet.tail(), document, flow.main(), Type.TAIL);
        front.colophon(document);
        front.feet();
        return new Binding(leaflet, flow.folios(), document, ink, setting).bytes();
    }
}
