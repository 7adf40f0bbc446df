package dev.orc.activities.plan.spec;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orc.activities.plan.spec.MalformedCases.Case;
import dev.orc.activities.plan.spec.MalformedCases.Expected;
import dev.orc.workflows.model.SpecFault;
import dev.orc.workflows.model.SpecsRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Spec maps that can not be used: each is told with its place and with what would be right. */
class MalformedMapsTest {
  @TempDir Path temp;
  private Path folder;

  @BeforeEach
  void files() throws IOException {
    folder = temp.toRealPath();
    for (String name : List.of("a", "b", "c", "d", "one/x", "two/x")) {
      Path file = folder.resolve(name + ".md");
      Files.createDirectories(file.getParent());
      Files.writeString(file, "GOAL: " + name);
    }
    Files.createDirectories(folder.resolve("shop"));
    Files.createDirectories(folder.resolve("auth"));
    Files.writeString(folder.resolve("empty.md"), "\n");
    Files.write(
        folder.resolve("latin.md"), "GOAL\ngr\u00fcn".getBytes(StandardCharsets.ISO_8859_1));
    Files.writeString(folder.resolve("other.json"), "{}");
  }

  static Stream<Case> maps() {
    return MalformedCases.in("/specs/malformed-maps.txt");
  }

  @ParameterizedTest
  @MethodSource("maps")
  void isRefusedWithPlaceAndRemedy(Case map) throws IOException {
    Path file = Files.writeString(folder.resolve("map.json"), map.text());

    List<SpecFault> faults = check(file);

    MalformedCases.wellSaid(faults);
    assertThat(faults).as("no fault but these: " + faults).hasSize(map.expected().size());
    for (Expected expected : map.expected()) {
      boolean inMap = Character.isDigit(expected.place().charAt(0));
      expected.in(faults, inMap ? file + ":" : folder + "/");
    }
  }

  @Test
  void anEmptyMapIsRefused() throws IOException {
    assertThat(check(Files.writeString(folder.resolve("map.json"), " \n"))).hasSize(1);
  }

  @Test
  void aMapThatIsNoTextIsRefused() throws IOException {
    Path file = folder.resolve("map.json");
    byte[] wide = "{\"version\": \"1.0\"}".getBytes(StandardCharsets.UTF_16LE);
    MalformedCases.wellSaid(check(Files.write(file, wide)));
    assertThat(check(file).get(0).fault()).contains("UTF-16 without a byte order mark");
    assertThat(check(Files.write(file, new byte[SpecText.LARGEST + 1])).get(0).fault())
        .contains("larger than 2 MB");
  }

  @Test
  void aMapNestedWithoutEndIsRefused() throws IOException {
    Path file = Files.writeString(folder.resolve("map.json"), "[".repeat(500_000));
    assertThat(check(file)).hasSize(1);
    MalformedCases.wellSaid(check(file));
  }

  @Test
  void aThousandEntriesThatWaitForEachOtherAreRefusedAtOnce() throws IOException {
    StringBuilder map = new StringBuilder("{\"version\": \"1.0\", \"specs\": [");
    for (int i = 0; i < 10_000; i++) {
      map.append(i == 0 ? "" : ",\n")
          .append("{\"spec_file\": \"s%d.md\", \"project_directory\": \"shop\", ".formatted(i))
          .append("\"depends_on\": [\"s%d\"]}".formatted((i + 1) % 10_000));
    }
    Path file = Files.writeString(folder.resolve("map.json"), map.append("]}"));

    assertThat(check(file)).filteredOn(fault -> fault.fault().startsWith("each waits")).hasSize(1);
  }

  private List<SpecFault> check(Path file) {
    return new SpecCatalog(folder.resolve("home"))
        .report(new SpecsRequest(List.of(file.toString()), List.of(), null))
        .faults();
  }
}
