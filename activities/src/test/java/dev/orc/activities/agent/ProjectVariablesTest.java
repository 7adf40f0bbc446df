package dev.orc.activities.agent;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orc.workflows.model.HostFolders;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Variables that agents get by name: looked up at each launch, their values written nowhere. */
class ProjectVariablesTest {
  @TempDir Path home;

  @Test
  void theNamesAreKeptAndTheValuesAreTheWorkers() {
    HostFolders folders = HostFolders.of(Map.of("ORC_HOME", home.toString()));
    ProjectVariables variables =
        new ProjectVariables(folders, Map.of("TOKEN", "s3cret", "OTHER", "x"));
    assertThat(variables.of("shop")).isEmpty();

    variables.keep("shop", List.of("TOKEN", "MISSING"));

    assertThat(variables.of("shop")).isEqualTo(Map.of("TOKEN", "s3cret"));
    assertThat(variables.of("mill")).isEmpty();
    assertThat(folders.project("shop").resolve("variables.json"))
        .content()
        .contains("TOKEN")
        .doesNotContain("s3cret");

    variables.keep("shop", List.of());
    assertThat(variables.of("shop")).isEmpty();
  }
}
