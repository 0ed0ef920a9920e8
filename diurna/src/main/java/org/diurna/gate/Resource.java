package org.diurna.gate;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;

/** The word lists beside the classes: lines of a key, a tab and values. Lines with # say what the list is. */
final class Resource {
    private static final Pattern BAR = Pattern.compile("\\|");

    private Resource() {}

    static void each(String name, BiConsumer<String, List<String>> line) {
        rows(
                name,
                (key, values) -> line.accept(
                        key,
                        BAR.splitAsStream(values)
                                .map(String::strip)
                                .filter(v -> !v.isEmpty())
                                .toList()));
    }

    static void rows(String name, BiConsumer<String, String> row) {
        try (InputStream in = Resource.class.getResourceAsStream("/gate/" + name)) {
            if (in == null) {
                throw new IllegalStateException(
                        "The program's own file gate/" + name + " is missing; install it anew.");
            }
            BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
            lines.lines()
                    .filter(text -> !text.startsWith("#") && text.indexOf('\t') > 0)
                    .forEach(text -> {
                        int tab = text.indexOf('\t');
                        row.accept(text.substring(0, tab), text.substring(tab + 1));
                    });
        } catch (IOException e) {
            throw new UncheckedIOException("The program's own file gate/" + name + " cannot be read.", e);
        }
    }
}
