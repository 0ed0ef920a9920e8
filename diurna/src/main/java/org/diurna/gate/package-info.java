/**
 * Import, export and backup: what comes into the house and what is carried out of it. Nothing is published from here.
 * The first part reads a saved page (HTML in any charset, or a plain-text copy) and finds the release in it; every line
 * of the page is either in the release that was found or in the list of what was left out.
 */
@NullMarked
package org.diurna.gate;

import org.jspecify.annotations.NullMarked;
