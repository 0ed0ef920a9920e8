package org.diurna.counter;

import com.ibm.icu.text.NumberFormat;
import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.diurna.edition.Office;
import org.diurna.edition.Plate;
import org.diurna.house.Language;
import org.diurna.house.Words;
import org.diurna.press.Frame;
import org.diurna.press.Link;

/** The pages of the counter: its templates in the frame of the public pages. */
final class Looks {
    private static final double MEGABYTE = 1_000_000.0;
    private static final List<String> FIELDS =
            List.of("name", "organisation", "mail", "medium", "purpose", "territory", "first", "last", "consent");

    private final TemplateEngine engine =
            TemplateEngine.createPrecompiled(null, ContentType.Html, null, "org.diurna.templates");
    private final Surroundings around;
    private final String css;
    private final byte[] styles = read();

    Looks(Surroundings around, String css) {
        this.around = around;
        this.css = css;
    }

    private static byte[] read() {
        try (InputStream in = Looks.class.getResourceAsStream("/counter/counter.css")) {
            if (in == null) {
                throw new IllegalStateException("The program lacks /counter/counter.css.");
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Answer styleSheet() {
        return Answer.of(200, "text/css; charset=utf-8", styles).with("Cache-Control", "max-age=600");
    }

    /** The office's page for a status of the press, answered with another where that is more exact. */
    Answer error(Office office, Language language, int page, int status) {
        return Answer.of(
                status, "text/html; charset=utf-8", around.press().get().error(office, language, page));
    }

    private Answer page(int status, String template, Object view) {
        StringOutput page = new StringOutput();
        engine.render("counter/" + template + ".jte", view, page);
        return Answer.page(status, page.toString());
    }

    Answer form(
            int status,
            Material material,
            Language language,
            Typed typed,
            List<RequestForm.Fault> faults,
            String token) {
        Words words = Words.of("counter", language);
        Office office = material.office();
        String address = "/-/licence?release=" + material.release() + "&lang=";
        List<Link> versions = office.languages().stream()
                .map(each -> new Link(address + each, own(each), each))
                .toList();
        String title = words.say("title");
        Frame frame = around.press()
                .get()
                .frame(office, language, faults.isEmpty() ? title : words.say("wrong") + " " + title, versions);
        Map<String, String> values = new HashMap<>();
        FIELDS.forEach(field -> values.put(field, field.equals("purpose") ? typed.lines(field) : typed.line(field)));
        return page(
                status,
                "form",
                new Views.Form(
                        frame,
                        words,
                        css,
                        material.release().value(),
                        material.language().equals(language)
                                ? null
                                : material.language().tag(),
                        material.headline(),
                        office.name(language),
                        mail(office),
                        choices(material, typed, words),
                        values,
                        faults,
                        token,
                        around.keepDays()));
    }

    private static List<Views.Choice> choices(Material material, Typed typed, Words words) {
        List<String> ticked = typed.all("item");
        List<Views.Choice> choices = new ArrayList<>();
        for (Licence.Item item : material.items()) {
            String terms = item.words() ? "" : terms(material.pictures().get(item.place() - 1));
            choices.add(new Views.Choice(
                    item.place(),
                    item.value(),
                    name(item, words),
                    item.words() ? "" : item.title(),
                    terms,
                    ticked.contains(item.value())));
        }
        return choices;
    }

    private static String terms(Plate plate) {
        return plate.terms().isEmpty() ? plate.credit() : plate.credit() + " · " + plate.terms();
    }

    private static String name(Licence.Item item, Words words) {
        return item.words() ? words.say("text") : words.say("picture", Map.of("number", item.place()));
    }

    private static String own(Language language) {
        return com.ibm.icu.text.LocaleDisplayNames.getInstance(language.locale())
                .localeDisplayName(language.locale());
    }

    private static String mail(Office office) {
        return office.contacts().stream()
                .map(Office.Contact::mail)
                .filter(mail -> !mail.isEmpty())
                .findFirst()
                .orElse("");
    }

    /**
     * A request with all that its page says.
     *
     * @param offered places of what may be handed out now
     */
    record Shown(
            Office office,
            Licence licence,
            List<Licence.Step> steps,
            Optional<Licence.Grant> grant,
            List<Licence.File> files,
            Set<Integer> offered,
            String path,
            String key,
            String fault,
            String typed) {}

    Answer receipt(int status, Shown shown, Instant now) {
        Licence licence = shown.licence();
        Language language = licence.language();
        Words words = Words.of("counter", language);
        String title = words.say("request", Map.of("number", licence.id()));
        Frame frame = around.press().get().frame(shown.office(), language, title, List.of());
        boolean holds = licence.ends().filter(now::isBefore).isPresent();
        // it ends at its time, whether or not the job that says so has run
        Licence.State state =
                licence.state() == Licence.State.GRANTED && !holds ? Licence.State.EXPIRED : licence.state();
        return page(
                status,
                "request",
                new Views.Receipt(
                        frame,
                        words,
                        css,
                        licence.id(),
                        words.say("state." + state.word()),
                        state.word(),
                        licence.headline(),
                        "/" + language + "/" + licence.release(),
                        shown.office().name(language),
                        mail(shown.office()),
                        licence.items().stream()
                                .map(item -> name(item, words)
                                        + (item.words() || item.title().isEmpty() ? "" : " – " + item.title()))
                                .toList(),
                        past(shown, words),
                        holds ? until(shown, words) : "",
                        holds ? files(shown, words) : List.of(),
                        holds ? gone(shown, words) : List.of(),
                        shown.grant().map(Licence.Grant::receipt).orElse(""),
                        shown.key(),
                        shown.path(),
                        state == Licence.State.QUESTION ? shown.path() : "",
                        shown.fault(),
                        shown.typed()));
    }

    private String until(Shown shown, Words words) {
        LocalDate last = LocalDate.ofInstant(
                shown.licence().ends().orElseThrow().minusSeconds(1),
                shown.office().zone());
        return words.say("until", Map.of("day", day(shown, last)));
    }

    private String day(Shown shown, LocalDate day) {
        return around.press().get().day(shown.office(), shown.licence().language(), day);
    }

    private List<Views.Said> past(Shown shown, Words words) {
        return shown.steps().reversed().stream()
                .map(step -> {
                    LocalDate day =
                            LocalDate.ofInstant(step.at(), shown.office().zone());
                    String title = switch (step.kind()) {
                        case "asked" -> words.say("state.open");
                        case "reply" -> words.say("answered");
                        default -> words.say("state." + step.kind());
                    };
                    return new Views.Said(title, day(shown, day), day.toString(), step.words());
                })
                .toList();
    }

    private static List<Views.File> files(Shown shown, Words words) {
        NumberFormat number =
                NumberFormat.getInstance(shown.licence().language().locale());
        number.setMaximumFractionDigits(1);
        return shown.files().stream()
                .filter(file -> shown.offered().contains(file.place()))
                .map(file -> new Views.File(
                        shown.path() + "/" + file.place(),
                        words.say("download", Map.of("number", file.place())),
                        "JPEG · " + file.width() + " × " + file.height() + " · "
                                + number.format(Math.max(0.1, file.bytes() / MEGABYTE)) + " MB"))
                .toList();
    }

    private static List<String> gone(Shown shown, Words words) {
        return shown.files().stream()
                .filter(file -> !shown.offered().contains(file.place()))
                .map(file -> words.say("gone", Map.of("number", file.place())))
                .toList();
    }
}
