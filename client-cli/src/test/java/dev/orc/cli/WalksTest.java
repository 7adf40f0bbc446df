package dev.orc.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What {@code docs/walks.md} names is there. */
class WalksTest {
  private static final Pattern NAMED = Pattern.compile("`([A-Z]\\w+)(?:\\.([a-z]\\w+))?`");

  @Test
  void everyHopIsThere() throws IOException {
    Map<String, JavaClass> house =
        new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages("dev.orc")
                .stream()
                .filter(JavaClass::isTopLevelClass)
                .filter(found -> !found.getSimpleName().equals("package-info"))
                .collect(Collectors.toMap(JavaClass::getSimpleName, found -> found));
    List<MatchResult> named =
        NAMED.matcher(Files.readString(Path.of("../docs/walks.md"))).results().toList();
    List<String> missing = new ArrayList<>();
    for (MatchResult hop : named) {
      JavaClass found = house.get(hop.group(1));
      boolean there =
          found != null
              && (hop.group(2) == null
                  || found.getAllMethods().stream()
                      .map(JavaMethod::getName)
                      .anyMatch(hop.group(2)::equals));
      if (!there && !hop.group(1).equals("WalksTest")) {
        missing.add(hop.group());
      }
    }
    assertThat(named).hasSizeGreaterThan(50);
    assertThat(missing).isEmpty();
  }
}
