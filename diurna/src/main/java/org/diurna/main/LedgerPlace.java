package org.diurna.main;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.diurna.house.DataFolder;
import org.diurna.house.Settings;
import org.diurna.ledger.LogKey;
import org.diurna.run.Sites;
import org.diurna.stand.Stand;

/** Where the ledger of an installation lies and how it is called. */
final class LedgerPlace {
    private LedgerPlace() {}

    static Path keyFile(DataFolder folder) {
        return folder.keys().resolve("ledger.key");
    }

    static boolean founded(DataFolder folder) {
        return Files.exists(keyFile(folder)) && Files.exists(folder.ledger().resolve("checkpoint"));
    }

    /** The address, without scheme, under which a ledger founded now would be known for ever. */
    static String origin(Settings settings, String path) {
        int port = port(settings, Optional.empty());
        boolean usual = settings.scheme().equals("https") ? port == 443 : port == 80;
        return settings.ledgerHost() + (usual ? "" : ":" + port) + "/" + path;
    }

    private static int port(Settings settings, Optional<Stand> stand) {
        if (settings.addressPort() != 0) {
            return settings.addressPort();
        }
        return stand.map(Stand::port).orElse(settings.publicPort());
    }

    static Sites.Facts facts(Settings settings, Optional<Stand> stand, LogKey key) {
        String policy = "log " + key.verifier().text() + " " + settings.scheme() + "://" + key.origin() + "\n"
                + "quorum none\n";
        return new Sites.Facts(
                settings.organisation(),
                settings.authority(),
                settings.since(),
                settings.scheme(),
                port(settings, stand),
                key.origin(),
                policy);
    }
}
