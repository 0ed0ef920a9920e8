package org.diurna.darkroom;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** What the worker process is asked to do with one master. Knows how it is written into a frame. */
sealed interface Job {
    Header header();

    /** Decode it and say what is in it. */
    record Examine(Header header) implements Job {}

    /** Make renditions. */
    record Develop(Header header, List<Shot> shots, Packets packets) implements Job {}

    static void write(Job job, DataOutputStream out) throws IOException {
        Header header = job.header();
        Frames.writeText(out, header.type().name());
        out.writeInt(header.width());
        out.writeInt(header.height());
        out.writeByte(header.orientation());
        out.writeLong(header.end());
        switch (job) {
            case Examine _ -> out.writeByte(0);
            case Develop develop -> {
                out.writeByte(1);
                out.writeInt(develop.shots().size());
                for (Shot shot : develop.shots()) {
                    out.writeInt(shot.crop().x());
                    out.writeInt(shot.crop().y());
                    out.writeInt(shot.crop().width());
                    out.writeInt(shot.crop().height());
                    out.writeInt(shot.width());
                    out.writeInt(shot.height());
                    Frames.writeText(out, shot.format().name());
                }
                Frames.writeBytes(out, develop.packets().xmp());
                Frames.writeBytes(out, develop.packets().iim());
            }
        }
    }

    static Job read(DataInputStream in) throws IOException {
        var header = new Header(
                MasterType.valueOf(Frames.readText(in)),
                in.readInt(),
                in.readInt(),
                in.readUnsignedByte(),
                1,
                false,
                in.readLong());
        if (in.readUnsignedByte() == 0) {
            return new Examine(header);
        }
        int count = in.readInt();
        var shots = new ArrayList<Shot>();
        for (int i = 0; i < count; i++) {
            var crop = new Crop(in.readInt(), in.readInt(), in.readInt(), in.readInt());
            shots.add(new Shot(crop, in.readInt(), in.readInt(), Format.valueOf(Frames.readText(in))));
        }
        return new Develop(header, shots, new Packets(Frames.readBytes(in), Frames.readBytes(in)));
    }
}
