package org.diurna.ledger;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/**
 * What a look at a whole public site came to.
 *
 * @param site     its address
 * @param pages    that were read
 * @param releases language versions whose words were compared with the log
 * @param entries  of the log
 * @param findings what is not as it must be; empty where everything is
 */
public record SiteReport(String site, long pages, long releases, long entries, List<Finding> findings) {
    /** What is wrong with an address, or with the log. */
    public enum Kind {
        /** A page that looks like a release or like nothing that an office has, of which the log knows nothing. */
        UNLOGGED,
        /** A page, an edition.json or a proof that is not what was logged. */
        ALTERED,
        /** The log has a release that the site does not show. */
        MISSING,
        /** The log says that the text was taken away for good, and the site still shows it. */
        NOT_REMOVED,
        /** The site knows a later log than the one that is shown: somebody serves an old checkpoint. */
        FROZEN,
        /** Two logs are signed with the same key, or the log's history was changed. */
        FORKED,
        /** No answer, so nothing is said about it. */
        UNREAD
    }

    /**
     * One of them.
     *
     * @param address of the page or file
     * @param reason  a sentence for a person
     */
    public record Finding(Kind kind, String address, String reason) {}

    public SiteReport {
        findings = findings.stream()
                .sorted(Comparator.comparing(Finding::kind).thenComparing(Finding::address))
                .toList();
    }

    /** For programs: 0 sound, 2 an old or changed log, 1 anything else, 5 when some of it only could not be read. */
    public int exitCode() {
        if (findings.isEmpty()) {
            return 0;
        }
        if (findings.stream().anyMatch(found -> found.kind() == Kind.FROZEN || found.kind() == Kind.FORKED)) {
            return 2;
        }
        return findings.stream().allMatch(found -> found.kind() == Kind.UNREAD) ? 5 : 1;
    }

    /** A summary, and a line for each finding. */
    public List<String> words() {
        List<String> lines = new ArrayList<>();
        lines.add((findings.isEmpty() ? "Sound: " : findings.size() + " findings: ") + site + ", " + pages
                + " pages read; the words of " + releases + " language versions compared with the log of " + entries
                + " entries.");
        findings.forEach(found -> lines.add(word(found.kind()) + "  " + found.address() + "  " + found.reason()));
        if (findings.isEmpty()) {
            lines.add("Not compared: lists and standing pages, whose words are not in the log.");
        }
        return lines;
    }

    /** The same as one JSON object (RFC 8259). */
    public String json() {
        List<String> rows = findings.stream()
                .map(found -> "{\"kind\":" + quoted(word(found.kind())) + ",\"address\":" + quoted(found.address())
                        + ",\"reason\":" + quoted(found.reason()) + "}")
                .toList();
        return "{\"site\":" + quoted(site) + ",\"sound\":" + findings.isEmpty() + ",\"pages\":" + pages
                + ",\"releases\":" + releases + ",\"entries\":" + entries + ",\"findings\":[" + String.join(",", rows)
                + "]}";
    }

    private static String word(Kind kind) {
        return kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static String quoted(String text) {
        StringBuilder out = new StringBuilder("\"");
        text.chars().forEach(c -> {
            switch (c) {
                case '"', '\\' -> out.append('\\').append((char) c);
                default -> {
                    if (c < 0x20) {
                        out.append("\\u%04x".formatted(c));
                    } else {
                        out.append((char) c);
                    }
                }
            }
        });
        return out.append('"').toString();
    }
}
