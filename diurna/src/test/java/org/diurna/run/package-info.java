/** Tests of the way to the public: whole cycles on real databases, ledgers, shelves and stands, with faults and kills. */
@NullMarked
package org.diurna.run;

import org.jspecify.annotations.NullMarked;
