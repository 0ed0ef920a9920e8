package org.diurna.main;

import java.util.Optional;
import org.diurna.ledger.Evidence;
import org.diurna.ledger.Opener;
import org.diurna.ledger.Paper;
import org.diurna.press.paper.PaperReader;

/** Opens PDF files for the verifier: what is attached, and the words on the pages. */
final class PaperOpener implements Opener {
    @Override
    public Evidence pdf(byte[] file) {
        PaperReader.Held held = PaperReader.read(file);
        return new Evidence(
                Optional.empty(),
                Optional.ofNullable(held.files().get("edition.json")),
                Optional.ofNullable(held.files().get("edition.tlog-proof")),
                Optional.of(new Paper(held.headline(), held.summary(), held.body(), held.captions(), held.stray())));
    }
}
