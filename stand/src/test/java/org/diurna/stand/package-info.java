/** Tests of the stand: real folders, a real server on a free port, plain sockets. */
@NullMarked
package org.diurna.stand;

import org.jspecify.annotations.NullMarked;
