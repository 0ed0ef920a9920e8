/** Tests of the decisions and of what the desk shows about them. */
@NullMarked
package org.diurna.desk;

import org.jspecify.annotations.NullMarked;
