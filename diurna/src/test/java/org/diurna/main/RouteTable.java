package org.diurna.main;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The table of all routes, which {@link RoutesTest} holds against the desk. */
final class RouteTable {
    static final Path FILE =
            Path.of(System.getProperty("diurna.root", ".."), "diurna/src/test/resources/org/diurna/main/routes.tsv");

    private RouteTable() {}

    /** Its lines without those that explain them. */
    static List<String> lines() throws IOException {
        return Files.readAllLines(FILE).stream()
                .filter(line -> !line.startsWith("#"))
                .toList();
    }

    /** The paths that can be looked at, each once. */
    static List<String> gets() throws IOException {
        return lines().stream()
                .map(line -> line.split("\t", -1))
                .filter(cells -> cells[1].equals("GET"))
                .map(cells -> cells[0])
                .distinct()
                .toList();
    }
}
