package org.diurna.edition;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.diurna.house.Language;

/**
 * A sign-off: language versions that go to the public together, or not at all.
 *
 * @param when   what the clock on the wall shows then
 * @param due    the instant that follows from it
 * @param was    the instant that followed before the rules of the zone changed
 * @param signed when it was signed off
 * @param signer who did
 * @param held   why it waits for a person instead of the time
 */
public record Schedule(
        String id,
        WallTime when,
        Instant due,
        Optional<Instant> was,
        Instant signed,
        String signer,
        List<Version> versions,
        Optional<Held> held) {
    public Schedule {
        versions = List.copyOf(versions);
    }

    /**
     * One version of it.
     *
     * @param revision of the draft that was signed off
     * @param digest   SHA-256 of the words of that revision, as they are stored
     */
    public record Version(ReleaseId release, Language language, int revision, String digest) {}

    /** Whether these words of a version are among what goes. */
    public boolean goes(ReleaseId release, Language language, String digest) {
        return versions.stream()
                .anyMatch(version -> version.release().equals(release)
                        && version.language().equals(language)
                        && version.digest().equals(digest));
    }

    /** It did not go, and a person must say what becomes of it. */
    public record Held(Reason reason, Instant since) {}

    /** Why it did not go. */
    public enum Reason {
        /** Nothing ran at its time, and too long passed since. */
        MISSED,
        /** The words are not those that were signed off. */
        CHANGED,
        /** A picture was taken back meanwhile. */
        PICTURE,
        /** The rules of the zone changed, and its time is not on the clock any more. */
        GAP,
        /** The house failed; its log says how. */
        FAILED;

        /** The word in the database and in messages. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        static Reason of(String word) {
            return valueOf(word.toUpperCase(Locale.ROOT));
        }
    }
}
