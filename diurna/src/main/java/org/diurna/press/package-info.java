/**
 * The press: an edition and the facts of its site become the exact bytes that the public will read. Pure: no clock, no
 * database, no network; the same edition and the same facts give the same bytes.
 */
@NullMarked
package org.diurna.press;

import org.jspecify.annotations.NullMarked;
