package org.diurna;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.diurna.edition.Kind;
import org.diurna.house.Settings;
import org.diurna.main.CommandNames;
import org.junit.jupiter.api.Test;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;

/** The documents are held against the program: what exists has its place in them, and what they point to exists. */
final class DocsTest {
    private static final Path ROOT = root();
    private static final Path REFERENCE = ROOT.resolve("docs/reference");
    private static final Pattern LINK = Pattern.compile("\\]\\(([^)#]+)(#[^)]*)?\\)");
    private static final int README_MAX_LINES = 100;

    @Test
    void every_setting_has_its_heading() {
        assertThat(headings(REFERENCE.resolve("settings.md"))).containsExactlyElementsOf(Settings.NAMES);
    }

    @Test
    void every_command_has_its_heading() {
        assertThat(headings(REFERENCE.resolve("commands.md"))).containsAll(CommandNames.all());
    }

    @Test
    void every_kind_of_happening_has_its_heading() {
        assertThat(headings(REFERENCE.resolve("happenings.md")))
                .containsExactlyElementsOf(
                        Arrays.stream(Kind.values()).map(Kind::word).toList());
    }

    @Test
    void every_route_of_the_desk_is_in_the_list() {
        String text = read(REFERENCE.resolve("routes.md"));
        assertThat(routes()).isNotEmpty().allSatisfy(route -> assertThat(text).contains("`" + route + "`"));
    }

    @Test
    void every_link_leads_somewhere() {
        assertThat(pages()).isNotEmpty().allSatisfy(page -> {
            Matcher link = LINK.matcher(read(page));
            while (link.find()) {
                String target = link.group(1);
                if (!target.contains("://")) {
                    assertThat(page.resolveSibling(target))
                            .as("the link of " + page + " to " + target)
                            .exists();
                }
            }
        });
    }

    @Test
    void every_invariant_names_a_test_that_exists() {
        Matcher named = Pattern.compile("\\| `(\\w+Test)` \\|").matcher(read(ROOT.resolve("ARCHITECTURE.md")));
        Set<String> tests = new TreeSet<>();
        while (named.find()) {
            tests.add(named.group(1) + ".java");
        }
        assertThat(tests).hasSizeGreaterThanOrEqualTo(5);
        assertThat(files(ROOT.resolve("diurna/src/test"))
                        .map(file -> file.getFileName().toString())
                        .toList())
                .containsAll(tests);
    }

    @Test
    void every_decision_is_in_the_list_of_decisions() {
        String list = read(ROOT.resolve("docs/decisions/README.md"));
        assertThat(files(ROOT.resolve("docs/decisions"))
                        .map(file -> file.getFileName().toString())
                        .filter(name -> !name.equals("README.md")))
                .allSatisfy(name -> assertThat(list).contains(name));
    }

    @Test
    void the_readme_is_short() {
        assertThat(read(ROOT.resolve("README.md")).lines().count()).isLessThanOrEqualTo(README_MAX_LINES);
    }

    @Test
    void the_data_format_that_operators_read_of_is_the_one_of_the_program() {
        assertThat(read(REFERENCE.resolve("settings.md")))
                .contains("Usual: " + Settings.PUBLIC_PORT)
                .contains("Usual: " + Settings.DESK_PORT);
    }

    private static List<String> routes() {
        JavaClasses code = new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages("org.diurna");
        List<String> routes = new ArrayList<>();
        code.stream().flatMap(type -> type.getMethods().stream()).forEach(method -> {
            method.tryGetAnnotationOfType(GetMapping.class).ifPresent(get -> routes.addAll(List.of(get.value())));
            method.tryGetAnnotationOfType(PostMapping.class).ifPresent(post -> routes.addAll(List.of(post.value())));
        });
        return routes;
    }

    private static List<String> headings(Path page) {
        return read(page)
                .lines()
                .filter(line -> line.startsWith("## "))
                .map(line -> line.substring(3))
                .toList();
    }

    private static List<Path> pages() {
        return Stream.concat(
                        files(ROOT.resolve("docs")),
                        Stream.of("README.md", "ARCHITECTURE.md", "STYLE.md", "SECURITY.md", "CHANGES.md")
                                .map(ROOT::resolve))
                .filter(file -> file.toString().endsWith(".md"))
                .toList();
    }

    private static Stream<Path> files(Path folder) {
        try (Stream<Path> walk = Files.walk(folder)) {
            return walk.filter(Files::isRegularFile).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The folder that holds README.md, wherever the tests were started. */
    private static Path root() {
        return Stream.iterate(Path.of("").toAbsolutePath(), Path::getParent)
                .filter(folder -> Files.exists(folder.resolve("ARCHITECTURE.md")))
                .findFirst()
                .orElseThrow();
    }
}
