/** Tests of the gate. All pages are of the Republic of Lomara, which does not exist. */
@NullMarked
package org.diurna.gate;

import org.jspecify.annotations.NullMarked;
