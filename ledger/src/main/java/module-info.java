/** The transparency log of a press office: append, proofs, strict parsers and the verifier, on the JDK alone. */
module org.diurna.ledger {
    requires static org.jspecify;
    requires java.net.http;

    exports org.diurna.ledger;
}
