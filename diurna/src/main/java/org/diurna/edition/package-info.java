/**
 * What the organisation has said: offices, releases, drafts, editions, blocks, happenings. It does not render pages,
 * send news or know who may do what.
 */
@NullMarked
package org.diurna.edition;

import org.jspecify.annotations.NullMarked;
