package org.diurna.darkroom;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.invoke.MethodHandle;

/** A loaded library, asked for its functions by name and shape. Loaded before any field of a subclass is set. */
@SuppressWarnings("restricted") // calling a native library is what this class is for
abstract class NativeLibrary {
    private final SymbolLookup library;

    /** @throws IllegalArgumentException where nothing can be loaded from there */
    NativeLibrary(String path) {
        library = SymbolLookup.libraryLookup(path, Arena.global());
    }

    final MethodHandle handle(String name, FunctionDescriptor shape) {
        MemorySegment symbol = library.find(name)
                .orElseThrow(() -> new IllegalArgumentException(
                        "libvips here has no function " + name + "; 8.14 or later is needed."));
        return Linker.nativeLinker().downcallHandle(symbol, shape);
    }

    static FunctionDescriptor pointer(MemoryLayout... arguments) {
        return FunctionDescriptor.of(ADDRESS, arguments);
    }

    static FunctionDescriptor number(MemoryLayout... arguments) {
        return FunctionDescriptor.of(JAVA_INT, arguments);
    }

    static FunctionDescriptor nothing(MemoryLayout... arguments) {
        return FunctionDescriptor.ofVoid(arguments);
    }
}
