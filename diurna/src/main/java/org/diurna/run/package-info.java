/**
 * Takes a happening to the public: proves it in the ledger, gathers the facts, has them printed, lays the sheets on the
 * shelf and turns it. Every step can be repeated; a run that died starts again from the top. It takes no input from
 * people.
 */
@NullMarked
package org.diurna.run;

import org.jspecify.annotations.NullMarked;
