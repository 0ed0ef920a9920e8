package org.diurna.house;

import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.UnixDomainSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The settings of how pictures come in. */
final class IntakeReader {
    private static final int MEGABYTES_MAX = 200;
    private static final int MEGAPIXELS_MAX = 250;
    private static final int PORT_MAX = 65_535;
    private static final Pattern HOST_AND_PORT = Pattern.compile("([A-Za-z0-9.-]+|\\[[0-9a-fA-F:.]+]):([0-9]{1,5})");

    private final Path file;
    private final Map<String, Object> said;
    private final List<String> problems;

    IntakeReader(Path file, Map<String, Object> said, List<String> problems) {
        this.file = file;
        this.said = said;
        this.problems = problems;
    }

    Settings.Intake read() {
        return new Settings.Intake(
                number("pictures.max-megabytes", Settings.Intake.MEGABYTES, MEGABYTES_MAX),
                number("pictures.max-megapixels", Settings.Intake.MEGAPIXELS, MEGAPIXELS_MAX),
                inbox(),
                scanner());
    }

    private int number(String name, int usual, int most) {
        Object value = said.get(name);
        if (value == null) {
            return usual;
        }
        String text = String.valueOf(value).strip();
        int number = text.matches("[0-9]{1,4}") ? Integer.parseInt(text) : 0;
        if (number < 1 || number > most) {
            problems.add("\"" + name + "\" is \"" + text + "\"; it needs a number from 1 to " + most + ".");
            return usual;
        }
        return number;
    }

    private Optional<Path> inbox() {
        if (!said.containsKey("pictures.inbox")) {
            return Optional.empty();
        }
        Path folder = file.toAbsolutePath()
                .resolveSibling(String.valueOf(said.get("pictures.inbox")).strip());
        if (!Files.isDirectory(folder)) {
            problems.add("\"pictures.inbox\" is \"" + folder
                    + "\"; there is no such folder. Make it, with a sub-folder for each office.");
        }
        return Optional.of(folder);
    }

    private Optional<SocketAddress> scanner() {
        if (!said.containsKey("pictures.scanner")) {
            return Optional.empty();
        }
        String text = String.valueOf(said.get("pictures.scanner")).strip();
        if (text.startsWith("/")) {
            return Optional.of(UnixDomainSocketAddress.of(text));
        }
        Matcher inet = HOST_AND_PORT.matcher(text);
        if (inet.matches() && Integer.parseInt(inet.group(2)) <= PORT_MAX) {
            return Optional.of(InetSocketAddress.createUnresolved(inet.group(1), Integer.parseInt(inet.group(2))));
        }
        problems.add("\"pictures.scanner\" is \"" + text
                + "\"; it needs the socket of clamd, such as /run/clamav/clamd.ctl, or host:port.");
        return Optional.empty();
    }
}
