package dev.orc.activities;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.nio.file.Files;
import java.nio.file.Path;

/** The wings of this floor, and the rooms in them: arrows go one way. */
@AnalyzeClasses(packages = "dev.orc.activities", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {
  @ArchTest
  static final ArchRule roomsFormNoCircle =
      slices().matching("dev.orc.activities.(**)").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule wingsFormNoCircle =
      slices().matching("dev.orc.activities.(*)..").should().beFreeOfCycles();

  /** In a chroot without a mount at its root it fails: "Mount point not found". */
  @ArchTest
  static final ArchRule nobodyAsksTheTableOfMounts =
      noClasses().should().callMethod(Files.class, "getFileStore", Path.class);
}
