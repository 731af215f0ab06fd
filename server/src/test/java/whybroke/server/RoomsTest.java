package whybroke.server;

import static com.tngtech.archunit.library.Architectures.layeredArchitecture;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** Who may know whom: one line, and nothing imports anything to its left. */
class RoomsTest {
    private static final String[] ROOMS = {"server", "dashboards", "api", "classifier", "ingest", "rules"};

    private final JavaClasses classes = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("whybroke");

    @Test
    void rooms_standInOneLine() {
        var rooms = layeredArchitecture().consideringOnlyDependenciesInAnyPackage("whybroke..");
        for (String room : ROOMS) {
            rooms = rooms.layer(room).definedBy("whybroke." + room + "..");
        }
        for (int i = 0; i < ROOMS.length; i++) {
            String[] left = java.util.Arrays.copyOf(ROOMS, i);
            rooms = i == 0
                    ? rooms.whereLayer(ROOMS[i]).mayNotBeAccessedByAnyLayer()
                    : rooms.whereLayer(ROOMS[i]).mayOnlyBeAccessedByLayers(left);
        }
        rooms.check(classes);
    }

    @Test
    void rules_knowNoFramework() {
        com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses()
                .that()
                .resideInAPackage("whybroke.rules..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "io.quarkus..", "jakarta..", "org.apache.kafka..", "org.apache.lucene..", "java.sql..")
                .check(classes);
    }
}
