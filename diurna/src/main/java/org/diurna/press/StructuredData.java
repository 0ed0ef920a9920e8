package org.diurna.press;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.diurna.edition.Office;
import org.diurna.edition.Plate;
import tools.jackson.databind.json.JsonMapper;

/** What the page says, once more for machines: schema.org 30.0 as JSON-LD. It never says more than the page. */
final class StructuredData {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Frames frames;

    StructuredData(Frames frames) {
        this.frames = frames;
    }

    String release(PublicVersion version, PublicEdition shown, Speech speech, String description, Papers papers) {
        Office office = version.office();
        String page = frames.address(office, version.path());
        Map<String, Object> organisation = organisation(office, speech);
        Map<String, Object> article = new LinkedHashMap<>();
        article.put("@type", "NewsArticle");
        article.put("@id", page + "#Article");
        article.put("url", page);
        article.put("headline", ReleasePages.headline(shown));
        article.put("description", description);
        article.put("inLanguage", version.language().tag());
        article.put("datePublished", speech.machine(version.firstPublished()));
        article.put("dateModified", speech.machine(Editions.lastChange(version).published()));
        article.put("genre", version.type().label(version.language()));
        article.put("identifier", version.release().value());
        article.put("version", String.valueOf(shown.number()));
        article.put("isAccessibleForFree", true);
        article.put("author", organisation);
        article.put("publisher", Map.of("@id", organisation.get("@id")));
        article.put("copyrightHolder", Map.of("@id", organisation.get("@id")));
        article.put("usageInfo", frames.address(office, Paths.standing(version.language(), "rights")));
        List<Object> images = images(version, shown);
        if (!images.isEmpty()) {
            article.put("image", images);
        }
        papers.length(shown).ifPresent(length -> article.put("encoding", paper(version, shown, length)));
        List<Object> corrections = corrections(version, speech);
        if (!corrections.isEmpty()) {
            article.put("correction", corrections);
        }
        article.put("mainEntityOfPage", ordered("@type", "WebPage", "@id", page));
        return script(List.of(article, breadcrumbs(version, shown, speech, page)));
    }

    String office(Office office, Speech speech) {
        return script(List.of(organisation(office, speech)));
    }

    private List<Object> images(PublicVersion version, PublicEdition shown) {
        Office office = version.office();
        List<Object> images = new ArrayList<>();
        for (Plate plate : Media.distinct(shown.plates())) {
            Plate.Print file = Media.largest(plate);
            Map<String, Object> image =
                    ordered("@type", "ImageObject", "contentUrl", frames.address(office, file.path()));
            image.put("encodingFormat", file.type());
            image.put("url", frames.address(office, file.path()));
            image.put("width", file.width());
            image.put("height", file.height());
            if (!plate.caption().isEmpty()) {
                image.put("caption", plate.caption());
            }
            image.put("license", plate.licence());
            image.put("acquireLicensePage", frames.address(office, Paths.standing(version.language(), "rights")));
            image.put("creditText", plate.credit());
            image.put(
                    "creator",
                    plate.creators().stream()
                            .map(name -> ordered("@type", "Person", "name", name))
                            .toList());
            image.put("copyrightNotice", plate.copyright());
            images.add(image);
        }
        return images;
    }

    private Map<String, Object> paper(PublicVersion version, PublicEdition shown, long length) {
        Map<String, Object> paper = ordered("@type", "MediaObject", "encodingFormat", "application/pdf");
        paper.put("contentUrl", frames.address(version.office(), Papers.path(version, shown)));
        paper.put("contentSize", String.valueOf(length));
        paper.put("inLanguage", version.language().tag());
        return paper;
    }

    private static List<Object> corrections(PublicVersion version, Speech speech) {
        List<Object> corrections = new ArrayList<>();
        for (PublicEdition edition : Editions.corrections(version)) {
            if (!edition.note().isBlank()) {
                corrections.add(ordered(
                        "@type",
                        "CorrectionComment",
                        "text",
                        edition.note(),
                        "datePublished",
                        speech.machine(edition.published())));
            }
        }
        return corrections;
    }

    private Map<String, Object> organisation(Office office, Speech speech) {
        String home = frames.address(office, Paths.home(speech.language()));
        Map<String, Object> organisation =
                ordered("@type", "GovernmentOrganization", "@id", frames.address(office, "/") + "#Office");
        organisation.put("name", office.name(speech.language()));
        organisation.put("url", home);
        String parent = frames.organisation(speech.language());
        if (!parent.equals(office.name(speech.language()))) {
            organisation.put("parentOrganization", ordered("@type", "GovernmentOrganization", "name", parent));
        }
        return organisation;
    }

    private Map<String, Object> breadcrumbs(PublicVersion version, PublicEdition shown, Speech speech, String page) {
        Office office = version.office();
        String home = frames.address(office, Paths.home(version.language()));
        String type = frames.address(office, Paths.type(version.language(), version.type()));
        return ordered(
                "@type",
                "BreadcrumbList",
                "itemListElement",
                List.of(
                        crumb(1, office.name(speech.language()), home),
                        crumb(2, version.type().label(version.language()), type),
                        crumb(3, ReleasePages.headline(shown), page)));
    }

    private static Map<String, Object> crumb(int position, String name, String item) {
        return ordered("@type", "ListItem", "position", position, "name", name, "item", item);
    }

    private static Map<String, Object> ordered(Object... pairs) {
        Map<String, Object> ordered = new LinkedHashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            ordered.put((String) pairs[i], pairs[i + 1]);
        }
        return ordered;
    }

    /** JSON in which no text can end the script element that holds it. */
    private static String script(List<Object> graph) {
        String json = JSON.writeValueAsString(ordered("@context", "https://schema.org", "@graph", graph));
        return json.replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026");
    }
}
