package dev.orc.activities.agent.driver;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orc.workflows.model.HostFolders;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The keys towards each choice of every recorded question that has choices. */
class ScreenChoicesTest {
  @TempDir Path home;

  static Stream<Path> asking() throws IOException {
    Path screens = Path.of("src/test/resources/screens");
    try (Stream<Path> all = Files.walk(screens)) {
      return all
          .filter(file -> file.getFileName().toString().startsWith("asking-"))
          .sorted()
          .toList()
          .stream();
    }
  }

  @ParameterizedTest
  @MethodSource("asking")
  void enterIsPressedOnTheWantedChoiceAlone(Path file) throws IOException {
    String screen = screen(file);
    String program = file.getParent().getFileName().toString();
    HostFolders folders = HostFolders.of(Map.of("ORC_HOME", home.toString()));
    Driver driver = Drivers.load(folders).get(program);
    ScreenQuestion question = driver.question(screen).orElseThrow();
    List<String> options = question.options();
    long taken = 0;
    for (int i = 0; i < options.size(); i++) {
      DialogAnswer answer = driver.choose(screen, i).orElseThrow();
      assertThat(answer.dialog()).isEqualTo(question.words());
      assertThat(answer.steps()).hasSize(1);
      taken += answer.last() ? 1 : 0;
    }
    assertThat(taken).as("the mark is on one of %s", options).isEqualTo(options.isEmpty() ? 0 : 1);
    assertThat(driver.choose(screen, options.size())).isEmpty();
  }

  private static String screen(Path file) throws IOException {
    return String.join(
        "\n", Files.readAllLines(file).stream().filter(line -> !line.startsWith("#! ")).toList());
  }
}
