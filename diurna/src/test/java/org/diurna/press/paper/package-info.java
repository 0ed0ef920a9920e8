/** Tests of the paper. */
@NullMarked
package org.diurna.press.paper;

import org.jspecify.annotations.NullMarked;
