package io.devdoctor;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.name;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import java.io.File;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.time.Clock;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Data moves in one direction, from the system to the reader, and no room skips a station.
/// The package `io.devdoctor` itself stands outside: `Main` wires adapters to ports.
class ArchitectureTest {
    private static final String ROOT = "io.devdoctor.";
    private static final JavaClasses PRODUCT = new ClassFileImporter()
            .withImportOption(location -> !location.contains("/test-classes/"))
            .importPackages("io.devdoctor");

    @ParameterizedTest(name = "{0} uses only: {1}")
    @CsvSource(delimiter = '|', nullValues = "nothing of ours", textBlock = """
        machine     | nothing of ours
        format      | nothing of ours
        privacy     | nothing of ours
        disk        | nothing of ours
        store       | disk
        text        | nothing of ours
        system      | disk machine privacy
        probe       | machine format system
        fix         | machine format text
        check       | machine format fix text
        examination | machine probe check fix system store text
        repair      | fix check machine format system examination store text
        report      | machine check fix examination text privacy
        desktop     | examination repair report machine check fix text store privacy
        cli         | examination repair report machine check fix text store privacy
        """)
    void roomsUseOnlyWhatTheyMay(String room, @Nullable String mayUse) {
        String[] allowed = Stream.concat(
                        Stream.of(room), mayUse == null ? Stream.of() : Arrays.stream(mayUse.split(" ")))
                .map(ArchitectureTest::room)
                .toArray(String[]::new);
        holds(noClasses()
                .that()
                .resideInAPackage(room(room))
                .should()
                .dependOnClassesThat(resideInAPackage("io.devdoctor..").and(not(resideInAnyPackage(allowed)))));
    }

    @Test
    void everyClassStandsInARoom() {
        Stream<String> rooms = Stream.of(
                        "machine",
                        "format",
                        "privacy",
                        "disk",
                        "store",
                        "text",
                        "system",
                        "probe",
                        "fix",
                        "check",
                        "examination",
                        "repair",
                        "report",
                        "desktop",
                        "cli")
                .map(ArchitectureTest::room);
        holds(classes()
                .should()
                .resideInAnyPackage(
                        Stream.concat(Stream.of("io.devdoctor"), rooms).toArray(String[]::new)));
    }

    @Test
    void onlyRepairChangesTheSystem() {
        holds(noClasses()
                .that()
                .resideOutsideOfPackages("io.devdoctor", room("repair"), room("system"))
                .should()
                .dependOnClassesThat()
                .resideInAPackage(room("system.change")));
    }

    @Test
    void onlyOwnDataAndChangesAreWritten() {
        holds(noClasses()
                .that()
                .resideOutsideOfPackages(
                        "io.devdoctor",
                        room("disk"),
                        room("store"),
                        room("system.change"),
                        room("system.windows"),
                        room("system.posix"))
                .should()
                .dependOnClassesThat()
                .resideInAPackage(room("disk")));
    }

    @Test
    void onlyMainKnowsTheAdapters() {
        holds(noClasses()
                .that()
                .resideOutsideOfPackages("io.devdoctor", room("system"))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(room("system.windows"), room("system.posix"), room("system.recorded")));
    }

    @Test
    void checksAreFunctionsOfTheMachine() {
        holds(noClasses()
                .that()
                .resideInAnyPackage(room("check"), room("fix"), room("machine"))
                .should()
                .callMethodWhere(target(name("now")).and(target(owner(resideInAPackage("java.time..")))))
                .orShould()
                .callMethod(Locale.class, "getDefault")
                .orShould()
                .accessClassesThat()
                .belongToAnyOf(
                        Files.class,
                        File.class,
                        Clock.class,
                        HttpClient.class,
                        Socket.class,
                        InetAddress.class,
                        Process.class,
                        ProcessBuilder.class,
                        Runtime.class,
                        Thread.class));
    }

    @ParameterizedTest(name = "{0} only in {1}")
    @CsvSource(delimiter = '|', textBlock = """
        com.sun.jna..          | system.windows
        oshi..                 | system.windows system.posix system.live
        com.github.dockerjava..| system
        org.apache.commons.net..| system probe
        javafx..               | desktop
        atlantafx..            | desktop
        org.kordamp.ikonli..   | desktop
        java.awt..             | desktop
        javax.swing..          | desktop
        gg.jte..               | report
        picocli..              | cli
        io.opentelemetry..     | report.telemetry
        """)
    void librariesStayInTheirRoom(String library, String rooms) {
        String[] allowed = Stream.concat(
                        Stream.of("io.devdoctor"),
                        Arrays.stream(rooms.split(" ")).map(ArchitectureTest::room))
                .toArray(String[]::new);
        holds(noClasses()
                .that()
                .resideOutsideOfPackages(allowed)
                .should()
                .dependOnClassesThat()
                .resideInAPackage(library));
    }

    /// What is sent away leaves through one door, which only a person opens.
    @Test
    void oneClassSendsReportsAway() {
        holds(noClasses()
                .that()
                .resideOutsideOfPackage(room("report.telemetry"))
                .and()
                .doNotHaveFullyQualifiedName(ROOT + "cli.Delivery")
                .should()
                .dependOnClassesThat()
                .resideInAPackage(room("report.telemetry")));
    }

    /// One door, so that bursts of events become one pulse of the window.
    @Test
    void oneClassCrossesToTheWindowThread() {
        var crossing = PRODUCT.stream()
                .flatMap(type -> type.getAccessesFromSelf().stream())
                .filter(call -> call.getTargetOwner().getName().equals("javafx.application.Platform"))
                .filter(call -> call.getName().equals("runLater"))
                .map(call -> outermost(call.getOriginOwner()).getName())
                .collect(toSet());
        assertThat(crossing).hasSizeLessThanOrEqualTo(1);
        assertThat(crossing).allMatch(name -> name.startsWith(ROOT + "desktop."));
    }

    /// Without the annotation NullAway does not look at the package at all.
    @Test
    void everyPackageIsNullMarked() {
        assertThat(PRODUCT.stream()
                        .filter(type ->
                                !resideInAPackage(room("report.templates")).test(type))
                        .map(JavaClass::getPackage)
                        .filter(place -> !place.isAnnotatedWith(NullMarked.class))
                        .map(JavaPackage::getName))
                .isEmpty();
    }

    @Test
    void namesSayWhatAClassIs() {
        holds(noClasses().should().haveNameMatching(".*(Util|Utils|Helper|Manager)"));
    }

    private static void holds(ArchRule rule) {
        rule.allowEmptyShould(true).check(PRODUCT);
    }

    private static String room(String name) {
        return ROOT + name + "..";
    }

    private static JavaClass outermost(JavaClass type) {
        return type.getEnclosingClass().map(ArchitectureTest::outermost).orElse(type);
    }
}
