/** Tests of copies that are marked. */
@NullMarked
package org.diurna.guest;

import org.jspecify.annotations.NullMarked;
