/** Tests of the whole program, driven from outside. */
@NullMarked
package org.diurna.main;

import org.jspecify.annotations.NullMarked;
