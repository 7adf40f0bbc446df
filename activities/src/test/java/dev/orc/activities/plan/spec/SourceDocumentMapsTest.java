package dev.orc.activities.plan.spec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.orc.workflows.model.BatchWish;
import dev.orc.workflows.model.SpecEntry;
import dev.orc.workflows.model.SpecsReport;
import dev.orc.workflows.model.SpecsRequest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The two maps that people know are read as they are written; only where / is, is put in. */
class SourceDocumentMapsTest {
  private static final String SCHEMA =
      """
      {
        "version": "1.0",
        "specs": [
          {
            "spec_file": "path/to/spec.md",
            "project_directory": "/absolute/path/to/project",
            "enabled": true,
            "tags": ["integration", "backend"],
            "new_project": false
          }
        ],
        "batch_config": {
          "parallel": false,
          "continue_on_error": true,
          "log_level": "INFO"
        }
      }
      """;

  private static final String EXAMPLE =
      """
      {
        "version": "1.0",
        "specs": [
          {
            "spec_file": "./integrate_web_server.md",
            "project_directory": "/home/user/web_server_v2",
            "enabled": true,
            "tags": ["backend", "api", "integration"],
            "new_project": false
          },
          {
            "spec_file": "./new_mobile_app.md",\s
            "project_directory": "/home/user/projects/mobile",
            "enabled": true,
            "tags": ["mobile", "android", "client"],
            "new_project": true
          },
          {
            "spec_file": "./integrate_shared_auth.md",
            "project_directory": "/home/user/shared_libs/auth",
            "enabled": false,
            "tags": ["library", "authentication"]
          }
        ],
        "batch_config": {
          "parallel": false,
          "continue_on_error": true,
          "log_level": "INFO"
        }
      }
      """;

  @TempDir Path temp;
  private Path root;

  @BeforeEach
  void files() throws IOException {
    root = temp.toRealPath();
    for (String name :
        List.of(
            "path/to/spec",
            "integrate_web_server",
            "new_mobile_app",
            "integrate_shared_auth",
            "additional_spec")) {
      Path file = root.resolve("specs/" + name + ".md");
      Files.createDirectories(file.getParent());
      Files.writeString(file, "PROJECT: " + name + "\nGOAL: build it\n");
    }
    Files.createDirectories(root.resolve("absolute/path/to/project"));
    Files.createDirectories(root.resolve("home/user/web_server_v2"));
    map("schema.json", SCHEMA);
    map("example.json", EXAMPLE);
  }

  @Test
  void theSchemasExample() {
    SpecsReport report = check(List.of(), "schema.json");

    assertThat(report.faults()).isEmpty();
    assertThat(report.batch()).isEqualTo(new BatchWish(1, true, "INFO"));
    assertThat(report.entries())
        .containsExactly(
            new SpecEntry(
                root + "/specs/path/to/spec.md",
                "markdown",
                "path/to/spec",
                root + "/absolute/path/to/project",
                false,
                "spec",
                0,
                List.of(),
                List.of("integration", "backend"),
                root + "/specs/schema.json:4:5",
                null));
  }

  @Test
  void theExampleConfiguration() {
    SpecsReport report = check(List.of(), "example.json");

    assertThat(report.faults()).isEmpty();
    assertThat(report.entries())
        .extracting(SpecEntry::name, SpecEntry::skipped, SpecEntry::newProject)
        .containsExactly(
            tuple("integrate_web_server", null, false),
            tuple("new_mobile_app", null, true),
            tuple("integrate_shared_auth", "disabled", false));
    assertThat(report.entries().get(1).project()).isEqualTo(root + "/home/user/projects/mobile");
  }

  @Test
  void filteredByTagsAndMixedWithADocument() {
    SpecsReport report = check(List.of("backend", "api"), "example.json", "additional_spec.md");

    assertThat(report.faults()).isEmpty();
    assertThat(report.entries())
        .extracting(SpecEntry::name, SpecEntry::skipped)
        .containsExactly(
            tuple("integrate_web_server", null),
            tuple("new_mobile_app", "filtered out"),
            tuple("integrate_shared_auth", "disabled"),
            tuple("additional_spec", null));
  }

  private void map(String name, String text) throws IOException {
    Files.writeString(
        root.resolve("specs/" + name), text.replace("\": \"/", "\": \"" + root + "/"));
  }

  private SpecsReport check(List<String> tags, String... names) {
    List<String> paths = Stream.of(names).map(name -> root + "/specs/" + name).toList();
    return new SpecCatalog(root).report(new SpecsRequest(paths, tags, null));
  }
}
