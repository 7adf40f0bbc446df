package dev.orc.activities.agent.driver;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orc.workflows.model.Condition;
import dev.orc.workflows.model.HostFolders;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every screen under src/test/resources/screens, read by the driver that it belongs to. */
class GoldenScreensTest {
  private static final String HEAD = "#! ";
  private static final ZoneId ZONE = ZoneId.of("Europe/Berlin");
  private static final Drivers DRIVERS =
      Drivers.load(HostFolders.of(Map.of("ORC_HOME", "/nonexistent")));

  static Stream<Path> screens() throws IOException {
    try (Stream<Path> found = Files.walk(folder())) {
      return found.filter(Files::isRegularFile).sorted().toList().stream();
    }
  }

  @ParameterizedTest
  @MethodSource("screens")
  void isReadAsItSays(Path file) throws IOException {
    List<String> lines = Files.readAllLines(file);
    Map<String, String> head = head(lines);
    String screen =
        lines.stream().filter(line -> !line.startsWith(HEAD)).collect(Collectors.joining("\n"));
    Driver driver = DRIVERS.get(file.getParent().getFileName().toString());

    ZoneId zone = head.containsKey("zone") ? ZoneId.of(head.get("zone")) : ZONE;
    Reading reading = driver.read(screen, Instant.parse(head.get("now")), zone);

    assertThat(reading.condition()).isEqualTo(Condition.valueOf(head.get("condition")));
    assertThat(reading.detail()).isEqualTo(head.get("detail"));
    assertThat(Objects.toString(reading.resetsAt(), null)).isEqualTo(head.get("resets"));
    assertThat(Objects.toString(reading.broke(), null)).isEqualTo(head.get("broke"));
    assertThat(driver.composer(screen).map(text -> text.replace("\n", "\\n")).orElse(null))
        .isEqualTo(head.get("composer"));
  }

  /** Trailing blanks and colours are left or not by whoever captures a screen. */
  @ParameterizedTest
  @MethodSource("screens")
  void isReadTheSameWithColoursAndBlanksAtTheEnd(Path file) throws IOException {
    List<String> lines = Files.readAllLines(file);
    Instant now = Instant.parse(head(lines).get("now"));
    List<String> screen = lines.stream().filter(line -> !line.startsWith(HEAD)).toList();
    String coloured =
        screen.stream()
            .map(line -> "\u001b[38;5;246m" + line + "\u001b[39m   ")
            .collect(Collectors.joining("\r\n", "", "\r\n\r\n\r\n"));
    Driver driver = DRIVERS.get(file.getParent().getFileName().toString());
    assertThat(driver.read(coloured, now, ZONE))
        .isEqualTo(driver.read(String.join("\n", screen), now, ZONE));
  }

  @Test
  void everyDriverHasScreensOfBeingReadyBusyAndAsking() throws IOException {
    List<String> read =
        screens()
            .map(
                file -> {
                  try {
                    String driver = file.getParent().getFileName().toString();
                    return driver + " " + head(Files.readAllLines(file)).get("condition");
                  } catch (IOException e) {
                    throw new IllegalStateException(e);
                  }
                })
            .distinct()
            .toList();
    assertThat(DRIVERS.names())
        .allSatisfy(
            name -> assertThat(read).contains(name + " READY", name + " BUSY", name + " ASKING"));
  }

  private static Map<String, String> head(List<String> lines) {
    Map<String, String> head = new HashMap<>();
    lines.stream()
        .filter(line -> line.startsWith(HEAD))
        .map(line -> line.substring(HEAD.length()).split(": ", 2))
        .forEach(pair -> head.put(pair[0], pair[1]));
    return head;
  }

  private static Path folder() {
    try {
      return Path.of(GoldenScreensTest.class.getResource("/screens").toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }
}
