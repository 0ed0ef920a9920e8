package org.diurna.desk;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.diurna.edition.BodyHtml;
import org.diurna.edition.Draft;
import org.diurna.edition.Kind;
import org.diurna.edition.Office;
import org.diurna.edition.Plate;
import org.diurna.edition.Release;
import org.diurna.edition.ReleaseTypes;
import org.diurna.edition.Wording;
import org.diurna.press.Order;
import org.diurna.press.Press;
import org.diurna.press.PublicEdition;
import org.diurna.press.PublicVersion;
import org.diurna.press.Seal;
import org.diurna.press.Sheet;

/** A draft as its public page would be, printed by the same press. It is served by the desk only. */
public final class Preview {
    private static final Seal NONE = new Seal(0, "0".repeat(64), "", new byte[0], "0".repeat(64));

    private final PressOf press;
    private static final String NO_HEADLINE = "…";

    private final ReleaseTypes types;
    private final Studio studio;

    public Preview(PressOf press, ReleaseTypes types, Studio studio) {
        this.studio = studio;
        this.press = press;
        this.types = types;
    }

    /** The press with the facts of the site as they are now. */
    public interface PressOf {
        Press now();
    }

    byte[] page(Release release, Draft draft) {
        List<Plate> plates = PreviewPlates.of(studio, release.office(), draft);
        PublicEdition edition = new PublicEdition(
                1,
                Kind.RELEASE,
                "",
                draft.changed(),
                titled(draft.wording()),
                BodyHtml.of(draft.language(), draft.wording().body(), plates),
                new byte[0],
                NONE,
                plates,
                List.of());
        PublicVersion version = new PublicVersion(
                release.office(),
                release.id(),
                types.of(release.type()),
                release.number(),
                draft.language(),
                draft.standing(),
                "preview",
                List.of(),
                List.of(edition),
                List.of(),
                Optional.empty());
        return press.now().print(new Order.Release(version)).stream()
                .filter(sheet -> sheet.path().equals(version.path()))
                .map(sheet -> ((Sheet.Printed) sheet).bytes())
                .findFirst()
                .orElseThrow();
    }

    /** A page has a headline, and a draft may have none yet. */
    private static Wording titled(Wording wording) {
        return wording.headline().isEmpty()
                ? new Wording(
                        NO_HEADLINE,
                        wording.decks(),
                        wording.place(),
                        wording.date(),
                        wording.body(),
                        wording.banner(),
                        wording.events())
                : wording;
    }

    /** The style sheet that a previewed page names. */
    Optional<Sheet.Printed> styleSheet(Office office, String path) {
        return press.now().print(new Order.Chrome(office, Instant.EPOCH)).stream()
                .filter(sheet -> sheet.path().equals(path))
                .filter(Sheet.Printed.class::isInstance)
                .map(Sheet.Printed.class::cast)
                .findFirst();
    }
}
