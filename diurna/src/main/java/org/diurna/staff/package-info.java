/** People: who they are, how they sign in, what they may do, and the trail of it. It does not know what a release is. */
@NullMarked
package org.diurna.staff;

import org.jspecify.annotations.NullMarked;
