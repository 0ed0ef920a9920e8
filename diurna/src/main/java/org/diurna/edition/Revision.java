package org.diurna.edition;

import java.time.Instant;

/** A wording as it was saved once. */
public record Revision(int number, Instant saved, String saver, Wording wording) {}
