package org.diurna.darkroom;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a worker says first.
 *
 * @param engine   its name with version
 * @param problems why libvips was not taken, each a sentence; empty where it was not looked for
 */
record Hello(String engine, Set<MasterType> reads, Set<Format> writes, String problems) {
    static Hello of(Engine engine, List<String> problems) {
        return new Hello(engine.name(), engine.reads(), engine.writes(), String.join(" ", problems));
    }

    void write(DataOutputStream out) throws IOException {
        Frames.writeText(out, engine);
        Frames.writeText(out, problems);
        Frames.writeText(out, reads.stream().map(MasterType::name).collect(Collectors.joining(" ")));
        Frames.writeText(out, writes.stream().map(Format::name).collect(Collectors.joining(" ")));
    }

    static Hello read(DataInputStream in) throws IOException {
        String engine = Frames.readText(in);
        String problems = Frames.readText(in);
        List<String> readNames = List.of(Frames.readText(in).split(" ", -1));
        List<String> writeNames = List.of(Frames.readText(in).split(" ", -1));
        var reads = EnumSet.allOf(MasterType.class);
        reads.removeIf(type -> !readNames.contains(type.name()));
        var writes = EnumSet.allOf(Format.class);
        writes.removeIf(format -> !writeNames.contains(format.name()));
        return new Hello(engine, reads, writes, problems);
    }
}
