/** Tests of the counter, through its window and its door. */
@NullMarked
package org.diurna.counter;

import org.jspecify.annotations.NullMarked;
