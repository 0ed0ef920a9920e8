package org.diurna.main;

import java.util.Optional;
import org.diurna.house.Settings;
import picocli.CommandLine.Option;

/** Ports that are given on the command line instead of in the settings. */
final class PortOptions {
    @Option(
            names = "--port",
            paramLabel = "PORT",
            description = "The public's port (default: from the settings, or 8080).")
    private Optional<Integer> publicPort = Optional.empty();

    @Option(
            names = "--desk-port",
            paramLabel = "PORT",
            description = "The desk's port (default: from the settings, or 8081).")
    private Optional<Integer> deskPort = Optional.empty();

    @Option(
            names = "--counter-port",
            paramLabel = "PORT",
            description = "The counter's port (default: from the settings, or 8082; a free one where --port is 0).")
    private Optional<Integer> counterPort = Optional.empty();

    Settings over(Settings settings) {
        int usual = publicPort.orElse(settings.publicPort()) == 0
                ? 0
                : settings.counter().port();
        return settings.at(publicPort.orElse(settings.publicPort()), deskPort.orElse(settings.deskPort()))
                .counterAt(counterPort.orElse(usual));
    }
}
