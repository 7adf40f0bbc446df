package dev.orc.cli;

import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The whole house, seen from its top floor. */
class HouseTest {
  private static final JavaClasses HOUSE =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("dev.orc");

  @Test
  void arrowsGoDownward() {
    layeredArchitecture()
        .consideringOnlyDependenciesInLayers()
        .layer("base")
        .definedBy("dev.orc.base..")
        .layer("workflows")
        .definedBy("dev.orc.workflows..")
        .layer("activities")
        .definedBy("dev.orc.activities..")
        .layer("worker")
        .definedBy("dev.orc.worker..")
        .layer("cli")
        .definedBy("dev.orc.cli..")
        .layer("lab")
        .definedBy("dev.orc.lab..")
        .whereLayer("cli")
        .mayNotBeAccessedByAnyLayer()
        .whereLayer("worker")
        .mayNotBeAccessedByAnyLayer()
        .whereLayer("activities")
        .mayOnlyBeAccessedByLayers("worker")
        .whereLayer("lab")
        .mayOnlyBeAccessedByLayers("cli")
        .whereLayer("workflows")
        .mayOnlyBeAccessedByLayers("activities", "worker", "cli")
        .check(HOUSE);
  }

  /** Who reads a name anywhere knows which class is meant. */
  @Test
  void everySimpleNameStandsForOneThing() {
    Map<String, List<String>> named =
        HOUSE.stream()
            .filter(JavaClass::isTopLevelClass)
            .filter(found -> !found.getSimpleName().equals("package-info"))
            .collect(
                Collectors.groupingBy(
                    JavaClass::getSimpleName,
                    Collectors.mapping(JavaClass::getName, Collectors.toList())));
    assertThat(named.values()).filteredOn(names -> names.size() > 1).isEmpty();
  }
}
