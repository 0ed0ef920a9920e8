/** Tests of what the organisation has said: how it is kept, frozen and named. */
@NullMarked
package org.diurna.edition;

import org.jspecify.annotations.NullMarked;
