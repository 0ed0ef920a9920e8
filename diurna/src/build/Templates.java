import gg.jte.CodeResolver;
import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.resolve.DirectoryCodeResolver;
import java.nio.file.Files;
import java.nio.file.Path;

/** Writes the Java source of every template: {@code Templates <folder of templates> <folder for the source>}. */
final class Templates {
    public static void main(String[] args) throws Exception {
        Path from = Path.of(args[0]);
        Path to = Path.of(args[1]);
        Files.createDirectories(to);
        CodeResolver templates = new DirectoryCodeResolver(from);
        TemplateEngine engine = TemplateEngine.create(templates, to, ContentType.Html, null, "org.diurna.templates");
        engine.setTrimControlStructures(true);
        engine.setBinaryStaticContent(false);
        engine.generateAll();
    }
}
