package org.diurna.main;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.ToIntFunction;
import org.diurna.house.DataFolder;
import org.diurna.house.Settings;
import org.diurna.stand.FolderShelf;
import org.diurna.stand.Shelf;
import picocli.CommandLine.Option;

/** The option that every command with an installation has. */
final class DataOption {
    @Option(
            names = "--data",
            paramLabel = "FOLDER",
            defaultValue = "${env:DIURNA_DATA:-data}",
            description = "The data folder (default: $DIURNA_DATA, or \"data\").")
    @SuppressWarnings("NullAway.Init") // picocli fills it with its default
    private Path folder;

    Path folder() {
        return folder;
    }

    /** Holds the data folder, making it where there is none, opens its database, works, and closes all in reverse. */
    int in(ToIntFunction<House> work) {
        return in(DataFolder.take(folder), work);
    }

    /** The same for commands that are of no use in a new folder. */
    int inExisting(ToIntFunction<House> work) {
        return in(DataFolder.takeExisting(folder), work);
    }

    private static int in(DataFolder taken, ToIntFunction<House> work) {
        try (DataFolder held = taken;
                House house = House.open(held, Settings.read(held.settings()))) {
            return work.applyAsInt(house);
        }
    }

    /** The same with the way to the public, for commands that publish while nothing serves. */
    int publishing(Work work) {
        return inExisting(house -> {
            try (Shelf shelf = FolderShelf.openOrFound(house.folder().shelf());
                    House.Publishing publishing = house.publishing(shelf, Optional.empty())) {
                return work.run(house, publishing);
            }
        });
    }

    /** What a command does with an installation that can publish. */
    interface Work {
        int run(House house, House.Publishing publishing);
    }
}
