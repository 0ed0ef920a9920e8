package org.diurna.staff;

import java.util.List;
import java.util.regex.Pattern;
import org.diurna.house.Language;

/**
 * A member of staff.
 *
 * @param id       opaque and permanent
 * @param mail     address, in lower case, by which the person signs in
 * @param name     as others see it, 1 to 120 characters
 * @param language of the desk for this person
 * @param grants   what the person may do, and where
 */
public record Person(String id, String mail, String name, Language language, List<Grant> grants) {
    private static final Pattern MAIL = Pattern.compile("[^\\s@<>\"]{1,64}@[^\\s@<>\"]{1,189}");
    private static final int NAME_MAX = 120;

    public Person {
        grants = List.copyOf(grants);
        if (!isMail(mail) || name.isBlank() || name.length() > NAME_MAX) {
            throw new IllegalArgumentException(
                    "A person has a mail address and a name of at most " + NAME_MAX + " characters.");
        }
    }

    /** Whether it has the form of a mail address; whether anybody reads there is another matter. */
    public static boolean isMail(String text) {
        return MAIL.matcher(text).matches();
    }

    static boolean isName(String text) {
        return !text.isBlank() && text.strip().length() <= NAME_MAX;
    }

    /** Whether the person has the duty anywhere. */
    public boolean has(Duty duty) {
        return grants.stream().anyMatch(grant -> grant.duty() == duty);
    }
}
