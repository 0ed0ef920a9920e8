package org.diurna.darkroom;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.diurna.house.Language;

/**
 * What the worker process answers. The side that reads does not trust the side that writes: a decoder that a picture has
 * taken over may write anything, but can only lie about that picture.
 */
sealed interface Reply {
    int FILES_MAX = 200;

    /** The whole picture was decoded. */
    record Examined(Seen seen, Described described) implements Reply {}

    /** One file per shot, in their order. */
    record Made(List<byte[]> files) implements Reply {}

    /** The decoder gave up; the reason goes into brackets. */
    record Gave(String reason) implements Reply {}

    static void write(Reply reply, DataOutputStream out) throws IOException {
        switch (reply) {
            case Examined(var seen, var described) -> {
                out.writeByte(0);
                out.writeInt(seen.width());
                out.writeInt(seen.height());
                out.writeLong(seen.look().bits());
                write(described, out);
            }
            case Made(var files) -> {
                out.writeByte(1);
                out.writeInt(files.size());
                for (byte[] file : files) {
                    Frames.writeBytes(out, file);
                }
            }
            case Gave(var reason) -> {
                out.writeByte(2);
                Frames.writeText(out, reason);
            }
        }
    }

    static Reply read(DataInputStream in) throws IOException {
        int kind = in.readUnsignedByte();
        return switch (kind) {
            case 0 -> new Examined(new Seen(in.readInt(), in.readInt(), new Look(in.readLong())), readDescribed(in));
            case 1 -> {
                int count = count(in);
                var files = new ArrayList<byte[]>();
                for (int i = 0; i < count; i++) {
                    files.add(Frames.readBytes(in));
                }
                yield new Made(files);
            }
            case 2 -> new Gave(Frames.readText(in));
            default -> throw new IOException("The worker answered with a frame of kind " + kind + ".");
        };
    }

    private static int count(DataInputStream in) throws IOException {
        int count = in.readInt();
        if (count < 0 || count > FILES_MAX) {
            throw new IOException("The worker announced " + count + " things.");
        }
        return count;
    }

    private static void write(Described described, DataOutputStream out) throws IOException {
        out.writeInt(described.creators().size());
        for (String creator : described.creators()) {
            Frames.writeText(out, creator);
        }
        Frames.writeText(out, described.headline());
        Frames.writeText(out, described.caption());
        Frames.writeText(out, described.credit());
        Frames.writeText(out, described.copyright());
        Frames.writeText(out, described.usageTerms());
        Frames.writeText(out, described.webStatement());
        out.writeLong(described.created().map(LocalDate::toEpochDay).orElse(Long.MIN_VALUE));
        Frames.writeText(out, described.place());
        out.writeInt(described.altText().size());
        for (var entry : Description.inOrder(described.altText()).entrySet()) {
            Frames.writeText(out, entry.getKey());
            Frames.writeText(out, entry.getValue());
        }
        Frames.writeText(
                out, described.digitalSource().map(DigitalSource::address).orElse(""));
        out.writeInt(described.regions().size());
        for (Region region : described.regions()) {
            out.writeInt(region.x());
            out.writeInt(region.y());
            out.writeInt(region.width());
            out.writeInt(region.height());
        }
    }

    private static Described readDescribed(DataInputStream in) throws IOException {
        int names = count(in);
        var creators = new ArrayList<String>();
        for (int i = 0; i < names; i++) {
            creators.add(Frames.readText(in));
        }
        String headline = Frames.readText(in);
        String caption = Frames.readText(in);
        String credit = Frames.readText(in);
        String copyright = Frames.readText(in);
        String usageTerms = Frames.readText(in);
        String webStatement = Frames.readText(in);
        long day = in.readLong();
        Optional<LocalDate> created = day == Long.MIN_VALUE ? Optional.empty() : Optional.of(LocalDate.ofEpochDay(day));
        String place = Frames.readText(in);
        int texts = count(in);
        var altText = new TreeMap<Language, String>();
        for (int i = 0; i < texts; i++) {
            altText.put(Language.of(Frames.readText(in)), Frames.readText(in));
        }
        Optional<DigitalSource> source = DigitalSource.at(Frames.readText(in));
        int parts = count(in);
        var regions = new ArrayList<Region>();
        for (int i = 0; i < parts; i++) {
            regions.add(new Region(in.readInt(), in.readInt(), in.readInt(), in.readInt()));
        }
        return new Described(
                creators,
                headline,
                caption,
                credit,
                copyright,
                usageTerms,
                webStatement,
                created,
                place,
                altText,
                source,
                regions);
    }
}
