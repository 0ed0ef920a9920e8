package org.diurna.gate;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import org.diurna.edition.Block;
import org.diurna.edition.Blocks;

/** The pages beside the tests. */
final class Pages {
    private Pages() {}

    static Outcome read(String file) {
        try (InputStream in = Objects.requireNonNull(Pages.class.getResourceAsStream("/gate/pages/" + file), file)) {
            return new Gate().read(in.readAllBytes(), file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Found found(String file) {
        return found(read(file));
    }

    static Found found(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Read read -> read.found();
            case Outcome.Refused refused -> throw new AssertionError(refused.sentence());
        };
    }

    /** The text proper, without its sections. */
    static List<String> proper(Found found) {
        return Blocks.plain(found.body().stream()
                .filter(block -> !(block instanceof Block.Section) && !(block instanceof Block.Figure))
                .toList());
    }
}
