package org.diurna.stand;

import java.net.URI;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code diurna stand}: a stand by itself, with nothing on its class path but what it needs. */
@Command(
        name = "stand",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        versionProvider = StandMain.Version.class,
        description = {
            "Serves a shelf to the public over HTTP, and nothing else.",
            "",
            "It follows the shelf: what another process publishes there is answered within two seconds. It needs no "
                    + "database and goes on serving when everything else is down. Ends on SIGTERM or Ctrl-C, after the "
                    + "answers under way.",
            ""
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:ended as asked",
            "2:an option is wrong or missing",
            "3:the shelf cannot be read: no folder, not a shelf, of a newer version, damaged",
            "4:the port is taken or the certificate cannot be used"
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  diurna stand --shelf data/shelf",
            "  diurna stand --shelf data/shelf --bind 0.0.0.0 --port 443 --tls-cert chain.pem --tls-key key.pem"
        })
public final class StandMain implements Callable<Integer> {
    static final int EXIT_SHELF = 3;
    static final int EXIT_STAND = 4;
    private static final long MEGABYTE = 1L << 20;

    /** The version from the jar. */
    static final class Version implements CommandLine.IVersionProvider {
        @Override
        public String[] getVersion() {
            var version = StandMain.class.getPackage().getImplementationVersion();
            return new String[] {"Diurna stand " + (version == null ? "(from classes)" : version)};
        }
    }

    @Spec
    CommandLine.Model.@Nullable CommandSpec spec;

    @Option(names = "--shelf", required = true, paramLabel = "DIR", description = "The folder that holds the shelf.")
    @Nullable
    Path shelf;

    @Option(
            names = "--bind",
            paramLabel = "ADDRESS",
            defaultValue = "127.0.0.1",
            description = "Address to listen at (${DEFAULT-VALUE}); 0.0.0.0 for all.")
    String bind = "";

    @Option(
            names = "--port",
            paramLabel = "N",
            defaultValue = "8080",
            description = "Port to listen at (${DEFAULT-VALUE}); 0 for any free one.")
    int port;

    @Option(
            names = "--tls-cert",
            paramLabel = "FILE",
            description = "Certificate chain in PEM, for HTTPS and HTTP/2. Read again when it changes.")
    @Nullable
    Path certificate;

    @Option(names = "--tls-key", paramLabel = "FILE", description = "Its private key in PEM (PKCS #8, no password).")
    @Nullable
    Path key;

    @Option(
            names = "--counter",
            paramLabel = "URL",
            description = "Where /-/… is answered, for example http://127.0.0.1:8082. Without it there is no counter.")
    @Nullable
    URI counter;

    @Option(
            names = "--memory",
            paramLabel = "MB",
            defaultValue = "96",
            description = "Budget for pages kept in memory (${DEFAULT-VALUE} MB); the rest is read from files.")
    int memory;

    @Option(names = "--access-log", description = "Log a line for each answer, without addresses of readers.")
    boolean accessLog;

    @Override
    public Integer call() throws InterruptedException {
        var settings = settings();
        if (shelf == null) {
            throw new IllegalStateException("picocli has seen to it that --shelf is there");
        }
        try (var opened = FolderShelf.open(shelf);
                var stand = Stand.open(opened, settings)) {
            System.out.println("The stand is open at " + (settings.tls().isPresent() ? "https" : "http") + "://" + bind
                    + ":" + stand.port() + " with turn " + stand.turn() + " of " + shelf);
            awaitEnd(stand);
            return 0;
        } catch (ShelfUnavailable e) {
            return sorry(e, EXIT_SHELF);
        } catch (StandUnavailable e) {
            return sorry(e, EXIT_STAND);
        }
    }

    private StandSettings settings() {
        if ((certificate == null) != (key == null)) {
            throw wrong("--tls-cert and --tls-key belong together: give both or none");
        }
        if (memory < 0) {
            throw wrong("--memory is a number of megabytes, 0 or more, not " + memory);
        }
        try {
            var settings = StandSettings.standard().at(bind, port).withHotBytesMax(memory * MEGABYTE);
            if (certificate != null && key != null) {
                settings = settings.withTls(certificate, key);
            }
            if (counter != null) {
                settings = settings.withCounter(counter);
            }
            return accessLog ? settings.withAccessLog(StandSettings.AccessLog.WITHOUT_ADDRESSES) : settings;
        } catch (IllegalArgumentException e) {
            throw wrong(e.getMessage());
        }
    }

    private CommandLine.ParameterException wrong(@Nullable String message) {
        if (spec == null) {
            throw new IllegalStateException("picocli gives every command its spec");
        }
        return new CommandLine.ParameterException(spec.commandLine(), message);
    }

    private static int sorry(RuntimeException e, int exit) {
        System.err.println("diurna stand: " + e.getMessage());
        return exit;
    }

    /** The virtual machine ends when its hooks have run, so the hook closes the stand itself. */
    private static void awaitEnd(Stand stand) throws InterruptedException {
        Runtime.getRuntime().addShutdownHook(new Thread(stand::close, "stand-close"));
        new CountDownLatch(1).await();
    }

    public static void main(String... arguments) {
        System.setProperty("slf4j.internal.verbosity", "WARN");
        System.setProperty("slf4j.provider", ConsoleLogging.class.getName());
        System.exit(new CommandLine(new StandMain()).execute(arguments));
    }
}
