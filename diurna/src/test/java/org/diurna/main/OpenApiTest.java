package org.diurna.main;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.diurna.house.Language;
import org.diurna.house.TestDatabases;
import org.diurna.house.Words;
import org.diurna.staff.Members;
import org.diurna.staff.Staff;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The document of the management API: what is served is what stands in docs/reference, and it is sound. After a change of
 * the API, run with {@code -Dopenapi.accept=true}, and read the difference as somebody whose program depends on it would.
 */
final class OpenApiTest {
    private static final Path FOLDER = Path.of(System.getProperty("diurna.root", ".."));
    private static final Path FILE = FOLDER.resolve("docs/reference/openapi.json");

    private static TestDesk desk;
    private static HttpResponse<String> served;
    private static JsonNode document;

    @BeforeAll
    static void open() throws Exception {
        desk = TestDesk.open(new TestDatabases.Fresh("SQLite").place(), Members.plain(), Staff.Use.EARNEST);
        served = new Caller(desk.address(), "").get("/openapi.json");
        document = JsonMapper.builder().build().readTree(served.body());
    }

    @AfterAll
    static void close() {
        desk.close();
    }

    @Test
    void the_document_in_the_docs_is_the_one_that_is_served() throws IOException {
        assertThat(served.statusCode()).isEqualTo(200);
        if (Boolean.getBoolean("openapi.accept")) {
            Files.writeString(FILE, served.body());
        }
        assertThat(served.body()).isEqualTo(Files.readString(FILE));
    }

    @Test
    void every_reference_leads_somewhere_and_every_schema_is_used() {
        Set<String> used = new TreeSet<>();
        document.findValues("$ref").forEach(ref -> used.add(ref.asString().replace("#/components/schemas/", "")));
        assertThat(used)
                .isEqualTo(new TreeSet<>(
                        document.path("components").path("schemas").propertyNames()));
    }

    @Test
    void every_call_has_a_name_of_its_own_a_summary_a_group_and_says_how_it_may_fail() {
        Set<String> names = new HashSet<>();
        List<String> groups = document.path("tags")
                .valueStream()
                .map(tag -> tag.path("name").asString())
                .toList();
        document.path("paths")
                .properties()
                .forEach(path -> path.getValue().properties().forEach(call -> {
                    JsonNode node = call.getValue();
                    String where = call.getKey() + " " + path.getKey();
                    assertThat(names.add(node.path("operationId").asString()))
                            .as(where)
                            .isTrue();
                    assertThat(node.path("summary").asString()).as(where).endsWith(".");
                    assertThat(groups)
                            .as(where)
                            .contains(node.path("tags").get(0).asString());
                    assertThat(node.path("responses").propertyNames()).as(where).contains("400", "404");
                    assertThat(node.path("responses").properties())
                            .as(where)
                            .allSatisfy(reply -> assertThat(
                                            reply.getValue().path("description").asString())
                                    .isNotBlank())
                            .anyMatch(reply -> reply.getKey().startsWith("2"));
                }));
        assertThat(names).hasSizeGreaterThan(40);
    }

    @Test
    void every_name_in_a_path_is_described() {
        document.path("paths")
                .properties()
                .forEach(path -> path.getValue().forEach(call -> {
                    List<String> described = call.path("parameters")
                            .valueStream()
                            .filter(parameter -> parameter.path("in").asString().equals("path"))
                            .map(parameter -> parameter.path("name").asString())
                            .toList();
                    List<String> named = Pattern.compile("\\{(\\w+)}")
                            .matcher(path.getKey())
                            .results()
                            .map(found -> found.group(1))
                            .toList();
                    assertThat(described).as(path.getKey()).isEqualTo(named);
                }));
    }

    @Test
    void every_call_is_in_the_docs() throws IOException {
        String docs = Files.readString(FOLDER.resolve("docs/reference/api.md"));
        desk.shell()
                .context()
                .getBean(org.diurna.desk.ManagementApi.class)
                .calls()
                .all()
                .forEach(call -> assertThat(docs).contains("`" + call.method() + " " + call.path() + "`"));
    }

    @Test
    void the_api_speaks_the_languages_of_the_desk() {
        Set<String> english = Words.of("api", Language.of("en")).keys();
        for (String tag : List.of("fr", "ar")) {
            Words words = Words.of("api", Language.of(tag));
            assertThat(words.language().tag()).isEqualTo(tag);
            assertThat(words.keys()).as(tag).isEqualTo(english);
        }
    }
}
