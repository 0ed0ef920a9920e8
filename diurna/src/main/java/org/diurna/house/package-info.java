/**
 * What all rooms need and none owns: the clock, the database, the settings, the jobs, the languages. It does not know
 * what a release is.
 */
@NullMarked
package org.diurna.house;

import org.jspecify.annotations.NullMarked;
