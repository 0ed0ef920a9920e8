/** Opens the rooms in order, and the command line. It holds no rule of its own. */
@NullMarked
package org.diurna.main;

import org.jspecify.annotations.NullMarked;
