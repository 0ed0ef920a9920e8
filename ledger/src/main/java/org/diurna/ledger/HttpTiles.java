package org.diurna.ledger;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import org.diurna.ledger.LedgerException.Malformed;
import org.diurna.ledger.LedgerException.Unavailable;

/** A log's public files on a server. */
final class HttpTiles implements Tiles {
    /** A bundle of 256 entries of 65,535 bytes and their lengths. */
    private static final int FILE_MAX_BYTES = 256 * 65_537;

    private final String prefix;
    private final Web web;

    /**
     * A client of its own; close it.
     *
     * @param prefix the log's address
     * @param most how long one file may take
     */
    HttpTiles(URI prefix, Duration most) {
        String text = prefix.toString();
        this.prefix = text.endsWith("/") ? text : text + "/";
        this.web = new Web(most);
    }

    @Override
    public Optional<byte[]> read(String path) {
        URI address;
        try {
            address = URI.create(prefix + path);
        } catch (IllegalArgumentException e) {
            throw new Malformed(Strict.shown(prefix + path) + " is no address.", e);
        }
        try {
            Web.Answer answer = web.look(address, FILE_MAX_BYTES);
            return switch (answer.status()) {
                case 200 -> Optional.of(answer.body());
                case 404, 410 -> Optional.empty();
                default -> throw new Unavailable(address + " answered with status " + answer.status() + ".");
            };
        } catch (Web.Trouble e) {
            throw new Unavailable(e.verdict().reason(), e);
        }
    }

    @Override
    public void close() {
        web.close();
    }
}
