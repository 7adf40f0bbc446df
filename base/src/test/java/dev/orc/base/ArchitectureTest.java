package dev.orc.base;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** The ground floor stands on the JDK alone. */
@AnalyzeClasses(packages = "dev.orc.base", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {
  @ArchTest
  static final ArchRule roomsFormNoCircle =
      slices().matching("dev.orc.base.(**)").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule needsNothingButJava =
      classes().should().onlyDependOnClassesThat().resideInAnyPackage("dev.orc.base..", "java..");
}
