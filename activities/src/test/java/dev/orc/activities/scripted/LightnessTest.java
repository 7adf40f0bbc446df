package dev.orc.activities.scripted;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** The scripted agent starts from its own classes alone, and quickly. */
class LightnessTest {
  private final JavaClasses scripted =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("dev.orc.activities.scripted");

  @Test
  void needsNothingButJavaItself() {
    classes()
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(
            "dev.orc.activities.scripted",
            "java.lang",
            "java.io",
            "java.nio..",
            "java.util",
            "java.util.concurrent.locks")
        .check(scripted);
  }

  @Test
  void usesNoInvokedynamicWhichIsSlowToStart() {
    classes()
        .should()
        .onlyDependOnClassesThat()
        .resideOutsideOfPackages("java.lang.invoke", "java.util.function", "java.util.stream")
        .check(scripted);
  }
}
