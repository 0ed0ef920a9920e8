package org.diurna.counter;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.diurna.house.Language;
import org.diurna.house.Letter;
import org.diurna.house.Words;

/** Reads a filled-in form, and says all that is wrong with it at once. */
public final class RequestForm {
    static final int LINE_MAX = 200;
    static final int MAIL_MAX = 254;
    static final int TEXT_MAX = 4_000;

    /** A field that people do not see and programs fill in. */
    static final String TRAP = "website";

    private final Typed typed;
    private final Material material;
    private final Words words;
    private final List<Fault> faults = new ArrayList<>();

    RequestForm(Typed typed, Material material, Words words) {
        this.typed = typed;
        this.material = material;
        this.words = words;
    }

    /** What is wrong with a field; the field is empty where it is wrong with the form as a whole. */
    public record Fault(String field, String text) {}

    /** What was read. */
    sealed interface Read {
        record Good(Asking asking) implements Read {}

        record Faulty(List<Fault> faults) implements Read {
            public Faulty {
                faults = List.copyOf(faults);
            }
        }
    }

    Read read(Language language, Function<String, String> digest) {
        String name = line("name", LINE_MAX, true);
        String organisation = line("organisation", LINE_MAX, false);
        String mail = mail();
        String medium = line("medium", LINE_MAX, true);
        String purpose = typed.lines("purpose");
        length("purpose", purpose, TEXT_MAX, true);
        List<Licence.Item> items = material.items().stream()
                .filter(item -> typed.all("item").contains(item.value()))
                .toList();
        if (items.isEmpty()) {
            fault("item", "fault.what", Map.of());
        }
        String territory = line("territory", LINE_MAX, false);
        Optional<LocalDate> first = day("first");
        Optional<LocalDate> last = day("last");
        if (first.isPresent() && last.isPresent() && last.get().isBefore(first.get())) {
            fault("last", "fault.order", Map.of());
        }
        if (typed.line("consent").isEmpty()) {
            fault("consent", "fault.missing", Map.of());
        }
        if (!faults.isEmpty()) {
            return new Read.Faulty(faults);
        }
        Licence.Use use = new Licence.Use(medium, purpose, territory, first, last);
        Licence.Requester requester = new Licence.Requester(name, organisation, mail);
        String everything = material.release() + "\n" + requester + "\n" + use + "\n" + items;
        return new Read.Good(
                new Asking(material, language, requester, use, items, typed.line("token"), digest.apply(everything)));
    }

    private String line(String field, int most, boolean needed) {
        String text = typed.line(field);
        length(field, text, most, needed);
        return text;
    }

    private void length(String field, String text, int most, boolean needed) {
        if (text.isEmpty() && needed) {
            fault(field, "fault.missing", Map.of());
        } else if (text.codePointCount(0, text.length()) > most) {
            fault(field, "fault.long", Map.of("max", most));
        }
    }

    private String mail() {
        String mail = typed.line("mail");
        if (mail.isEmpty()) {
            fault("mail", "fault.missing", Map.of());
        } else if (mail.length() > MAIL_MAX || !Letter.isAddress(mail)) {
            fault("mail", "fault.mail", Map.of());
        }
        return mail;
    }

    private Optional<LocalDate> day(String field) {
        String text = typed.line(field);
        if (text.isEmpty()) {
            return Optional.empty();
        }
        try {
            LocalDate day = LocalDate.parse(text);
            if (day.getYear() >= 1900 && day.getYear() <= 2999) {
                return Optional.of(day);
            }
        } catch (DateTimeException e) {
            // told below, as is a year that nobody means
        }
        fault(field, "fault.date", Map.of());
        return Optional.empty();
    }

    private void fault(String field, String key, Map<String, Object> arguments) {
        faults.add(new Fault(field, words.say(key, arguments)));
    }
}
