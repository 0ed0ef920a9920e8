/** The press office. Each package below is a room; its neighbours and its limits stand in ARCHITECTURE.md. */
@NullMarked
package org.diurna;

import org.jspecify.annotations.NullMarked;
