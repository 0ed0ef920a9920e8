package org.diurna.darkroom;

import java.io.IOException;
import java.io.InputStream;
import java.lang.foreign.Arena;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The door of the room: pictures in, renditions out. Safe to use from many threads; as many pictures are decoded at the
 * same time as there are workers. Nothing here decides who may see a master: it lies in a private folder, and renditions
 * are handed out as bytes that nobody else knows.
 */
public final class Darkroom implements AutoCloseable {
    private static final String NAMELESS = "The picture";
    private static final int NAME_MAX = 80;

    private final DarkroomSettings settings;
    private final Masters masters;
    private final Workers workers;
    private final Sniffer sniffer;
    private final Optional<Scanner> scanner;

    /**
     * @param folder of the masters; made if it is missing, readable by the owner only
     * @throws DarkroomUnavailable where the folder cannot be used, no worker process can be started, or libvips is
     *                             demanded and not found
     */
    public Darkroom(Path folder, DarkroomSettings settings) {
        this(folder, settings, Optional.empty());
    }

    /**
     * The same with a virus scanner, which sees every file before any decoder does.
     */
    public Darkroom(Path folder, DarkroomSettings settings, Optional<Scanner> scanner) {
        this.settings = settings;
        this.scanner = scanner;
        this.masters = new Masters(folder);
        this.sniffer = new Sniffer(settings.maxPixels(), settings.maxPages());
        this.workers = new Workers(settings);
    }

    /** Name and version of the engine that is at work: {@code libvips 8.14.1} or {@code Java 25}. */
    public String engine() {
        return workers.hello().engine();
    }

    /** What renditions can be written as. */
    public Set<Format> formats() {
        return Set.copyOf(workers.hello().writes());
    }

    /** The media types that {@link #take} accepts with this engine, for the {@code accept} of a form. */
    public List<String> mediaTypes() {
        return workers.hello().reads().stream().map(MasterType::mediaType).toList();
    }

    /**
     * Takes a picture in: receives it, judges it by its bytes, decodes it once in the worker, and keeps it. Durable on
     * return. Taking the same bytes twice changes nothing.
     *
     * @param bytes read to its end, not closed
     * @param name  of the file, for sentences only; it decides nothing
     * @throws DarkroomUnavailable where the stream breaks off or the disk fails; nothing is left
     */
    public Intake take(InputStream bytes, String name) {
        String shown = harmless(name);
        try (var arrival = masters.receive(bytes, shown, settings.maxBytes())) {
            scan(arrival.path(), shown);
            Header header = sniff(arrival.path(), shown);
            var examined = examine(arrival.path(), shown, header);
            Seen seen = examined.seen();
            long size = Files.size(arrival.path());
            var master = new Master(
                    arrival.sha256(), header.type().mediaType(), size, seen.width(), seen.height(), seen.look());
            return arrival.keep()
                    ? new Intake.Taken(master, examined.described())
                    : new Intake.TakenBefore(master, examined.described());
        } catch (Turned e) {
            return new Intake.TurnedAway(e.refusal());
        } catch (IOException e) {
            throw new DarkroomUnavailable(shown + " was received and cannot be read again; check the disk.", e);
        }
    }

    private void scan(Path file, String name) {
        scanner.ifPresent(clamd -> {
            switch (clamd.scan(file)) {
                case Scanner.Word.Clean _ -> {}
                case Scanner.Word.Infected(var signature) -> throw new Turned(new Refusal.Infected(name, signature));
                case Scanner.Word.Silent(var reason) -> throw new Turned(new Refusal.NotScanned(name, reason));
            }
        });
    }

    /**
     * Makes all renditions of a picture, or none. Calling it again makes the same bytes, as long as the engine is the
     * same. Formats that the engine cannot write are left out.
     *
     * @param sha256 of a master that was taken
     * @throws IllegalArgumentException where there is no such master, or a crop lies outside of it
     */
    public Development develop(String sha256, List<Cut> cuts, Description description, Rights rights) {
        return develop(sha256, cuts, Packets.of(description, rights));
    }

    /**
     * A small JPEG of the whole picture, for the desk only: it carries no credit, so it must not be published.
     *
     * @param width in pixels; a smaller picture is not blown up
     * @throws IllegalArgumentException where there is no such master
     */
    public Development preview(String sha256, int width) {
        return develop(sha256, cutsOfWhole(width), Packets.NONE);
    }

    /**
     * A small JPEG of a part of the picture, for the desk only: it carries no credit, so it must not be published.
     *
     * @param width in pixels; a smaller crop is not blown up
     * @throws IllegalArgumentException where there is no such master, or the crop lies outside of it
     */
    public Development preview(String sha256, Slot slot, Crop crop, int width) {
        Cut cut = new Cut(
                slot, crop, List.of(Math.min(width, Math.min(crop.width(), Cut.WIDTH_MAX))), Set.of(Format.JPEG));
        return develop(sha256, List.of(cut), Packets.NONE);
    }

    /**
     * The file of a master, to be shown to people with that duty only.
     *
     * @throws IllegalArgumentException where there is no such master
     */
    public Path master(String sha256) {
        if (!masters.has(sha256)) {
            throw new IllegalArgumentException("There is no master " + sha256 + "; take the picture in first.");
        }
        return masters.place(sha256);
    }

    /** Process ids of the workers that live now. */
    List<Long> workers() {
        return workers.pids();
    }

    /** What is ordered of a picture whose size only the worker knows exactly. */
    private interface Order {
        List<Cut> of(int width, int height);
    }

    private static Order cutsOfWhole(int width) {
        return (masterWidth, masterHeight) -> List.of(new Cut(
                Slot.WHOLE,
                new Crop(0, 0, masterWidth, masterHeight),
                List.of(Math.min(width, Math.min(masterWidth, Cut.WIDTH_MAX))),
                Set.of(Format.JPEG)));
    }

    private Development develop(String sha256, List<Cut> cuts, Packets packets) {
        return develop(sha256, (width, height) -> cuts, packets);
    }

    private Development develop(String sha256, Order order, Packets packets) {
        Path master = master(sha256);
        try {
            Header header = sniff(master, NAMELESS);
            if (header.type().turnsItself()) {
                // Only the decoder knows how such a picture is turned.
                Seen seen = examine(master, NAMELESS, header).seen();
                header = new Header(header.type(), seen.width(), seen.height(), Header.UPRIGHT, 1, false, header.end());
            }
            var slots = new ArrayList<Slot>();
            var shots = new ArrayList<Shot>();
            for (Cut cut : order.of(header.uprightWidth(), header.uprightHeight())) {
                if (!cut.crop().within(header.uprightWidth(), header.uprightHeight())) {
                    throw new IllegalArgumentException(
                            "The crop for " + cut.slot() + " lies outside of the picture, which is "
                                    + header.uprightWidth() + " by " + header.uprightHeight() + " pixels.");
                }
                for (Shot shot : shots(cut)) {
                    slots.add(cut.slot());
                    shots.add(shot);
                }
            }
            Reply reply =
                    workers.run(NAMELESS, new Job.Develop(header, shots, packets), master, settings.developLimit());
            return switch (reply) {
                case Reply.Made(var files) -> new Development.Developed(renditions(slots, shots, files), engine());
                case Reply.Gave(var reason) -> new Development.NotDeveloped(new Refusal.Damaged(NAMELESS, reason));
                case Reply.Examined _ -> throw new IllegalStateException("The worker answered another question.");
            };
        } catch (Turned e) {
            return new Development.NotDeveloped(e.refusal());
        }
    }

    private List<Shot> shots(Cut cut) {
        var shots = new ArrayList<Shot>();
        for (int width : cut.widths()) {
            cut.formats().stream()
                    .filter(workers.hello().writes()::contains)
                    .sorted(Comparator.naturalOrder())
                    .forEach(format ->
                            shots.add(new Shot(cut.crop(), width, cut.slot().heightFor(width, cut.crop()), format)));
        }
        return shots;
    }

    private static List<Rendition> renditions(List<Slot> slots, List<Shot> shots, List<byte[]> files) {
        if (files.size() != shots.size()) {
            throw new IllegalStateException("The worker made " + files.size() + " of " + shots.size() + " renditions.");
        }
        var renditions = new ArrayList<Rendition>();
        for (int i = 0; i < files.size(); i++) {
            Shot shot = shots.get(i);
            renditions.add(Rendition.of(slots.get(i), shot.width(), shot.height(), shot.format(), files.get(i)));
        }
        return renditions;
    }

    private Reply.Examined examine(Path file, String name, Header header) {
        return switch (workers.run(name, new Job.Examine(header), file, settings.examineLimit())) {
            case Reply.Examined examined -> examined;
            case Reply.Gave(var reason) -> throw new Turned(new Refusal.Damaged(name, reason));
            case Reply.Made _ -> throw new IllegalStateException("The worker answered another question.");
        };
    }

    private Header sniff(Path file, String name) {
        try (var channel = FileChannel.open(file, StandardOpenOption.READ);
                var arena = Arena.ofConfined()) {
            Header header = sniffer.sniff(
                    new Bytes(channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size(), arena), name));
            if (!workers.hello().reads().contains(header.type())) {
                throw new Turned(new Refusal.NoDecoder(name, header.type().name()));
            }
            return header;
        } catch (IOException e) {
            throw new DarkroomUnavailable(name + " cannot be read from the disk.", e);
        }
    }

    private static String harmless(String name) {
        String clean = name.replaceAll("[\\p{Cntrl}\\p{Cf}]", "").strip();
        if (clean.isEmpty()) {
            return NAMELESS;
        }
        return clean.codePointCount(0, clean.length()) <= NAME_MAX
                ? clean
                : clean.substring(0, clean.offsetByCodePoints(0, NAME_MAX)) + "…";
    }

    /** Ends the workers. Masters stay. */
    @Override
    public void close() {
        workers.close();
    }
}
