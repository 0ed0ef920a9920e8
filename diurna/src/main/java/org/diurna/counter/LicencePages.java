package org.diurna.counter;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.diurna.edition.Office;
import org.diurna.edition.Releases;
import org.diurna.house.Language;
import org.diurna.house.Words;

/** Asking for a licence, and the page of a request, which opens for whoever has its address. */
final class LicencePages {
    private static final String FORM = "/-/licence";
    private static final String CSS = "/-/counter.css";
    private static final String KEY = "/-/counter-key";
    private static final String RETRY = String.valueOf(Rates.WITHIN.toSeconds());

    private final Counter counter;
    private final Releases releases;
    private final Surroundings around;
    private final Secrets secrets;
    private final Receipts receipts;
    private final Looks looks;
    private final Rates rates;
    private final Clock clock;

    LicencePages(
            Counter counter, Releases releases, Surroundings around, Secrets secrets, Receipts receipts, Clock clock) {
        this.counter = counter;
        this.releases = releases;
        this.around = around;
        this.secrets = secrets;
        this.receipts = receipts;
        this.looks = new Looks(around, CSS);
        this.rates = new Rates(clock);
        this.clock = clock;
    }

    /** The path of the request that this secret opens. */
    static String path(String secret) {
        return FORM + "/" + secret;
    }

    Answer answer(Asked asked) {
        Optional<Office> office = releases.offices().all().stream()
                .filter(each -> each.hosts().contains(asked.host()))
                .findFirst();
        if (office.isEmpty()) {
            return Answer.of(421, "text/plain; charset=utf-8", "421\n".getBytes(StandardCharsets.US_ASCII));
        }
        Language language = language(office.get(), asked.query().line("lang"));
        if (!asked.reads() && !asked.method().equals("POST")) {
            return looks.error(office.get(), language, 404, 405).with("Allow", "GET, HEAD, POST");
        }
        String path = asked.path();
        if (path.equals(FORM)) {
            return form(asked, office.get());
        }
        if (path.startsWith(FORM + "/")) {
            return request(asked, office.get(), path.substring(FORM.length() + 1));
        }
        if (asked.reads() && path.equals(CSS)) {
            return looks.styleSheet();
        }
        if (asked.reads() && path.equals(KEY)) {
            return Answer.of(
                            200,
                            "text/plain; charset=utf-8",
                            (receipts.publicKey() + "\n").getBytes(StandardCharsets.UTF_8))
                    .with("Cache-Control", "max-age=3600");
        }
        return looks.error(office.get(), language, 404, 404);
    }

    private static Language language(Office office, String tag) {
        return office.languages().stream()
                .filter(each -> each.tag().equals(tag))
                .findFirst()
                .orElse(office.defaultLanguage());
    }

    private Answer form(Asked asked, Office office) {
        boolean sent = asked.method().equals("POST");
        Typed typed = sent ? asked.form() : asked.query();
        Language language = language(office, typed.line("lang"));
        Optional<Material> material = Material.find(releases, office, typed.line("release"), language);
        if (material.isEmpty()) {
            return looks.error(office, language, 404, 404);
        }
        if (!sent) {
            return shown(200, material.get(), language, first(material.get(), typed), List.of());
        }
        return sent(asked, material.get(), language);
    }

    /** The picture that the reader comes from is ticked. */
    private static Typed first(Material material, Typed query) {
        String picture = query.line("picture");
        return material.items().stream()
                .filter(item -> String.valueOf(item.place()).equals(picture))
                .findFirst()
                .map(item -> new Typed(Map.of("item", List.of(item.value()))))
                .orElse(Typed.NOTHING);
    }

    private Answer sent(Asked asked, Material material, Language language) {
        Words words = Words.of("counter", language);
        Typed typed = asked.form();
        RequestForm.Read read = new RequestForm(typed, material, words).read(language, secrets::digest);
        if (read instanceof RequestForm.Read.Faulty(var faults)) {
            return shown(422, material, language, typed, faults);
        }
        Asking asking = ((RequestForm.Read.Good) read).asking();
        Secrets.Token token = secrets.check(asking.form(), material.release().value(), clock.instant());
        // nothing that was typed is lost: the same form comes back with a new token
        if (token != Secrets.Token.GOOD || !typed.line(RequestForm.TRAP).isEmpty()) {
            return shown(422, material, language, typed, List.of(whole(words.say("fault.again"))));
        }
        if (!rates.admit(asked.passer())) {
            return shown(429, material, language, typed, List.of(whole(words.say("fault.busy"))))
                    .with("Retry-After", RETRY);
        }
        Licence taken = counter.take(asking, secrets.number());
        return Answer.seeOther(path(secrets.of(taken.id())));
    }

    private static RequestForm.Fault whole(String text) {
        return new RequestForm.Fault("", text);
    }

    private Answer shown(
            int status, Material material, Language language, Typed typed, List<RequestForm.Fault> faults) {
        String token = secrets.token(material.release().value(), clock.instant());
        return looks.form(status, material, language, typed, faults, token);
    }

    private Answer request(Asked asked, Office office, String rest) {
        int slash = rest.indexOf('/');
        Optional<Licence> found = secrets.opened(slash < 0 ? rest : rest.substring(0, slash))
                .flatMap(counter::find)
                .filter(licence -> licence.office().equals(office.code()))
                .filter(licence -> licence.erased().isEmpty());
        if (found.isEmpty()) {
            return looks.error(office, language(office, asked.query().line("lang")), 404, 404);
        }
        Licence licence = found.get();
        if (slash < 0) {
            return asked.reads() ? page(office, licence, 200, "", "") : reply(asked, office, licence);
        }
        return file(asked, office, licence, rest.substring(slash + 1));
    }

    private Answer page(Office office, Licence licence, int status, String fault, String typed) {
        return looks.receipt(
                status,
                new Looks.Shown(
                        office,
                        licence,
                        counter.steps(licence.id()),
                        counter.granted(licence.id()),
                        counter.files(licence.id()),
                        counter.offered(licence),
                        path(secrets.of(licence.id())),
                        receipts.publicKey(),
                        fault,
                        typed),
                clock.instant());
    }

    private Answer reply(Asked asked, Office office, Licence licence) {
        Words words = Words.of("counter", licence.language());
        String typed = asked.form().lines("words");
        if (licence.state() != Licence.State.QUESTION) {
            return Answer.seeOther(path(secrets.of(licence.id())));
        }
        if (typed.isEmpty()) {
            return page(office, licence, 422, words.say("fault.missing"), typed);
        }
        if (typed.codePointCount(0, typed.length()) > RequestForm.TEXT_MAX) {
            String fault = words.say("fault.long", Map.of("max", RequestForm.TEXT_MAX));
            return page(office, licence, 422, fault, typed);
        }
        if (!rates.admit(asked.passer())) {
            return page(office, licence, 429, words.say("fault.busy"), typed).with("Retry-After", RETRY);
        }
        // when another answer was sent meanwhile the page shows it
        counter.reply(licence, typed);
        return Answer.seeOther(path(secrets.of(licence.id())));
    }

    private Answer file(Asked asked, Office office, Licence licence, String name) {
        Optional<Licence.Grant> grant = counter.granted(licence.id());
        if (asked.reads() && grant.isPresent()) {
            String note = grant.get().receipt();
            if (name.equals("receipt.txt")) {
                return Answer.of(200, "text/plain; charset=utf-8", note.getBytes(StandardCharsets.UTF_8));
            }
            if (name.equals("receipt.json")) {
                return Answer.of(200, "application/json", receipts.json(note));
            }
            boolean holds = licence.ends().filter(clock.instant()::isBefore).isPresent();
            Optional<Licence.File> file = counter.files(licence.id()).stream()
                    .filter(each -> String.valueOf(each.place()).equals(name))
                    .findFirst();
            // what was taken back since it was granted cannot be told from what never was there
            if (holds
                    && file.isPresent()
                    && counter.offered(licence).contains(file.get().place())) {
                return download(asked, licence, file.get());
            }
        }
        return looks.error(office, licence.language(), 404, 404);
    }

    private Answer download(Asked asked, Licence licence, Licence.File file) {
        boolean head = asked.method().equals("HEAD");
        // a range means something to GET alone (RFC 9110 section 14.2)
        Ranges.Part part = Ranges.of(head ? "" : asked.range(), file.bytes());
        byte[] bytes = head || part.length() == 0
                ? new byte[0]
                : around.files().read(file.sha256(), part.first(), part.length());
        Answer answer = new Answer(
                        part.status(), Answer.of(200, "image/jpeg", bytes).headers(), bytes)
                .with(
                        "Content-Disposition",
                        "attachment; filename=\"" + licence.release() + "-" + file.place() + ".jpg\"")
                .with("Accept-Ranges", "bytes")
                .with("ETag", "\"" + file.sha256() + "\"");
        // a file that is fetched in parts is fetched once
        if (!head && part.begins()) {
            counter.register().fetched(licence.id(), file.place());
        }
        if (head) {
            return answer.with("Content-Length", String.valueOf(part.length()));
        }
        return part.content().isEmpty() ? answer : answer.with("Content-Range", part.content());
    }
}
