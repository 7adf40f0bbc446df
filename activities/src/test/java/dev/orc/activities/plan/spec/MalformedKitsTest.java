package dev.orc.activities.plan.spec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.orc.activities.plan.spec.MalformedCases.Case;
import dev.orc.workflows.model.SpecFault;
import dev.orc.workflows.model.SpecsRequest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Spec Kit directories whose phases are not complete: the first one is named, with its places. */
class MalformedKitsTest {
  @TempDir Path folder;

  static Stream<Case> kits() {
    return MalformedCases.in("/specs/malformed-kits.txt");
  }

  @ParameterizedTest
  @MethodSource("kits")
  void isRefusedWithPlacePhaseAndRemedy(Case kit) throws IOException {
    Path directory = folder.toRealPath().resolve("specs/001-photos");
    write(directory, kit.text());

    List<SpecFault> faults =
        new SpecCatalog(folder)
            .report(new SpecsRequest(List.of(directory.toString()), List.of(), null))
            .faults();

    MalformedCases.wellSaid(faults);
    assertThat(faults).as("no fault but these: " + faults).hasSize(kit.expected().size());
    kit.expected().forEach(expected -> expected.in(faults, directory + "/"));
    assertThat(faults).allMatch(fault -> fault.fault().startsWith("the phase '"));
    assertThatThrownBy(() -> new SpecReader().read(directory))
        .isInstanceOf(SpecRefusal.class)
        .hasMessageContaining("is incomplete");
    if (Files.exists(directory.resolve("spec.md"))) {
      assertThatThrownBy(() -> new SpecReader().read(directory.resolve("spec.md")))
          .as("its spec.md alone is no way round")
          .hasMessageContaining("is incomplete");
    }
  }

  private static void write(Path directory, String files) throws IOException {
    Files.createDirectories(directory);
    for (String file : files.split("(?m)^--- ", -1)) {
      int end = file.indexOf('\n');
      if (end > 0) {
        Files.writeString(directory.resolve(file.substring(0, end)), file.substring(end + 1));
      }
    }
  }
}
