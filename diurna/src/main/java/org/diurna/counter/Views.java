package org.diurna.counter;

import java.util.List;
import java.util.Map;
import org.diurna.house.Words;
import org.diurna.press.Frame;
import org.jspecify.annotations.Nullable;

/** What the templates of the counter are filled with. */
public final class Views {
    private Views() {}

    /**
     * The form.
     *
     * @param css     address of its style sheet
     * @param release id
     * @param lang    of the release, where the page is in another language; null where it is in the same
     * @param office  its name
     * @param mail    of the office; empty when it has none
     * @param choices what can be ticked
     * @param typed   what stands in the fields
     */
    public record Form(
            Frame frame,
            Words words,
            String css,
            String release,
            @Nullable String lang,
            String headline,
            String office,
            String mail,
            List<Choice> choices,
            Map<String, String> typed,
            List<RequestForm.Fault> faults,
            String token,
            int days) {
        public Form {
            choices = List.copyOf(choices);
            typed = Map.copyOf(typed);
            faults = List.copyOf(faults);
        }

        public String say(String key) {
            return words.say(key);
        }

        public String say(String key, String name, Object value) {
            return words.say(key, Map.of(name, value));
        }

        public String value(String field) {
            return typed.getOrDefault(field, "");
        }

        /** What is wrong with a field; null when nothing is. */
        public @Nullable String fault(String field) {
            return faults.stream()
                    .filter(fault -> fault.field().equals(field))
                    .map(RequestForm.Fault::text)
                    .findFirst()
                    .orElse(null);
        }

        /** For {@code aria-describedby}; null when there is nothing to describe it. */
        public @Nullable String described(String field) {
            return fault(field) == null ? null : "fault-" + field;
        }

        /** For {@code aria-invalid}; null when it is valid. */
        public @Nullable String invalid(String field) {
            return fault(field) == null ? null : "true";
        }

        /** The label of a field. */
        public String label(String field) {
            return field.equals("consent") ? frame.say("privacy") : say(field.equals("item") ? "what" : field);
        }

        /** Where a link to the field leads. */
        public String anchor(String field) {
            return field.equals("item") ? "item-0" : field;
        }
    }

    /**
     * Something that can be ticked.
     *
     * @param value what the form sends for it
     */
    public record Choice(int place, String value, String name, String title, String terms, boolean chosen) {}

    /**
     * A request, for who asked.
     *
     * @param number of it
     * @param state  a sentence
     * @param kind   {@code open}, {@code question} …
     * @param office its name
     * @param mail   of the office; empty when it has none
     * @param items  what was asked for
     * @param past   what was written, newest first
     * @param until  a sentence; empty when it is not granted
     * @param files  to be fetched
     * @param gone   a sentence for each file that was granted and can be fetched no more
     * @param note   the signed receipt; empty when it is not granted
     * @param reply  where an answer is sent; empty when nothing was asked
     * @param fault  what is wrong with the answer; empty when nothing is
     * @param typed  what was typed into it
     */
    public record Receipt(
            Frame frame,
            Words words,
            String css,
            String number,
            String state,
            String kind,
            String headline,
            String address,
            String office,
            String mail,
            List<String> items,
            List<Said> past,
            String until,
            List<File> files,
            List<String> gone,
            String note,
            String key,
            String path,
            String reply,
            String fault,
            String typed) {
        public Receipt {
            items = List.copyOf(items);
            past = List.copyOf(past);
            files = List.copyOf(files);
            gone = List.copyOf(gone);
        }

        public String say(String key) {
            return words.say(key);
        }

        public String say(String key, String name, Object value) {
            return words.say(key, Map.of(name, value));
        }
    }

    /** Something that was written. */
    public record Said(String title, String day, String machineDay, String words) {}

    /** A file to be fetched. */
    public record File(String href, String name, String size) {}
}
