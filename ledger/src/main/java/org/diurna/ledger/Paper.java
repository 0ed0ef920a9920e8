package org.diurna.ledger;

/**
 * The words that a printed edition shows, as a program that can read its file has found them.
 *
 * @param headline of the release
 * @param summary  the lines below the headline, together
 * @param body     the text without numbers of lists and notes and without what stands below pictures and above tables
 * @param captions what stands below pictures and above tables, together
 * @param stray    words that belong to none of its parts, where none may be; empty in what was printed by us
 */
public record Paper(String headline, String summary, String body, String captions, String stray) {}
