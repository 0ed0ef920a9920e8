package org.diurna.press;

import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.diurna.edition.Kind;
import org.diurna.edition.Office;
import org.diurna.house.Language;
import tools.jackson.databind.json.JsonMapper;

/**
 * The page on which anybody checks a text, a file, a short code or an address. Its script computes everything in the
 * browser from the ledger's public files; its policy lets it ask the ledger and this organisation's hosts and nobody else.
 */
final class CheckPages {
    static final Asset SCRIPT = Asset.checking();

    /** So that the policy stays below what servers and browsers take as a header; others are checked on their own host. */
    private static final int OFFICES_MAX = 100;

    /** Written without spaces between words. */
    private static final List<String> UNSPACED = List.of("ja", "zh", "th", "lo", "km", "my");

    private static final List<String> WORDS = List.of(
            "verify.running",
            "verify.searched",
            "verify.excerpt",
            "verify.paper",
            "verify.old",
            "verify.offline",
            "verify.forged",
            "verify.other",
            "verdict.genuine",
            "verdict.genuine.text",
            "verdict.superseded",
            "verdict.differs",
            "verdict.differs.text",
            "verdict.unknown",
            "verdict.failed",
            "diff.added",
            "diff.removed",
            "ledger.entry",
            "edition",
            "genuine",
            "genuine.3.text",
            "genuine.5.text",
            "about.hosts",
            "gone.when",
            "gone.copies",
            "notice.old",
            "notice.newest",
            "notice.withdrawn",
            "notice.withdrawn.kept");

    /** Left for the script to fill in. */
    private static final Map<String, Object> OPEN =
            Map.of("number", "{number}", "index", "{index}", "day", "{day}", "count", "{count}");

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Frames frames;
    private final Printer printer;

    CheckPages(Frames frames, Printer printer) {
        this.frames = frames;
        this.printer = printer;
    }

    List<Sheet> print(Office office) {
        List<Sheet> sheets = new ArrayList<>();
        sheets.add(new Sheet.Moved(office.host(), Paths.VERIFY, Paths.verify(office.defaultLanguage()), 302));
        office.languages().forEach(language -> sheets.add(page(office, language)));
        return sheets;
    }

    private Sheet page(Office office, Language language) {
        Speech speech = frames.speech(office, language);
        Subject subject = Subject.plain(
                speech.say("verify"),
                speech.say("verify.lead"),
                Paths.verify(language),
                Frames.everywhere(office, Paths::verify));
        CheckPage page = new CheckPage(
                frames.frame(office, speech, subject),
                Link.to(Paths.standing(language, "genuine"), speech.say("genuine")),
                SCRIPT.path(),
                data(office, speech));
        return new Sheet.Printed(
                office.host(),
                Paths.verify(language),
                "text/html; charset=utf-8",
                Caching.PAGE,
                Optional.empty(),
                Map.of("Content-Security-Policy", policy(office)),
                printer.print("verify", page));
    }

    private String policy(Office office) {
        Set<String> others = new LinkedHashSet<>();
        others.add(ledgerOrigin());
        near(office).forEach(other -> others.add(frames.site().origin(other.host())));
        others.remove(frames.site().origin(office.host()));
        return "default-src 'none'; img-src 'self' data:; style-src 'self'; script-src 'self'; connect-src 'self' "
                + String.join(" ", others) + "; form-action 'none'; base-uri 'none'; frame-ancestors 'none'";
    }

    /** The office itself and as many others as fit. */
    private List<Office> near(Office office) {
        List<Office> near = new ArrayList<>(List.of(office));
        frames.site().offices().stream()
                .filter(other -> !other.code().equals(office.code()))
                .limit(OFFICES_MAX)
                .forEach(near::add);
        return near;
    }

    private String data(Office office, Speech speech) {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("lang", speech.language().tag());
        // English here is that of Europe, as on all other pages
        data.put(
                "locale",
                speech.language().tag().equals("en")
                        ? "en-GB"
                        : speech.language().tag());
        data.put("zone", office.zone().getId());
        data.put("office", office.code());
        data.put("languages", languages(office, speech.language()));
        Map<String, String> offices = new LinkedHashMap<>();
        near(office).forEach(other -> offices.put(other.code(), frames.site().origin(other.host())));
        data.put("offices", offices);
        data.put("ledger", ledgerOrigin() + ledgerPath());
        data.put("ledgerName", frames.site().ledger());
        data.put("policy", frames.site().policy());
        data.put("genuine", Paths.standing(speech.language(), "genuine"));
        data.put("unspaced", UNSPACED);
        Map<String, String> words = new LinkedHashMap<>();
        WORDS.forEach(key -> words.put(key, speech.words().say(key, OPEN)));
        for (Kind kind : Kind.values()) {
            words.put("kind." + kind.word(), speech.say("kind." + kind.word()));
        }
        data.put("words", words);
        return JSON.writeValueAsString(data).replace("<", "\\u003c");
    }

    private static List<String> languages(Office office, Language first) {
        Set<String> tags = new LinkedHashSet<>(List.of(first.tag()));
        tags.addAll(office.languages().stream().map(Language::tag).collect(Collectors.toList()));
        return List.copyOf(tags);
    }

    private String ledgerOrigin() {
        return frames.site()
                .origin(URI.create("log://" + frames.site().ledger()).getHost());
    }

    private String ledgerPath() {
        return URI.create("log://" + frames.site().ledger()).getPath() + "/";
    }
}
