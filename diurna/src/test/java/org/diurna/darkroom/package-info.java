/** Tests of the darkroom. All pictures are drawn by the tests themselves. */
@NullMarked
package org.diurna.darkroom;

import org.jspecify.annotations.NullMarked;
