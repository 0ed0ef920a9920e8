/**
 * The counter: the few things that the public may write. Somebody asks to use what a release shows, sees what becomes of
 * it at an address that nobody can guess, and fetches what was granted. Behind the stand, at a port of its own, without
 * cookies, sessions or scripts; it knows what is public and never a draft. The desk decides through {@link
 * org.diurna.counter.Counter}, the room's door.
 */
@NullMarked
package org.diurna.counter;

import org.jspecify.annotations.NullMarked;
