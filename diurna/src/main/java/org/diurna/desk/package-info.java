/**
 * The desk: writing, review, translation and every decision. Its pages, its API and the command line call the same
 * decision classes. It never touches the stand, the ledger or the wire.
 */
@NullMarked
package org.diurna.desk;

import org.jspecify.annotations.NullMarked;
