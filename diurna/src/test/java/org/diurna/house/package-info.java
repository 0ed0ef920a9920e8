/** Tests of the room, and the databases that the tests of all rooms run on. */
@NullMarked
package org.diurna.house;

import org.jspecify.annotations.NullMarked;
