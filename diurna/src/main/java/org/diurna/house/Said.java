package org.diurna.house;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/** What a settings file says, setting by setting; what cannot be read is noted as a problem, and the usual value goes on. */
final class Said {
    private static final int PORT_MAX = 65_535;

    private static final Pattern HOST = Pattern.compile("[a-z0-9]([a-z0-9.-]{0,251}[a-z0-9])?");

    private final Path file;
    private final Map<String, Object> said;
    private final List<String> problems;

    Said(Path file, Map<String, Object> said, List<String> problems) {
        this.file = file;
        this.said = said;
        this.problems = problems;
    }

    boolean has(String name) {
        return said.containsKey(name);
    }

    /** Whether any setting begins so. */
    boolean hasGroup(String prefix) {
        return said.keySet().stream().anyMatch(name -> name.startsWith(prefix));
    }

    String text(String name, String usual) {
        Object value = said.get(name);
        if (value == null) {
            return usual;
        }
        String text = String.valueOf(value).strip();
        if (text.isEmpty() || value instanceof List || value instanceof Map) {
            problems.add("\"" + name + "\" needs one word, such as \"" + usual + "\".");
            return usual;
        }
        return text;
    }

    String host(String name, String usual) {
        String host = text(name, usual);
        if (!HOST.matcher(host).matches()) {
            problems.add("\"" + name + "\" is \"" + host + "\"; it needs a host name in lower case, such as \"" + usual
                    + "\".");
        }
        return host;
    }

    <T> T parsed(String name, T usual, String form, Function<String, T> parse) {
        Object value = said.get(name);
        if (value == null) {
            return usual;
        }
        // YAML reads a bare day as an instant
        String text = value instanceof java.util.Date date
                ? date.toInstant().toString().substring(0, 10)
                : String.valueOf(value).strip();
        try {
            return parse.apply(text);
        } catch (DateTimeException | IllegalArgumentException e) {
            problems.add("\"" + name + "\" is \"" + text + "\"; it needs " + form + ".");
            return usual;
        }
    }

    int port(String name, int usual) {
        return parsed(name, usual, "a number from 0 to " + PORT_MAX, text -> {
            int port = Integer.parseInt(text);
            if (port < 0 || port > PORT_MAX) {
                throw new IllegalArgumentException("out of range");
            }
            return port;
        });
    }

    String choice(String name, String usual, List<String> choices) {
        String value = text(name, usual);
        if (!choices.contains(value)) {
            String nearest = choices.stream()
                    .min(Comparator.comparingInt(choice -> distance(choice, value)))
                    .orElseThrow();
            problems.add("\"" + name + "\" is \"" + value + "\"; it can be " + String.join(" or ", choices)
                    + ", the nearest is " + nearest + ".");
        }
        return value;
    }

    Optional<Path> path(String name) {
        return has(name) ? Optional.of(file.toAbsolutePath().resolveSibling(text(name, ""))) : Optional.empty();
    }

    String secret(String name) {
        Optional<Path> from = path(name);
        if (from.isEmpty()) {
            return "";
        }
        try {
            return Files.readString(from.get()).strip();
        } catch (IOException e) {
            problems.add("\"" + name + "\": " + from.get() + " cannot be read.");
            return "";
        }
    }

    /** Levenshtein's distance: how many letters lie between two words. */
    static int distance(String a, String b) {
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int replaced = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(replaced, Math.min(row[j], row[j - 1]) + 1);
            }
        }
        return row[b.length()];
    }
}
