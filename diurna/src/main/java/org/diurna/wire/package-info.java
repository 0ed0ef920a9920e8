/** Carries news to people elsewhere: today letters by mail. It changes nothing that the organisation has said. */
@NullMarked
package org.diurna.wire;

import org.jspecify.annotations.NullMarked;
