/**
 * People outside the house who may see one text before it is public: experts whom somebody asks for a review, and
 * journalists who get a copy under embargo. Each has a link of the own, of which only a digest is kept, and a copy that is
 * marked. Knows no page and no person of the staff.
 */
@NullMarked
package org.diurna.guest;

import org.jspecify.annotations.NullMarked;
