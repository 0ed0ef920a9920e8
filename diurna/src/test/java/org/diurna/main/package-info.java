/** Tests of the whole program, driven from outside: its command line and its desk. */
@NullMarked
package org.diurna.main;

import org.jspecify.annotations.NullMarked;
