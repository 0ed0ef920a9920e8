package org.diurna.house;

import java.util.regex.Pattern;

/**
 * A letter to one person.
 *
 * @param key      names what it tells and to whom, such as {@code comment:12:person:4}; a second letter of this key is
 *                 never put. 1 to 90 letters, digits and {@code : . _ -}
 * @param to       one mail address
 * @param language of subject and text, as a tag
 * @param subject  1 to 200 characters on one line
 * @param text     plain, lines ended by {@code \n}
 */
public record Letter(String key, String to, String language, String subject, String text) {
    private static final Pattern KEY = Pattern.compile("[A-Za-z0-9:._-]{1,90}");
    private static final Pattern ADDRESS =
            Pattern.compile("[^\\s@<>\"(),;:\\\\\\[\\]]{1,64}@[^\\s@<>\"(),;:\\\\]{1,190}");
    private static final int SUBJECT_MAX = 200;

    /**
     * @throws IllegalArgumentException when a part has not the form that its description says
     */
    public Letter {
        if (!KEY.matcher(key).matches()) {
            throw new IllegalArgumentException("A letter cannot have the key \"" + key + "\".");
        }
        if (!isAddress(to)) {
            throw new IllegalArgumentException("\"" + to + "\" is no mail address.");
        }
        if (subject.isBlank()
                || subject.length() > SUBJECT_MAX
                || subject.chars().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException("The subject of the letter " + key + " is empty, too long or no line.");
        }
    }

    /** Whether a letter can be sent to it. */
    public static boolean isAddress(String address) {
        return ADDRESS.matcher(address).matches();
    }
}
