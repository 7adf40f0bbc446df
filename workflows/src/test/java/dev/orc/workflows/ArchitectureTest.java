package dev.orc.workflows;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** The arrows between the packages of this floor. */
@AnalyzeClasses(
    packages = "dev.orc.workflows",
    importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
  private static final String MODEL = "dev.orc.workflows.model..";
  private static final String POLICY = "dev.orc.workflows.policy..";
  private static final String ACTIVITIES = "dev.orc.workflows.activities..";
  private static final String PROJECT = "dev.orc.workflows.project..";

  @ArchTest
  static final ArchRule MODEL_AND_POLICY_KNOW_NO_TEMPORAL =
      noClasses()
          .that()
          .resideInAnyPackage(MODEL, POLICY)
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("io.temporal..", "com.fasterxml.jackson.databind..");

  @ArchTest
  static final ArchRule MODEL_STANDS_ALONE =
      noClasses()
          .that()
          .resideInAPackage(MODEL)
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(POLICY, ACTIVITIES, PROJECT);

  @ArchTest
  static final ArchRule POLICY_STANDS_ON_THE_MODEL =
      noClasses()
          .that()
          .resideInAPackage(POLICY)
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(ACTIVITIES, PROJECT);

  @ArchTest
  static final ArchRule ACTIVITIES_STAND_ON_THE_MODEL =
      noClasses()
          .that()
          .resideInAPackage(ACTIVITIES)
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(POLICY, PROJECT);
}
