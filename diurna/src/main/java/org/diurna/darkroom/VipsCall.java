package org.diurna.darkroom;

import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;

/**
 * One operation of libvips: named, given its arguments, built, asked for its result, given back. Every number, flag and
 * enumeration can be set as text; only pictures and bytes need GLib's values.
 */
final class VipsCall implements AutoCloseable {
    private static final long VALUE_BYTES = 24;

    private final Vips vips;
    private final Arena arena = Arena.ofConfined();
    private final String name;
    private MemorySegment operation;

    VipsCall(Vips vips, String name) {
        this.vips = vips;
        this.name = name;
        try {
            operation = (MemorySegment) vips.operationNew.invoke(arena.allocateFrom(name));
        } catch (Throwable e) {
            throw Vips.trouble(e);
        }
        if (operation.equals(MemorySegment.NULL)) {
            throw new IllegalStateException("libvips here has no operation " + name + ": " + vips.error());
        }
    }

    VipsCall set(String argument, String value) {
        try {
            int failed =
                    (int) vips.setFromString.invoke(operation, arena.allocateFrom(argument), arena.allocateFrom(value));
            if (failed != 0) {
                throw new IllegalStateException(
                        "libvips does not take " + argument + "=" + value + " for " + name + ": " + vips.error());
            }
            return this;
        } catch (Throwable e) {
            throw Vips.trouble(e);
        }
    }

    VipsCall set(String argument, int value) {
        return set(argument, Integer.toString(value));
    }

    VipsCall image(String argument, MemorySegment image) {
        try {
            MemorySegment value = value(vips.imageType);
            vips.valueSetObject.invoke(value, image);
            vips.setProperty.invoke(operation, arena.allocateFrom(argument), value);
            vips.valueUnset.invoke(value);
            return this;
        } catch (Throwable e) {
            throw Vips.trouble(e);
        }
    }

    /** @param data stays reachable until the pictures made of it are closed */
    VipsCall buffer(MemorySegment data) {
        try {
            var blob = (MemorySegment) vips.blobNew.invoke(MemorySegment.NULL, data, data.byteSize());
            MemorySegment value = value(vips.blobType);
            vips.valueSetBoxed.invoke(value, blob);
            vips.setProperty.invoke(operation, arena.allocateFrom("buffer"), value);
            vips.valueUnset.invoke(value);
            vips.areaUnref.invoke(blob);
            return this;
        } catch (Throwable e) {
            throw Vips.trouble(e);
        }
    }

    /** Builds the operation and takes its picture, which the caller closes. */
    VipsImage out() throws Undecodable {
        build();
        try {
            MemorySegment value = value(vips.imageType);
            vips.getProperty.invoke(operation, arena.allocateFrom("out"), value);
            // The value's own reference becomes the caller's: it is not unset.
            return new VipsImage(vips, (MemorySegment) vips.valueGetObject.invoke(value));
        } catch (Throwable e) {
            throw Vips.trouble(e);
        }
    }

    /** Builds the operation and copies the file that it wrote. */
    byte[] written() throws Undecodable {
        build();
        try {
            MemorySegment value = value(vips.blobType);
            vips.getProperty.invoke(operation, arena.allocateFrom("buffer"), value);
            var blob = (MemorySegment) vips.valueGetBoxed.invoke(value);
            MemorySegment length = arena.allocate(JAVA_LONG);
            var data = (MemorySegment) vips.blobGet.invoke(blob, length);
            byte[] bytes = Vips.copy(data, length.get(JAVA_LONG, 0));
            vips.valueUnset.invoke(value);
            return bytes;
        } catch (Throwable e) {
            throw Vips.trouble(e);
        }
    }

    /** A failed build leaves outputs behind that only {@code unref_outputs} frees; {@link #close} does so always. */
    private void build() throws Undecodable {
        MemorySegment built;
        try {
            built = (MemorySegment) vips.build.invoke(operation);
            if (!built.equals(MemorySegment.NULL)) {
                vips.unref.invoke(operation);
                operation = built;
            }
        } catch (Throwable e) {
            throw Vips.trouble(e);
        }
        if (built.equals(MemorySegment.NULL)) {
            throw new Undecodable(vips.error());
        }
    }

    private MemorySegment value(long type) throws Throwable {
        MemorySegment value = arena.allocate(VALUE_BYTES, Long.BYTES).fill((byte) 0);
        var same = (MemorySegment) vips.valueInit.invoke(value, type);
        if (same.equals(MemorySegment.NULL)) {
            throw new IllegalStateException("GLib makes no value of the type that libvips named.");
        }
        return value;
    }

    @Override
    public void close() {
        try {
            vips.unrefOutputs.invoke(operation);
            vips.unref.invoke(operation);
        } catch (Throwable e) {
            throw Vips.trouble(e);
        }
        arena.close();
    }
}
