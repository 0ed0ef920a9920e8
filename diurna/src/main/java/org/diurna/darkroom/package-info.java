/**
 * Pictures in, renditions out. A master is taken in as it came, judged by its bytes, and kept private under its digest;
 * from it come crops, sizes and formats that carry their credit and nothing that the photographer's camera told about
 * itself. Whatever decodes the bytes of a stranger runs in a child process ({@code Worker}) that knows no key and no
 * secret. This room does not know what a release is.
 */
@NullMarked
package org.diurna.darkroom;

import org.jspecify.annotations.NullMarked;
