package dev.orc.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The page that says what is shown by which test names tests that are there. */
class ReliabilityPageTest {
  private static final Path ROOT = Path.of("").toAbsolutePath().getParent();
  private static final Pattern NAMED = Pattern.compile("`([A-Za-z]+)#([A-Za-z]+)`");

  @Test
  void everyTestThatItNamesIsThere() throws IOException {
    List<Path> sources = testSources();
    Matcher named = NAMED.matcher(Files.readString(ROOT.resolve("docs/reliability.md")));
    List<String> missing = new ArrayList<>();
    int count = 0;
    while (named.find()) {
      count++;
      if (!has(sources, named.group(1), named.group(2))) {
        missing.add(named.group());
      }
    }
    assertThat(missing).isEmpty();
    assertThat(count).isGreaterThan(50);
  }

  @Test
  void whatIsNoTestIsNotFound() throws IOException {
    List<Path> sources = testSources();
    assertThat(has(sources, "ReliabilityPageTest", "everyTestThatItNamesIsThere")).isTrue();
    assertThat(has(sources, "ReliabilityPageTest", "testSources")).isFalse();
    assertThat(has(sources, "NoSuchTest", "everyTestThatItNamesIsThere")).isFalse();
  }

  /** Whether a class of that name holds a method of that name which JUnit runs. */
  private static boolean has(List<Path> sources, String type, String method) throws IOException {
    Pattern test =
        Pattern.compile(
            "@(Parameterized)?Test\\b(?:\\s*@[^\\n]*(?:\\n {6,}[^\\n]*)*)*\\s+(?:public )?void "
                + method
                + "\\(");
    for (Path source : sources) {
      if (source.endsWith(type + ".java") && test.matcher(Files.readString(source)).find()) {
        return true;
      }
    }
    return false;
  }

  private static List<Path> testSources() throws IOException {
    try (Stream<Path> modules = Files.list(ROOT)) {
      List<Path> folders =
          modules
              .map(module -> module.resolve("src/test/java"))
              .filter(Files::isDirectory)
              .toList();
      List<Path> sources = new ArrayList<>();
      for (Path folder : folders) {
        try (Stream<Path> files = Files.walk(folder)) {
          files.filter(file -> file.toString().endsWith(".java")).forEach(sources::add);
        }
      }
      return sources;
    }
  }
}
