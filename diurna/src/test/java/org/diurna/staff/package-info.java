/** Tests of people, duties and signing in, and the members that tests of other rooms sign in as. */
@NullMarked
package org.diurna.staff;

import org.jspecify.annotations.NullMarked;
