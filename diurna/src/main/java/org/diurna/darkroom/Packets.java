package org.diurna.darkroom;

/**
 * The two blocks of metadata that go into renditions.
 *
 * @param xmp the packet, UTF-8, without padding; empty for previews, which say nothing
 * @param iim the records of IPTC-IIM; empty for previews
 */
record Packets(byte[] xmp, byte[] iim) {
    static final Packets NONE = new Packets(new byte[0], new byte[0]);

    static Packets of(Description description, Rights rights) {
        return new Packets(Xmp.packet(description, rights), Iim.records(description, rights));
    }
}
