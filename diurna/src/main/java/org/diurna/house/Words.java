package org.diurna.house;

import com.ibm.icu.text.MessageFormat;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The words of a room in one language, from {@code words/<room>/<language>.properties} (UTF-8; ICU message format with
 * named arguments, so every plural rule of every language works). A language without a file of its own speaks the next
 * wider one's words (sr-Latn-RS → sr-Latn → sr), English last.
 */
public final class Words {
    private static final Map<String, Words> LOADED = new ConcurrentHashMap<>();

    private final Language language;
    private final Properties messages;
    private final Map<String, MessageFormat> formats = new ConcurrentHashMap<>();

    private Words(Language language, Properties messages) {
        this.language = language;
        this.messages = messages;
    }

    /**
     * The words of a room.
     *
     * @throws IllegalStateException when the room has no English words
     */
    public static Words of(String room, Language language) {
        return LOADED.computeIfAbsent(room + "/" + language, _ -> load(room, language));
    }

    private static Words load(String room, Language language) {
        String tag = language.tag();
        while (true) {
            Optional<Properties> found = read(room, tag);
            if (found.isPresent()) {
                return new Words(Language.of(tag), found.get());
            }
            int end = tag.lastIndexOf('-');
            if (end < 0 && tag.equals("en")) {
                throw new IllegalStateException("The room " + room + " has no words in English.");
            }
            tag = end < 0 ? "en" : tag.substring(0, end);
        }
    }

    private static Optional<Properties> read(String room, String tag) {
        try (InputStream in = Words.class.getResourceAsStream("/words/" + room + "/" + tag + ".properties")) {
            if (in == null) {
                return Optional.empty();
            }
            Properties messages = new Properties();
            messages.load(new InputStreamReader(in, StandardCharsets.UTF_8));
            return Optional.of(messages);
        } catch (IOException e) {
            throw new UncheckedIOException("The words of " + room + " in " + tag + " cannot be read.", e);
        }
    }

    /** The language that these words really are in. */
    public Language language() {
        return language;
    }

    /** All keys that there are. */
    public Set<String> keys() {
        return messages.stringPropertyNames();
    }

    /**
     * The message under the key as it is written, for a script that fills it in.
     *
     * @throws IllegalArgumentException for a key that the room does not have
     */
    public String raw(String key) {
        String message = messages.getProperty(key);
        if (message == null) {
            throw new IllegalArgumentException("There are no words for \"" + key + "\" in " + language + ".");
        }
        return message;
    }

    /**
     * What stands under the key.
     *
     * @throws IllegalArgumentException for a key that the room does not have
     */
    public String say(String key) {
        return say(key, Map.of());
    }

    /** What stands under the key, with its named arguments filled in. */
    public String say(String key, Map<String, Object> arguments) {
        MessageFormat format = formats.computeIfAbsent(key, this::format);
        // an ICU format keeps state while it works, so each use takes a copy
        return format.clone().format(arguments);
    }

    private MessageFormat format(String key) {
        return new MessageFormat(raw(key), language.locale());
    }
}
