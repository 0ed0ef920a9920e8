package org.diurna.ledger;

/** Opens files that hold the parts of the evidence and that this module cannot read itself: those of paper. */
public interface Opener {
    /**
     * What a PDF file holds; what it lacks is empty.
     *
     * @throws IllegalArgumentException with the reason, when it is no such file or a damaged one
     */
    Evidence pdf(byte[] file);

    /** For a verifier of one small jar. */
    Opener NONE = _ -> {
        throw new IllegalArgumentException(
                "this small program reads no PDF files. Take out what is attached"
                        + " (\"pdfdetach -saveall FILE\") and verify edition.json and edition.tlog-proof, or use \"diurna verify\".");
    };
}
