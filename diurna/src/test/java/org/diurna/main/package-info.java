/** Tests of the command line as its callers see it: exit codes, messages, and what is left behind. */
@NullMarked
package org.diurna.main;

import org.jspecify.annotations.NullMarked;
