/** Tests of the wire. */
@NullMarked
package org.diurna.wire;

import org.jspecify.annotations.NullMarked;
