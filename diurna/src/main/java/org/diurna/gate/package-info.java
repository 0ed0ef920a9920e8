/**
 * Import, export and backup: what comes into the house and what is carried out of it. Nothing is published from here.
 * The first part reads a saved page (HTML in any charset, a plain-text copy, a .docx or .odt, a saved mail) and finds
 * the release in X is either in the release that was found or in the list of what was left out.
 */
@NullMarked
package org.diurna.gate;

import org.jspecify.annotations.NullMarked;
