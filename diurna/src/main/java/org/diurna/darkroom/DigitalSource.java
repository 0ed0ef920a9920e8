package org.diurna.darkroom;

import java.util.Arrays;
import java.util.Optional;

/** How a picture came to be: the terms of IPTC's NewsCodes that fit a press office. */
public enum DigitalSource {
    /** Taken with a camera, not more than developed. */
    DIGITAL_CAPTURE("digitalCapture"),
    /** Made by a phone out of several exposures. */
    COMPUTATIONAL_CAPTURE("computationalCapture"),
    /** Scanned from a negative. */
    NEGATIVE_FILM("negativeFilm"),
    /** Scanned from a slide. */
    POSITIVE_FILM("positiveFilm"),
    /** Scanned from paper. */
    PRINT("print"),
    /** Edited by a person beyond developing. */
    HUMAN_EDITS("humanEdits"),
    /** Edited with generative software. */
    COMPOSITE_WITH_TRAINED_ALGORITHMIC_MEDIA("compositeWithTrainedAlgorithmicMedia"),
    /** Sharpened, coloured or cleaned by software. */
    ALGORITHMICALLY_ENHANCED("algorithmicallyEnhanced"),
    /** Drawn by a person with software. */
    DIGITAL_CREATION("digitalCreation"),
    /** A map or a chart out of data. */
    DATA_DRIVEN_MEDIA("dataDrivenMedia"),
    /** Made by generative software. */
    TRAINED_ALGORITHMIC_MEDIA("trainedAlgorithmicMedia"),
    /** Made by a formula. */
    ALGORITHMIC_MEDIA("algorithmicMedia"),
    /** A picture of a screen. */
    SCREEN_CAPTURE("screenCapture"),
    /** A recording of a virtual event. */
    VIRTUAL_RECORDING("virtualRecording"),
    /** Put together from several pictures. */
    COMPOSITE("composite"),
    /** Put together from several photographs. */
    COMPOSITE_CAPTURE("compositeCapture"),
    /** Put together, something of it made by software. */
    COMPOSITE_SYNTHETIC("compositeSynthetic");

    private static final String VOCABULARY = "http://cv.iptc.org/newscodes/digitalsourcetype/";

    private final String term;

    DigitalSource(String term) {
        this.term = term;
    }

    /** The address of the term, as written into files. */
    public String address() {
        return VOCABULARY + term;
    }

    /** @param address with http or https */
    static Optional<DigitalSource> at(String address) {
        String http = address.replaceFirst("^https:", "http:").strip();
        return Arrays.stream(values())
                .filter(source -> source.address().equals(http))
                .findFirst();
    }
}
