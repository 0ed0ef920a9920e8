package org.diurna.desk;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.util.Map;

/** The desk's pages, from templates that were compiled with the program. */
final class Templates {
    private final TemplateEngine engine =
            TemplateEngine.createPrecompiled(null, ContentType.Html, null, "org.diurna.templates");

    String page(String name, Map<String, Object> parameters) {
        StringOutput out = new StringOutput();
        engine.render((name.contains("/") ? name : "desk/" + name) + ".jte", parameters, out);
        return out.toString();
    }
}
