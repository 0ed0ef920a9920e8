package org.diurna.counter;

import java.util.List;
import org.diurna.house.Language;

/**
 * A request that nothing stands against, before it is in the register.
 *
 * @param form   the token of the form, which makes one request and no more
 * @param digest of everything that was typed, so that the same from another form is the same request
 */
record Asking(
        Material material,
        Language language,
        Licence.Requester requester,
        Licence.Use use,
        List<Licence.Item> items,
        String form,
        String digest) {
    Asking {
        items = List.copyOf(items);
    }
}
