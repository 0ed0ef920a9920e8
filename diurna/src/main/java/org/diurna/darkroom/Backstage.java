package org.diurna.darkroom;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.diurna.house.Database;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;

/**
 * Renditions that wait for their release: kept privately under their digests, made once, and made again where a file was
 * lost. Nothing here is under an address; only a press run takes files from here to the public. Developing takes seconds,
 * so it is refused inside a transaction. Safe to use from many threads.
 */
public final class Backstage {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Path folder;
    private final Database database;
    private final Supplier<Darkroom> darkroom;
    private final Clock clock;

    /**
     * @param folder   that exists and that nobody but the owner may look into
     * @param darkroom opened when it is needed: what was made before needs no worker
     */
    public Backstage(Path folder, Database database, Supplier<Darkroom> darkroom, Clock clock) {
        this.folder = folder;
        this.database = database;
        this.darkroom = darkroom;
        this.clock = clock;
    }

    /** A rendition that lies here. */
    public record Kept(Slot slot, int width, int height, Format format, String sha256, long bytes) {}

    /** What became of an order. */
    public sealed interface Outcome {
        /** All files, in the order of the cuts, then widths ascending, then AVIF, WebP, JPEG; durable. */
        record Ready(List<Kept> files) implements Outcome {
            public Ready {
                files = List.copyOf(files);
            }
        }

        /** None: the master is damaged. */
        record Refused(Refusal refusal) implements Outcome {}
    }

    /**
     * Makes all renditions of a picture, or finds that they have been made.
     *
     * @throws IllegalStateException    inside a transaction
     * @throws IllegalArgumentException where there is no such master, or a crop lies outside of it
     * @throws DarkroomUnavailable      where the disk or the worker fails
     */
    public Outcome develop(String sha256, List<Cut> cuts, Description description, Rights rights) {
        if (database.inTransaction()) {
            throw new IllegalStateException("Pictures are developed before a transaction, never inside of it.");
        }
        String ordered = new Ordered(sha256, cuts, description, rights).write();
        String id = Digests.sha256((darkroom.get().engine() + "\n" + ordered).getBytes(StandardCharsets.UTF_8));
        Optional<List<Kept>> made = made(id);
        if (made.isPresent() && made.get().stream().allMatch(file -> Files.exists(place(file.sha256())))) {
            return new Outcome.Ready(made.get());
        }
        return switch (darkroom.get().develop(sha256, cuts, description, rights)) {
            case Development.NotDeveloped(var refusal) -> new Outcome.Refused(refusal);
            case Development.Developed(var renditions, var engine) -> {
                List<Kept> kept = renditions.stream().map(this::keep).toList();
                note(id, sha256, ordered, kept, engine);
                yield new Outcome.Ready(kept);
            }
        };
    }

    /**
     * The bytes of a rendition; made again where the file was lost or damaged.
     *
     * @param sha256 of the rendition
     * @throws DarkroomUnavailable where it cannot be made again, because another engine made it
     */
    public byte[] read(String sha256) {
        Optional<byte[]> kept = whole(sha256);
        if (kept.isPresent()) {
            return kept.get();
        }
        String ordered = database.read(() -> database.sql("""
                        select d.ordered from rendition r join development d on d.id = r.development
                        where r.sha256 = :sha256""")
                        .param("sha256", sha256)
                        .query(String.class)
                        .optional())
                .orElseThrow(() -> new DarkroomUnavailable(
                        "The rendition " + sha256 + " was never made here. Put the folder backstage back."));
        Ordered order = Ordered.read(ordered);
        switch (darkroom.get().develop(order.sha256(), order.cuts(), order.description(), order.rights())) {
            case Development.Developed developed -> developed.renditions().forEach(this::keep);
            case Development.NotDeveloped(var refusal) ->
                throw new DarkroomUnavailable("The master " + order.sha256()
                        + " of a rendition that was lost is damaged: " + refusal.sentence());
        }
        return whole(sha256)
                .orElseThrow(() -> new DarkroomUnavailable("The rendition " + sha256
                        + " was lost, and the engine of today makes other bytes than the one that made it. Put the folder"
                        + " backstage back, or the engine."));
    }

    /**
     * Some bytes of a rendition. A part is read as it lies there, without the rest, so that only a file that is read
     * whole is compared with its digest; one that was lost or cut short is made again.
     *
     * @param sha256 of the rendition
     * @param first  from 0
     * @param length in bytes; the rendition has as many at least
     * @throws DarkroomUnavailable where it cannot be made again, because another engine made it
     */
    public byte[] read(String sha256, long first, int length) {
        Path place = place(sha256);
        if (Files.exists(place)) {
            try (FileChannel file = FileChannel.open(place, StandardOpenOption.READ)) {
                if (file.size() >= first + length && file.size() > length) {
                    ByteBuffer part = ByteBuffer.allocate(length);
                    for (int read = 0; read >= 0 && part.hasRemaining(); ) {
                        read = file.read(part, first + part.position());
                    }
                    if (!part.hasRemaining()) {
                        return part.array();
                    }
                }
            } catch (IOException e) {
                throw new DarkroomUnavailable("The rendition " + sha256 + " cannot be read; check the disk.", e);
            }
        }
        byte[] whole = read(sha256);
        int from = Math.toIntExact(first);
        return Arrays.copyOfRange(whole, from, from + length);
    }

    private Optional<byte[]> whole(String sha256) {
        try {
            Path place = place(sha256);
            if (!Files.exists(place)) {
                return Optional.empty();
            }
            byte[] bytes = Files.readAllBytes(place);
            if (Digests.sha256(bytes).equals(sha256)) {
                return Optional.of(bytes);
            }
            // a damaged file would stand in the way of the one that is made again
            Files.delete(place);
            return Optional.empty();
        } catch (IOException e) {
            throw new DarkroomUnavailable("The rendition " + sha256 + " cannot be read; check the disk.", e);
        }
    }

    private Kept keep(Rendition rendition) {
        Path place = place(rendition.sha256());
        try {
            if (!Files.exists(place)) {
                Files.createDirectories(place.getParent());
                Path part = folder.resolve(UUID.randomUUID() + ".part");
                try (FileChannel file =
                        FileChannel.open(part, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
                    var bytes = ByteBuffer.wrap(rendition.bytes());
                    while (bytes.hasRemaining()) {
                        file.write(bytes);
                    }
                    file.force(true);
                }
                Files.move(part, place, StandardCopyOption.ATOMIC_MOVE);
            }
        } catch (IOException e) {
            throw new DarkroomUnavailable("A rendition cannot be kept at " + place + "; check the disk.", e);
        }
        return new Kept(
                rendition.slot(),
                rendition.width(),
                rendition.height(),
                rendition.format(),
                rendition.sha256(),
                rendition.bytes().length);
    }

    private Path place(String sha256) {
        Digests.checked(sha256);
        return folder.resolve(sha256.substring(0, 2)).resolve(sha256);
    }

    private Optional<List<Kept>> made(String id) {
        return database.read(() -> database.sql("select made from development where id = :id")
                        .param("id", id)
                        .query(String.class)
                        .optional())
                .map(Backstage::files);
    }

    private static List<Kept> files(String json) {
        List<Kept> files = new ArrayList<>();
        for (JsonNode file : JSON.readTree(json)) {
            files.add(new Kept(
                    Slot.valueOf(file.path("slot").asString()),
                    file.path("width").asInt(),
                    file.path("height").asInt(),
                    Format.valueOf(file.path("format").asString()),
                    file.path("sha256").asString(),
                    file.path("bytes").asLong()));
        }
        return files;
    }

    private void note(String id, String picture, String ordered, List<Kept> kept, String engine) {
        ArrayNode made = JSON.createArrayNode();
        kept.forEach(file -> made.addObject()
                .put("slot", file.slot().name())
                .put("width", file.width())
                .put("height", file.height())
                .put("format", file.format().name())
                .put("sha256", file.sha256())
                .put("bytes", file.bytes()));
        database.write(() -> {
            database.sql("""
                            insert into development (id, picture, ordered, made, engine, at)
                            values (:id, :picture, :ordered, :made, :engine, :at)
                            on conflict (id) do update set made = excluded.made, at = excluded.at""")
                    .param("id", id)
                    .param("picture", picture)
                    .param("ordered", ordered)
                    .param("made", JSON.writeValueAsString(made))
                    .param("engine", engine)
                    .param("at", clock.millis())
                    .update();
            kept.stream()
                    .map(Kept::sha256)
                    .distinct()
                    .forEach(sha256 -> database.sql("""
                                    insert into rendition (sha256, development) values (:sha256, :id)
                                    on conflict (sha256) do nothing""")
                            .param("sha256", sha256)
                            .param("id", id)
                            .update());
        });
    }
}
