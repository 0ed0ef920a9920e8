package org.diurna;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The table of rooms in ARCHITECTURE.md, held against the code. A new arrow needs its decision in docs/decisions. */
final class PlanTest {
    private static final String ROOT = "org.diurna.";

    /** Which rooms a room may use. A room that is not named here may not be used, and may not be. */
    private static final Map<String, Set<String>> MAY_USE = Map.ofEntries(
            Map.entry("house", Set.of()),
            Map.entry("edition", Set.of("house")),
            Map.entry("darkroom", Set.of("house")),
            Map.entry("press", Set.of("edition", "darkroom", "house")),
            Map.entry("ledger", Set.of()),
            Map.entry("stand", Set.of()),
            Map.entry("wire", Set.of("house", "edition")),
            Map.entry("finder", Set.of("house", "edition")),
            Map.entry("staff", Set.of("house")),
            Map.entry("guest", Set.of("house", "edition")),
            Map.entry(
                    "desk",
                    Set.of("house", "edition", "staff", "guest", "darkroom", "press", "finder", "gate", "counter")),
            Map.entry("counter", Set.of("house", "edition", "press", "ledger", "wire", "finder")),
            Map.entry("gate", Set.of("house", "edition", "darkroom")),
            Map.entry("run", Set.of("house", "edition", "darkroom", "press", "ledger", "stand", "wire", "finder")),
            Map.entry(
                    "main",
                    Set.of(
                            "house",
                            "edition",
                            "darkroom",
                            "press",
                            "ledger",
                            "stand",
                            "wire",
                            "finder",
                            "staff",
                            "guest",
                            "desk",
                            "counter",
                            "gate",
                            "run")));

    /** The classes of the house that the press may know: languages and words, which need nothing to be asked for. */
    private static final Set<String> HOUSE_IN_PRESS = Set.of("Language", "Words");

    private static final Pattern VAGUE =
            Pattern.compile(".*(Manager|Helper|Impl|Utils?|Service|Common|Processor|Handler|Dto)");

    private static final JavaClasses CODE = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("org.diurna");

    @Test
    void every_room_is_in_the_plan() {
        assertThat(rooms()).allMatch(MAY_USE::containsKey);
    }

    @Test
    void rooms_use_only_what_the_plan_allows() {
        Map<String, Set<String>> arrows = new TreeMap<>();
        for (JavaClass from : CODE) {
            from.getDirectDependenciesFromSelf().forEach(dependency -> {
                String used = room(dependency.getTargetClass());
                String user = room(from);
                if (!used.isEmpty() && !user.isEmpty() && !used.equals(user)) {
                    arrows.computeIfAbsent(user, _ -> new TreeSet<>()).add(used);
                }
            });
        }
        arrows.forEach((user, used) -> assertThat(MAY_USE.getOrDefault(user, Set.of()))
                .as("what the room " + user + " uses")
                .containsAll(used));
    }

    @Test
    void rooms_form_no_circle() {
        slices().matching(ROOT + "(*)..").should().beFreeOfCycles().check(CODE);
    }

    @Test
    void no_class_has_a_vague_name() {
        assertThat(CODE.stream().map(JavaClass::getSimpleName).filter(VAGUE.asMatchPredicate()))
                .isEmpty();
    }

    @Test
    void netty_stays_in_the_stand() {
        noClasses()
                .that()
                .resideOutsideOfPackage(ROOT + "stand..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("io.netty..", "com.github.benmanes.caffeine..")
                .check(CODE);
    }

    @Test
    void the_stand_knows_only_bytes() {
        noClasses()
                .that()
                .resideInAPackage(ROOT + "stand..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("java.sql..", "javax.sql..", "org.springframework..", "gg.jte..")
                .check(CODE);
    }

    /** Web classes, the configurations of a room, and the statements of rooms that keep rows: nowhere else is Spring. */
    @Test
    void spring_is_the_shell_and_not_the_house() {
        DescribedPredicate<JavaClass> shell = DescribedPredicate.describe(
                "shell classes",
                type -> Pattern.matches(
                        ".*(Pages|Api|Configuration|Shell|Open|SqliteErrors|Database)(\\$.*)?", type.getName()));
        noClasses()
                .that(DescribedPredicate.not(shell))
                .should()
                .dependOnClassesThat(DescribedPredicate.describe(
                        "Spring but for statements",
                        type -> type.getPackageName().startsWith("org.springframework")
                                && !type.getPackageName().startsWith("org.springframework.jdbc.core")
                                && !type.getPackageName().startsWith("org.springframework.dao")
                                // hashing of passwords is a library without a container
                                && !type.getPackageName().startsWith("org.springframework.security.crypto")))
                .check(CODE);
    }

    @Test
    void the_press_knows_no_clock_database_or_network() {
        ArchRule rule = noClasses()
                .that()
                .resideInAPackage(ROOT + "press..")
                .should()
                .dependOnClassesThat(DescribedPredicate.describe(
                        "clock, database, files or network",
                        type ->
                                List.of(
                                                        "java.sql",
                                                        "javax.sql",
                                                        "java.net.http",
                                                        "java.nio.file",
                                                        "org.springframework")
                                                .stream()
                                                .anyMatch(type.getPackageName()::startsWith)
                                        || Set.of(
                                                        "java.time.Clock",
                                                        "java.net.URL",
                                                        "java.net.Socket",
                                                        "java.util.Random")
                                                .contains(type.getName())))
                .orShould()
                .callMethod(java.time.Instant.class, "now")
                .orShould()
                .callMethod(java.time.LocalDate.class, "now")
                .orShould()
                .callMethod(System.class, "currentTimeMillis");
        rule.check(CODE);
        classes()
                .that()
                .resideInAPackage(ROOT + "house..")
                .and(DescribedPredicate.describe(
                        "are not languages", type -> !HOUSE_IN_PRESS.contains(outermost(type))))
                .should()
                .onlyHaveDependentClassesThat()
                .resideOutsideOfPackage(ROOT + "press..")
                .check(CODE);
    }

    /** Types that another room or a template names must be public; more than two in five others need not be. */
    @Test
    void at_most_two_in_five_types_of_a_room_are_public_without_need() {
        Map<String, List<JavaClass>> byRoom = CODE.stream()
                .filter(type -> type.isTopLevelClass() && !type.getSimpleName().equals("package-info"))
                .filter(type -> !room(type).isEmpty())
                .collect(Collectors.groupingBy(PlanTest::room));
        byRoom.forEach((room, types) -> {
            long open = types.stream()
                    .filter(type -> type.getModifiers().contains(JavaModifier.PUBLIC)
                            && !type.isAssignableTo(Throwable.class)
                            && !isNamedElsewhere(type))
                    .count();
            assertThat(open * 100 / types.size())
                    .as("public types of " + room + " that nobody else names, in per cent")
                    .isLessThanOrEqualTo(40);
        });
    }

    private static boolean isNamedElsewhere(JavaClass type) {
        return type.getDirectDependenciesToSelf().stream()
                .anyMatch(use -> !use.getOriginClass().getPackageName().equals(type.getPackageName()));
    }

    private static Set<String> rooms() {
        return CODE.stream().map(PlanTest::room).filter(room -> !room.isEmpty()).collect(Collectors.toSet());
    }

    private static String room(JavaClass type) {
        String name = type.getPackageName();
        if (!name.startsWith(ROOT) || name.startsWith(ROOT + "templates")) {
            return "";
        }
        String rest = name.substring(ROOT.length());
        int dot = rest.indexOf('.');
        return dot < 0 ? rest : rest.substring(0, dot);
    }

    private static String outermost(JavaClass type) {
        String name = type.getName().substring(type.getPackageName().length() + 1);
        int inner = name.indexOf('$');
        return inner < 0 ? name : name.substring(0, inner);
    }
}
