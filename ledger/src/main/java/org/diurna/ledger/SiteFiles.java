package org.diurna.ledger;

import java.net.URI;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.diurna.ledger.LedgerException.Malformed;

/**
 * Compares the files of an edition with what was logged: pictures by the digests that edition.json names, a PDF file by
 * what it holds. A picture that was recalled answers 410, a PDF file that is being made has moved: neither is a finding.
 */
final class SiteFiles {
    private static final int FILE_MAX_BYTES = 64 * 1024 * 1024;
    private static final Pattern MEDIA = Pattern.compile("/media/([0-9a-f]{64})/[^/]+");

    private final Web web;
    private final URI site;
    private final Verify verify;
    private final Opener opener;
    private final Found found;
    private final Set<String> looked = ConcurrentHashMap.newKeySet();

    /** Hears of each file that is not as it must be. */
    interface Found {
        void file(SiteReport.Kind kind, String path, String reason);
    }

    /** @param opener of PDF files; they are passed over where it is {@link Opener#NONE} */
    SiteFiles(Web web, URI site, Verify verify, Opener opener, Found found) {
        this.web = web;
        this.site = site;
        this.verify = verify;
        this.opener = opener;
        this.found = found;
    }

    /** Each file once, whichever editions name it. */
    void pictures(byte[] edition) {
        if (!(JsonReader.read(edition) instanceof Json.Members members)
                || !(members.values().get("pictures") instanceof Json.Row pictures)) {
            return;
        }
        for (Json picture : pictures.values()) {
            if (picture instanceof Json.Members one && one.values().get("renditions") instanceof Json.Row renditions) {
                renditions.values().forEach(this::rendition);
            }
        }
    }

    private void rendition(Json json) {
        if (!(json instanceof Json.Members members)) {
            return;
        }
        String path = members.text("path").orElse("");
        String logged = members.text("sha256").orElse("");
        Matcher media = MEDIA.matcher(path);
        if (!media.matches() || !looked.add(path)) {
            return;
        }
        look(path).ifPresent(answer -> {
            if (answer.status() == 404) {
                found.file(SiteReport.Kind.MISSING, path, "An edition shows this picture, and it is not there.");
            } else if (answer.status() == 200
                    && !Hash.sha256(answer.body()).hex().equals(logged)) {
                found.file(SiteReport.Kind.ALTERED, path, "The picture is not the one that was logged.");
            }
        });
    }

    /** The PDF file in the folder of an edition. */
    void paper(String folder, Leaf.Edition leaf) {
        String path = folder + "release.pdf";
        if (opener == Opener.NONE || !looked.add(path)) {
            return;
        }
        look(path)
                .filter(answer -> answer.status() == 200 && answer.mediaType().startsWith("application/pdf"))
                .ifPresent(answer -> judge(path, answer.body(), leaf));
    }

    private void judge(String path, byte[] file, Leaf.Edition leaf) {
        Verdict verdict;
        try {
            verdict = verify.check(opener.pdf(file));
        } catch (IllegalArgumentException | Malformed e) {
            found.file(SiteReport.Kind.ALTERED, path, "The PDF file cannot be read: " + e.getMessage());
            return;
        }
        if (!(verdict instanceof Verdict.Genuine genuine)) {
            found.file(SiteReport.Kind.ALTERED, path, verdict.words());
        } else if (!genuine.leaf().equals(leaf)) {
            found.file(SiteReport.Kind.ALTERED, path, "The PDF file is genuine, but of another edition.");
        }
    }

    private Optional<Web.Answer> look(String path) {
        try {
            return Optional.of(web.look(site.resolve(path), FILE_MAX_BYTES));
        } catch (Web.Trouble e) {
            found.file(SiteReport.Kind.UNREAD, path, e.verdict().reason());
            return Optional.empty();
        }
    }
}
