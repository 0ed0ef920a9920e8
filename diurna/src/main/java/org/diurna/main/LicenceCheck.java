package org.diurna.main;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.diurna.counter.Counter;
import org.diurna.ledger.LedgerException.Malformed;
import org.diurna.ledger.NoteKey;
import org.diurna.ledger.VerifierKey;

/** Says whether the receipt of a licence was signed by a key and not changed since. */
final class LicenceCheck {
    private static final int GENUINE = 0;
    private static final int ALTERED = 1;
    private static final int CANNOT = 4;
    private static final long SIZE_MAX_BYTES = 64 * 1024;

    private LicenceCheck() {}

    /** The exit code; empty where the arguments name no receipt of a licence. */
    static Optional<Integer> of(PrintWriter out, List<String> arguments) {
        return note(arguments.getFirst()).map(note -> {
            int at = arguments.indexOf("--key");
            if (at < 0 || at + 1 >= arguments.size()) {
                out.println(
                        "A receipt is checked with --key NAME+ID+KEY, from somewhere else than the receipt itself.");
                return CANNOT;
            }
            return check(out, note, arguments.get(at + 1));
        });
    }

    private static int check(PrintWriter out, String note, String key) {
        try {
            Optional<String> text = NoteKey.opened(note, VerifierKey.parse(key));
            if (text.isEmpty()) {
                out.println("ALTERED: this key has not signed this receipt.");
                return ALTERED;
            }
            out.print("GENUINE: this key has signed this receipt.\n\n" + text.get());
            out.flush();
            return GENUINE;
        } catch (Malformed e) {
            out.println("The receipt cannot be checked: " + e.getMessage());
            return CANNOT;
        }
    }

    private static Optional<String> note(String name) {
        try {
            Path file = Path.of(name);
            if (!Files.isRegularFile(file) || Files.size(file) > SIZE_MAX_BYTES) {
                return Optional.empty();
            }
            String text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
            return text.startsWith(Counter.RECEIPT + "\n") ? Optional.of(text) : Optional.empty();
        } catch (IOException | InvalidPathException e) {
            // an address, or a file that the verifier itself will complain about
            return Optional.empty();
        }
    }
}
