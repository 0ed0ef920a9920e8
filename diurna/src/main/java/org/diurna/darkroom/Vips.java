package org.diurna.darkroom;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.util.List;

/**
 * The part of libvips (8.14 and later) that the darkroom calls, through Java's foreign-function interface. GLib's
 * functions are found through the same library. Knows the names and the shapes of functions; {@link VipsCall} knows in
 * what order they are called. Lives in the worker process only.
 */
@SuppressWarnings("restricted") // calling a native library is what this class is for
final class Vips extends NativeLibrary {
    /** Loaders that may run; every other one is blocked, whatever a file claims to be. */
    private static final List<String> LOADERS = List.of(
            "VipsForeignLoadJpeg",
            "VipsForeignLoadPng",
            "VipsForeignLoadNsgif",
            "VipsForeignLoadWebp",
            "VipsForeignLoadTiff",
            "VipsForeignLoadHeif");

    final MethodHandle operationNew = handle("vips_operation_new", pointer(ADDRESS));
    final MethodHandle setFromString =
            handle("vips_object_set_argument_from_string", number(ADDRESS, ADDRESS, ADDRESS));
    final MethodHandle build = handle("vips_cache_operation_build", pointer(ADDRESS));
    final MethodHandle unrefOutputs = handle("vips_object_unref_outputs", nothing(ADDRESS));
    final MethodHandle unref = handle("g_object_unref", nothing(ADDRESS));
    final MethodHandle setProperty = handle("g_object_set_property", nothing(ADDRESS, ADDRESS, ADDRESS));
    final MethodHandle getProperty = handle("g_object_get_property", nothing(ADDRESS, ADDRESS, ADDRESS));
    final MethodHandle valueInit = handle("g_value_init", pointer(ADDRESS, JAVA_LONG));
    final MethodHandle valueUnset = handle("g_value_unset", nothing(ADDRESS));
    final MethodHandle valueSetObject = handle("g_value_set_object", nothing(ADDRESS, ADDRESS));
    final MethodHandle valueGetObject = handle("g_value_get_object", pointer(ADDRESS));
    final MethodHandle valueSetBoxed = handle("g_value_set_boxed", nothing(ADDRESS, ADDRESS));
    final MethodHandle valueGetBoxed = handle("g_value_get_boxed", pointer(ADDRESS));
    final MethodHandle blobNew = handle("vips_blob_new", pointer(ADDRESS, ADDRESS, JAVA_LONG));
    final MethodHandle blobGet = handle("vips_blob_get", pointer(ADDRESS, ADDRESS));
    final MethodHandle areaUnref = handle("vips_area_unref", nothing(ADDRESS));
    final MethodHandle copyMemory = handle("vips_image_copy_memory", pointer(ADDRESS));
    final MethodHandle writeToMemory = handle("vips_image_write_to_memory", pointer(ADDRESS, ADDRESS));
    final MethodHandle typeOf = handle("vips_image_get_typeof", FunctionDescriptor.of(JAVA_LONG, ADDRESS, ADDRESS));
    final MethodHandle free = handle("g_free", nothing(ADDRESS));
    final MethodHandle findLoader = handle("vips_foreign_find_load_buffer", pointer(ADDRESS, JAVA_LONG));
    private final MethodHandle errorText = handle("vips_error_buffer", pointer());
    private final MethodHandle errorClear = handle("vips_error_clear", nothing());
    private final MethodHandle width = handle("vips_image_get_width", number(ADDRESS));
    private final MethodHandle height = handle("vips_image_get_height", number(ADDRESS));
    private final MethodHandle bands = handle("vips_image_get_bands", number(ADDRESS));
    private final MethodHandle hasAlpha = handle("vips_image_hasalpha", number(ADDRESS));
    private final MethodHandle memory = handle("vips_tracked_get_mem", FunctionDescriptor.of(JAVA_LONG));

    final long imageType;
    final long blobType;
    private final String version;

    /** @throws IllegalArgumentException where no usable library lies there; the message says why */
    Vips(String path) {
        super(path);
        try {
            if (intOf(handle("vips_init", number(ADDRESS)).invoke(Arena.global().allocateFrom("diurna"))) != 0) {
                throw new IllegalArgumentException("libvips at " + path + " does not start: " + error());
            }
            var versionPart = handle("vips_version", number(JAVA_INT));
            version = intOf(versionPart.invoke(0)) + "." + intOf(versionPart.invoke(1)) + "."
                    + intOf(versionPart.invoke(2));
            blockAllLoadersBut(LOADERS);
            handle("vips_cache_set_max", nothing(JAVA_INT)).invoke(0);
            imageType = longOf(handle("vips_image_get_type", FunctionDescriptor.of(JAVA_LONG))
                    .invoke());
            blobType = longOf(handle("vips_blob_get_type", FunctionDescriptor.of(JAVA_LONG))
                    .invoke());
        } catch (IllegalArgumentException e) {
            throw e;
        } catch (Throwable e) {
            throw trouble(e);
        }
    }

    String version() {
        return version;
    }

    int width(MemorySegment image) {
        return ask(width, image);
    }

    int height(MemorySegment image) {
        return ask(height, image);
    }

    int bands(MemorySegment image) {
        return ask(bands, image);
    }

    boolean hasAlpha(MemorySegment image) {
        return ask(hasAlpha, image) != 0;
    }

    /** Bytes that libvips holds just now. */
    long heldBytes() {
        try {
            return longOf(memory.invoke());
        } catch (Throwable e) {
            throw trouble(e);
        }
    }

    /** What libvips complained about since this was asked last, on one line. */
    String error() {
        try {
            var text = (MemorySegment) errorText.invoke();
            String all = string(text).strip();
            errorClear.invoke();
            String first = all.lines().findFirst().orElse("no reason given");
            return first.length() > 200 ? first.substring(0, 200) : first;
        } catch (Throwable e) {
            throw trouble(e);
        }
    }

    static String string(MemorySegment address) {
        return address.reinterpret(Integer.MAX_VALUE).getString(0);
    }

    static byte[] copy(MemorySegment address, long length) {
        return address.reinterpret(length).toArray(ValueLayout.JAVA_BYTE);
    }

    /** For Throwables of method handles, which can only mean that the binding is wrong. */
    static IllegalStateException trouble(Throwable e) {
        return e instanceof IllegalStateException known
                ? known
                : new IllegalStateException("libvips cannot be called as expected.", e);
    }

    private void blockAllLoadersBut(List<String> allowed) throws Throwable {
        var block = handle("vips_operation_block_set", nothing(ADDRESS, JAVA_INT));
        handle("vips_block_untrusted_set", nothing(JAVA_INT)).invoke(1);
        try (var arena = Arena.ofConfined()) {
            block.invoke(arena.allocateFrom("VipsForeignLoad"), 1);
            for (String loader : allowed) {
                block.invoke(arena.allocateFrom(loader), 0);
            }
        }
    }

    private static int ask(MethodHandle question, MemorySegment image) {
        try {
            return intOf(question.invoke(image));
        } catch (Throwable e) {
            throw trouble(e);
        }
    }

    private static int intOf(Object result) {
        return (Integer) result;
    }

    private static long longOf(Object result) {
        return (Long) result;
    }
}
