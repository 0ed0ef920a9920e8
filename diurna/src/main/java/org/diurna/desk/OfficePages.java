package org.diurna.desk;

import com.ibm.icu.util.TimeZone;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.diurna.edition.Office;
import org.diurna.edition.Offices;
import org.diurna.house.Language;
import org.diurna.press.Press;
import org.diurna.staff.Act;
import org.diurna.staff.Doer;
import org.diurna.staff.Permissions;
import org.diurna.staff.ProofPages;
import org.diurna.staff.SignedIn;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The offices of the organisation: opened, changed and closed by administrators, live within seconds. */
@RestController
public final class OfficePages {
    private final Offices offices;
    private final ArrangeOffice arrange;
    private final Homes homes;
    private final ProofPages proof;
    private final Pages pages;

    OfficePages(Offices offices, ArrangeOffice arrange, Homes homes, ProofPages proof, Pages pages) {
        this.offices = offices;
        this.arrange = arrange;
        this.homes = homes;
        this.proof = proof;
        this.pages = pages;
    }

    /** Where the public finds an office, and what else stands on the public's hosts. */
    public interface Homes {
        String of(Office office);

        /** Host names that no office can have: the ledger's and the desk's. */
        Set<String> others();
    }

    /**
     * Something that stands against it.
     *
     * @param field id of the field that it is about
     */
    public record Problem(String field, String words) {}

    /** An office in the list. */
    public record Line(String path, String name, String address, String languages, String zone, boolean closed) {}

    /** A row for a language, of the given number, with what was typed. */
    public record TongueRow(int number, List<PlacePages.Choice> choices, String name, String place, String tag) {
        public TongueRow {
            choices = List.copyOf(choices);
        }
    }

    /** A row for who answers the press; its roles in the order of the office's languages. */
    public record ContactRow(int number, String name, String mail, String phone, List<Role> roles) {
        public ContactRow {
            roles = List.copyOf(roles);
        }
    }

    /** What somebody answers for, in one language. */
    public record Role(int number, String language, String tag, String words) {}

    /** The form. */
    public record Form(
            String path,
            String seen,
            String title,
            Map<String, String> typed,
            List<TongueRow> languages,
            List<PlacePages.Choice> zones,
            List<ContactRow> contacts,
            List<Problem> problems) {
        public Form {
            typed = Map.copyOf(typed);
            languages = List.copyOf(languages);
            zones = List.copyOf(zones);
            contacts = List.copyOf(contacts);
            problems = List.copyOf(problems);
        }

        public String at(String field) {
            return typed.getOrDefault(field, "");
        }
    }

    @GetMapping("/offices")
    ResponseEntity<String> list(HttpServletRequest request) {
        Doer by = SignedIn.doer(request);
        if (!arrangesSome(by)) {
            return pages.notFound(request);
        }
        Language reader = Pages.readerOf(request);
        List<Line> lines = offices.all().stream()
                .filter(office -> ArrangeOffice.may(by, office.code()))
                .map(office -> new Line(
                        "/offices/" + office.code(),
                        office.name(reader),
                        homes.of(office),
                        String.join(
                                ", ",
                                office.languages().stream()
                                        .map(language -> Names.of(language, reader))
                                        .toList()),
                        Names.place(office.zone(), reader),
                        office.closed().isPresent()))
                .toList();
        return pages.page(request, "offices", Map.of("lines", lines));
    }

    private static boolean arrangesSome(Doer by) {
        return Permissions.offices(by, Act.ARRANGE)
                .map(codes -> !codes.isEmpty())
                .orElse(true);
    }

    @GetMapping("/offices/new")
    ResponseEntity<String> blank(HttpServletRequest request) {
        if (!arrangesSome(SignedIn.doer(request))) {
            return pages.notFound(request);
        }
        Map<String, String> typed = new LinkedHashMap<>();
        typed.put("ink", Office.Brand.PLAIN.ink());
        typed.put("inkDark", Office.Brand.PLAIN.inkDark());
        typed.put("zone", "UTC");
        return form("/offices", "", typed, List.of(), HttpStatus.OK, request);
    }

    @GetMapping("/offices/{code}")
    ResponseEntity<String> one(@PathVariable("code") String code, HttpServletRequest request) {
        return arranged(code, request)
                .map(office -> form(
                        "/offices/" + code,
                        Offices.version(office),
                        OfficeFields.of(office),
                        List.of(),
                        HttpStatus.OK,
                        request))
                .orElseGet(() -> pages.notFound(request));
    }

    private Optional<Office> arranged(String code, HttpServletRequest request) {
        return offices.find(code).filter(office -> ArrangeOffice.may(SignedIn.doer(request), office.code()));
    }

    @PostMapping("/offices")
    ResponseEntity<String> open(@RequestParam Map<String, String> typed, HttpServletRequest request) {
        return arrangesSome(SignedIn.doer(request)) ? save("/offices", "", typed, request) : pages.notFound(request);
    }

    @PostMapping("/offices/{code}")
    ResponseEntity<String> change(
            @PathVariable("code") String code, @RequestParam Map<String, String> typed, HttpServletRequest request) {
        if (arranged(code, request).isEmpty()) {
            return pages.notFound(request);
        }
        Map<String, String> fields = new LinkedHashMap<>(typed);
        // an office keeps its code for ever
        fields.put("code", code);
        return save("/offices/" + code, typed.getOrDefault("seen", "none"), fields, request);
    }

    private ResponseEntity<String> save(
            String path, String seen, Map<String, String> typed, HttpServletRequest request) {
        OfficeFields.Read read = OfficeFields.read(typed);
        if (read.office().isEmpty()) {
            return form(path, seen, typed, read.objections(), HttpStatus.UNPROCESSABLE_CONTENT, request);
        }
        return switch (arrange.run(SignedIn.doer(request), read.office().get(), seen)) {
            case ArrangeOffice.Outcome.Done _ -> Pages.seeOther("/offices");
            case ArrangeOffice.Outcome.NotReady not ->
                form(path, seen, typed, not.objections(), HttpStatus.UNPROCESSABLE_CONTENT, request);
            case ArrangeOffice.Outcome.Overtaken _ ->
                form(
                        path,
                        offices.find(typed.getOrDefault("code", ""))
                                .map(Offices::version)
                                .orElse(""),
                        typed,
                        List.of(Objection.to("code", "office-overtaken")),
                        HttpStatus.CONFLICT,
                        request);
            case ArrangeOffice.Outcome.NotAllowed _ -> pages.refused(request);
            case ArrangeOffice.Outcome.ProveFirst _ -> proof.ask(request);
        };
    }

    private ResponseEntity<String> form(
            String path,
            String seen,
            Map<String, String> typed,
            List<Objection> objections,
            HttpStatus status,
            HttpServletRequest request) {
        Language reader = Pages.readerOf(request);
        List<String> tags = tags(typed);
        String title = seen.isEmpty() ? pages.frame(request).say("office.open") : typed.getOrDefault("name.0", "");
        return pages.page(
                request,
                "office",
                Map.of(
                        "form",
                        new Form(
                                path,
                                seen,
                                title,
                                typed,
                                tongues(tags, typed, reader),
                                zones(typed.getOrDefault("zone", "")),
                                contacts(tags, typed, reader),
                                objections.stream()
                                        .map(each -> new Problem(each.field(), each.in(reader)))
                                        .toList())),
                status);
    }

    /** What was chosen in the rows of languages, row by row; an empty word where nothing was. */
    private static List<String> tags(Map<String, String> typed) {
        List<String> tags = new ArrayList<>();
        for (int row = 0; row < OfficeFields.LANGUAGES_MAX; row++) {
            tags.add(typed.getOrDefault("language." + row, "").strip());
        }
        return tags;
    }

    private static List<TongueRow> tongues(List<String> tags, Map<String, String> typed, Language reader) {
        int shown = Math.min(OfficeFields.LANGUAGES_MAX, last(tags) + 3);
        List<TongueRow> rows = new ArrayList<>();
        for (int row = 0; row < shown; row++) {
            rows.add(new TongueRow(
                    row,
                    languages(tags.get(row), reader),
                    typed.getOrDefault("name." + row, ""),
                    typed.getOrDefault("place." + row, ""),
                    tags.get(row)));
        }
        return rows;
    }

    private static int last(List<String> tags) {
        for (int row = tags.size() - 1; row >= 0; row--) {
            if (!tags.get(row).isEmpty()) {
                return row;
            }
        }
        return -1;
    }

    private static List<PlacePages.Choice> languages(String chosen, Language reader) {
        TreeSet<Language> all = new TreeSet<>(Press.languages());
        if (!chosen.isEmpty()) {
            try {
                all.add(Language.of(chosen));
            } catch (IllegalArgumentException e) {
                // no language: nothing is chosen, and the form says why
            }
        }
        return Stream.concat(
                        Stream.of(new PlacePages.Choice("", "–", chosen.isEmpty())),
                        all.stream()
                                .map(language -> new PlacePages.Choice(
                                        language.tag(),
                                        Names.of(language, reader),
                                        language.tag().equals(chosen)))
                                .sorted(Comparator.comparing(PlacePages.Choice::name)))
                .toList();
    }

    private static List<PlacePages.Choice> zones(String chosen) {
        TreeSet<String> zones =
                new TreeSet<>(TimeZone.getAvailableIDs(TimeZone.SystemTimeZoneType.CANONICAL_LOCATION, null, null));
        zones.retainAll(java.time.ZoneId.getAvailableZoneIds());
        zones.add("UTC");
        if (java.time.ZoneId.getAvailableZoneIds().contains(chosen)) {
            zones.add(chosen);
        }
        return zones.stream()
                .map(zone -> new PlacePages.Choice(zone, zone.replace('_', ' '), zone.equals(chosen)))
                .toList();
    }

    private static List<ContactRow> contacts(List<String> tags, Map<String, String> typed, Language reader) {
        List<String> chosen = tags.stream().filter(tag -> !tag.isEmpty()).toList();
        int filled = 0;
        for (int row = 0; row < OfficeFields.CONTACTS_MAX; row++) {
            for (String part : List.of("contact.", "mail.", "phone.", "role.")) {
                String field = part.equals("role.") ? part + row + ".0" : part + row;
                filled = typed.getOrDefault(field, "").isBlank() ? filled : row + 1;
            }
        }
        List<ContactRow> rows = new ArrayList<>();
        for (int row = 0; row < Math.min(OfficeFields.CONTACTS_MAX, filled + 1); row++) {
            List<Role> roles = new ArrayList<>();
            for (int i = 0; i < Math.max(1, chosen.size()); i++) {
                String tag = i < chosen.size() ? chosen.get(i) : "";
                roles.add(new Role(i, called(tag, reader), tag, typed.getOrDefault("role." + row + "." + i, "")));
            }
            rows.add(new ContactRow(
                    row,
                    typed.getOrDefault("contact." + row, ""),
                    typed.getOrDefault("mail." + row, ""),
                    typed.getOrDefault("phone." + row, ""),
                    roles));
        }
        return rows;
    }

    private static String called(String tag, Language reader) {
        try {
            return tag.isEmpty() ? "" : Names.of(Language.of(tag), reader);
        } catch (IllegalArgumentException e) {
            return tag;
        }
    }
}
