package dev.orc.cli;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** The command line stands apart: of all the floors below it sees the model's records alone. */
@AnalyzeClasses(packages = "dev.orc.cli", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {
  @ArchTest
  static final ArchRule seesTheModelAlone =
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "dev.orc.worker..",
              "dev.orc.activities..",
              "dev.orc.workflows.activities..",
              "dev.orc.workflows.project..",
              "dev.orc.workflows.policy..",
              "dev.orc.workflows.batch..",
              "io.temporal..",
              "com.fasterxml.jackson.databind..",
              "java.net.http..");

  @ArchTest
  static final ArchRule packagesFormNoCircle =
      slices().matching("dev.orc.cli.(*)..").should().beFreeOfCycles();
}
