package org.diurna.press;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.diurna.edition.Office;
import org.diurna.house.Language;
import tools.jackson.databind.json.JsonMapper;

/** The small files by which machines know an office's host. */
final class HostFiles {
    private static final String TEXT = "text/plain; charset=utf-8";
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Frames frames;

    HostFiles(Frames frames) {
        this.frames = frames;
    }

    List<Sheet> print(Order.Chrome order) {
        Office office = order.office();
        List<Sheet> files = new ArrayList<>(List.of(
                asset(office, "text/css; charset=utf-8", frames.styleSheet(office)),
                asset(office, "image/svg+xml", frames.icon(office)),
                asset(office, "image/png", frames.card(office)),
                asset(office, "text/javascript; charset=utf-8", CheckPages.SCRIPT),
                file(office, Paths.ROBOTS, TEXT, robots(office)),
                file(office, Paths.SECURITY, TEXT, security(office, order.securityExpires())),
                file(office, Paths.TRUST, TEXT, trust(office)),
                file(office, Paths.TRUST_KNOWN, TEXT, trust(office)),
                file(office, Paths.MINING, "application/json", mining(office)),
                file(office, Paths.MINING_POLICY, "application/json", miningPolicy(office))));
        files.addAll(moves(office));
        if (!frames.site().policy().isEmpty()) {
            files.add(file(office, Paths.LEDGER_POLICY, TEXT, frames.site().policy()));
        }
        return files;
    }

    /** Former host names lead to the host, with every path; the host itself leads nowhere, and never again if it once did. */
    private List<Sheet> moves(Office office) {
        List<Sheet> moves = new ArrayList<>();
        moves.add(new Sheet.Moved(office.host(), Sheet.Moved.WHOLE_HOST, "/", 308));
        office.hosts().stream()
                .skip(1)
                .forEach(host -> moves.add(new Sheet.Moved(
                        host, Sheet.Moved.WHOLE_HOST, frames.site().origin(office.host()), 308)));
        return moves;
    }

    /** RFC 9309. Some crawlers take the first rule that fits, so there is no Allow that could hide a Disallow. */
    private String robots(Office office) {
        return "User-agent: *\nDisallow: /-/\n\nSitemap: " + frames.address(office, Paths.MAP) + "\nSitemap: "
                + frames.address(office, Paths.NEWS_MAP) + "\n";
    }

    /** RFC 9116. */
    private String security(Office office, Instant expires) {
        String page = frames.address(office, Paths.standing(office.defaultLanguage(), "about"));
        String languages =
                office.languages().stream().map(Language::tag).distinct().collect(Collectors.joining(", "));
        return "Contact: " + mail(office).map(mail -> "mailto:" + mail).orElse(page) + "\nExpires: "
                + expires.truncatedTo(ChronoUnit.SECONDS) + "\nPreferred-Languages: " + languages + "\n"
                + canonical(office);
    }

    /** RFC 9116 section 2.5.2 wants https; a site without it has no canonical address to name. */
    private String canonical(Office office) {
        return frames.site().scheme().equals("https")
                ? "Canonical: " + frames.address(office, Paths.SECURITY) + "\n"
                : "";
    }

    /** JournalList's trust.txt: which hosts belong together, said from both sides; whom to ask; where changes are told. */
    private String trust(Office office) {
        List<Office> offices = frames.site().offices();
        Office first = offices.getFirst();
        List<String> lines = new ArrayList<>();
        if (office.code().equals(first.code())) {
            offices.stream()
                    .skip(1)
                    .map(other -> "control=" + frames.address(other, "/"))
                    .forEach(lines::add);
        } else {
            lines.add("controlledby=" + frames.address(first, "/"));
        }
        lines.add("contact=" + frames.address(office, Paths.standing(office.defaultLanguage(), "contacts")));
        lines.add("disclosure=" + frames.address(office, Paths.changes(office.defaultLanguage())));
        lines.add("datatrainingallowed=no");
        return String.join("\n", lines) + "\n";
    }

    /** TDMRep: rights to text and data mining are reserved; the policy says whom to ask. */
    private String mining(Office office) {
        Map<String, Object> rule = new LinkedHashMap<>();
        rule.put("location", "/*");
        rule.put("tdm-reservation", 1);
        rule.put("tdm-policy", frames.address(office, Paths.MINING_POLICY));
        return JSON.writeValueAsString(List.of(rule)) + "\n";
    }

    private String miningPolicy(Office office) {
        Language language = office.defaultLanguage();
        Map<String, Object> assigner = new LinkedHashMap<>();
        assigner.put("uid", frames.address(office, "/"));
        assigner.put("vcard:fn", office.name(language));
        mail(office).ifPresent(mail -> assigner.put("vcard:hasEmail", "mailto:" + mail));
        assigner.put("vcard:hasURL", frames.address(office, Paths.standing(language, "rights")));
        Map<String, Object> permission = new LinkedHashMap<>();
        permission.put("target", frames.address(office, "/"));
        permission.put("action", "tdm:mine");
        permission.put("duty", List.of(Map.of("action", "obtainConsent")));
        Map<String, Object> policy = new LinkedHashMap<>();
        policy.put(
                "@context", List.of("http://www.w3.org/ns/odrl.jsonld", Map.of("tdm", "http://www.w3.org/ns/tdmrep#")));
        policy.put("@type", "Offer");
        policy.put("profile", "http://www.w3.org/ns/tdmrep");
        policy.put("uid", frames.address(office, Paths.MINING_POLICY));
        policy.put("assigner", assigner);
        policy.put("permission", List.of(permission));
        return JSON.writeValueAsString(policy) + "\n";
    }

    private static Optional<String> mail(Office office) {
        return office.contacts().stream()
                .map(Office.Contact::mail)
                .filter(mail -> !mail.isEmpty())
                .findFirst();
    }

    private static Sheet asset(Office office, String type, Asset asset) {
        return new Sheet.Printed(
                office.host(), asset.path(), type, Caching.IMMUTABLE, Optional.empty(), Map.of(), asset.bytes());
    }

    private static Sheet file(Office office, String path, String type, String text) {
        return new Sheet.Printed(
                office.host(),
                path,
                type,
                Caching.FEED,
                Optional.empty(),
                Map.of(),
                text.getBytes(StandardCharsets.UTF_8));
    }
}
