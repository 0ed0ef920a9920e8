/**
 * What web archives take: the answers of the stand, day by day or for one release, in the files that they keep for ever
 * (WARC 1.1, ISO 28500; WACZ 1.1.1). Made from the shelf's journal alone.
 */
@NullMarked
package org.diurna.run.archive;

import org.jspecify.annotations.NullMarked;
