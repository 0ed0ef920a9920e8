package org.diurna.desk;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.diurna.darkroom.Picture;
import org.diurna.darkroom.Pictures;
import org.diurna.edition.Slug;
import org.diurna.house.Language;
import org.diurna.staff.Doer;
import org.diurna.staff.SignedIn;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Takes pictures out of the library: those that were chosen, or the album of an event, with captions and terms. */
@RestController
final class BundlePages {
    private static final Language ENGLISH = Language.of("en");

    private final Pictures pictures;
    private final Studio studio;
    private final PictureReach reach;
    private final Rights rights;

    BundlePages(Pictures pictures, Studio studio, PictureReach reach, Rights rights) {
        this.pictures = pictures;
        this.studio = studio;
        this.reach = reach;
        this.rights = rights;
    }

    /** Pictures that the reader may not see are left out as if there were none. */
    @GetMapping("/pictures/bundle")
    void bundle(
            @RequestParam(name = "picture", defaultValue = "") List<String> chosen,
            @RequestParam(name = "event", defaultValue = "") String event,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        Doer by = SignedIn.doer(request);
        List<Picture> found = chosen.isEmpty() && !event.isBlank()
                ? pictures.search(reach.seen(by), "", event.strip(), 0, PictureBundle.PICTURES_MAX)
                : chosen.stream()
                        .distinct()
                        .limit(PictureBundle.PICTURES_MAX)
                        .flatMap(id -> reach.find(by, id).stream())
                        .toList();
        if (found.isEmpty()) {
            response.setStatus(HttpStatus.SEE_OTHER.value());
            response.setHeader(HttpHeaders.LOCATION, "/pictures");
            return;
        }
        rights.together(() -> {
            found.forEach(each -> rights.kept(by, "take-out", each.id(), each.office(), "", "as ZIP"));
            return found;
        });
        String name = event.isBlank() ? "pictures" : Slug.of(ENGLISH, event);
        response.setContentType("application/zip");
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + ".zip\"");
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        new PictureBundle(studio, Pages.readerOf(request)).write(found, response.getOutputStream());
    }
}
