/**
 * The stand: holds published bytes on a shelf and serves them. No database, template, editorial type, key or secret is
 * on its class path; it goes on serving when everything else is down.
 */
@NullMarked
package org.diurna.stand;

import org.jspecify.annotations.NullMarked;
