package org.diurna.darkroom;

import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;

/** A picture of libvips, which is a plan until somebody asks for its pixels. Given back when closed. */
record VipsImage(Vips vips, MemorySegment address) implements AutoCloseable {
    int width() {
        return vips.width(address);
    }

    int height() {
        return vips.height(address);
    }

    int bands() {
        return vips.bands(address);
    }

    boolean hasAlpha() {
        return vips.hasAlpha(address);
    }

    /** Whether the file brought that piece of metadata. */
    boolean has(String field) {
        try (var arena = Arena.ofConfined()) {
            return (long) vips.typeOf.invoke(address, arena.allocateFrom(field)) != 0;
        } catch (Throwable e) {
            throw Vips.trouble(e);
        }
    }

    /** Decodes now, once, and keeps the pixels. */
    VipsImage inMemory() throws Undecodable {
        try {
            var copy = (MemorySegment) vips.copyMemory.invoke(address);
            if (copy.equals(MemorySegment.NULL)) {
                throw new Undecodable(vips.error());
            }
            return new VipsImage(vips, copy);
        } catch (Undecodable e) {
            throw e;
        } catch (Throwable e) {
            throw Vips.trouble(e);
        }
    }

    byte[] pixels() throws Undecodable {
        try (var arena = Arena.ofConfined()) {
            MemorySegment length = arena.allocate(JAVA_LONG);
            var data = (MemorySegment) vips.writeToMemory.invoke(address, length);
            if (data.equals(MemorySegment.NULL)) {
                throw new Undecodable(vips.error());
            }
            byte[] bytes = Vips.copy(data, length.get(JAVA_LONG, 0));
            vips.free.invoke(data);
            return bytes;
        } catch (Undecodable e) {
            throw e;
        } catch (Throwable e) {
            throw Vips.trouble(e);
        }
    }

    @Override
    public void close() {
        try {
            vips.unref.invoke(address);
        } catch (Throwable e) {
            throw Vips.trouble(e);
        }
    }
}
