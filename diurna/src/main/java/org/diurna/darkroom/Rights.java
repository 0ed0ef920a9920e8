package org.diurna.darkroom;

import java.net.URI;

/**
 * Whose a picture is and what others may do with it.
 *
 * @param credit       the line beside the picture: "Ministry of Culture / A. Orlan"
 * @param holder       who owns the rights
 * @param copyright    the notice: "© 2026 Ministry of Culture of Lomara"
 * @param licence      what it is given under
 * @param usageTerms   in plain words
 * @param webStatement page with the terms
 * @param licensor     who can be asked for more
 * @param dataMining   whether machines may learn from it
 */
public record Rights(
        String credit,
        String holder,
        String copyright,
        Licence licence,
        String usageTerms,
        URI webStatement,
        Licensor licensor,
        DataMining dataMining) {
    /** In characters, of each text. */
    public static final int TEXT_MAX = 2_000;

    public Rights {
        filled("credit", credit);
        filled("rights holder", holder);
        filled("copyright notice", copyright);
        filled("usage terms", usageTerms);
        web("web statement", webStatement);
    }

    /**
     * One of the organisation's licences.
     *
     * @param code short, such as {@code CC-BY-4.0} or {@code press-use}
     * @param url  that machines understand
     */
    public record Licence(String code, URI url) {
        public Licence {
            filled("licence code", code);
            web("licence", url);
        }
    }

    /**
     * Who gives licences (PLUS LDF 2.0.1).
     *
     * @param name of an office, not of a person
     * @param url  page where a licence is asked for
     */
    public record Licensor(String name, URI url) {
        public Licensor {
            filled("licensor", name);
            web("licensor", url);
        }
    }

    /** The PLUS vocabulary for data mining (IPTC Photo Metadata 2023.1). */
    public enum DataMining {
        UNSPECIFIED("DMI-UNSPECIFIED"),
        ALLOWED("DMI-ALLOWED"),
        PROHIBITED_TRAINING("DMI-PROHIBITED-AIMLTRAINING"),
        PROHIBITED_GENERATIVE_TRAINING("DMI-PROHIBITED-GENAIMLTRAINING"),
        PROHIBITED_EXCEPT_SEARCH_ENGINES("DMI-PROHIBITED-EXCEPTSEARCHENGINEINDEXING"),
        PROHIBITED("DMI-PROHIBITED");

        private final String term;

        DataMining(String term) {
            this.term = term;
        }

        /** The address of the term, as written into files. */
        public String address() {
            return "http://ns.useplus.org/ldf/vocab/" + term;
        }
    }

    static void filled(String what, String text) {
        if (text.isBlank() || text.length() > TEXT_MAX || text.chars().anyMatch(Rights::forbidden)) {
            throw new IllegalArgumentException("A picture needs a " + what + " of 1 to " + TEXT_MAX
                    + " characters without control characters; \"" + text + "\" is none.");
        }
    }

    private static void web(String what, URI address) {
        if ((!"https".equals(address.getScheme()) && !"http".equals(address.getScheme()))
                || address.toString().length() > TEXT_MAX) {
            throw new IllegalArgumentException("The address of the " + what
                    + " starts with https:// and is shorter than " + TEXT_MAX + "; " + address + " is not.");
        }
    }

    /** XML 1.0 cannot hold these, so no packet could. */
    private static boolean forbidden(int character) {
        return (character < ' ' && character != '\n' && character != '\t')
                || character == 0xfffe
                || character == 0xffff;
    }
}
