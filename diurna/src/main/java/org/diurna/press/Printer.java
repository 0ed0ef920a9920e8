package org.diurna.press;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.nio.charset.StandardCharsets;

/** Fills the templates that the build has turned into classes. */
final class Printer {
    private static final int USUAL_PAGE_CHARS = 32 * 1024;

    private final TemplateEngine engine =
            TemplateEngine.createPrecompiled(null, ContentType.Html, null, "org.diurna.templates");

    /** The template's page for that view, in UTF-8. */
    byte[] print(String template, Object view) {
        StringOutput page = new StringOutput(USUAL_PAGE_CHARS);
        engine.render("press/" + template + ".jte", view, page);
        return page.toString().getBytes(StandardCharsets.UTF_8);
    }
}
