package dev.orc.cli;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.nio.file.Files;
import java.nio.file.Path;

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

  /** What proves the product is none of it; only measuring with real programs needs it. */
  @ArchTest
  static final ArchRule standsOnNoLab =
      noClasses()
          .that()
          .resideOutsideOfPackage("dev.orc.cli.load..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("dev.orc.lab..");

  /** In a chroot without a mount at its root it fails: "Mount point not found". */
  @ArchTest
  static final ArchRule nobodyAsksTheTableOfMounts =
      noClasses().should().callMethod(Files.class, "getFileStore", Path.class);

  @ArchTest
  static final ArchRule packagesFormNoCircle =
      slices().matching("dev.orc.cli.(*)..").should().beFreeOfCycles();
}
