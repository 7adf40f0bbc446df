package dev.orc.cli.project;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orc.cli.Shell;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Spec Kit directories from templates, without a worker. */
class SpecNewTest {
  @TempDir Path folder;

  @Test
  void theNextNumberIsTakenInTheRepositoryAround() throws IOException {
    Files.createDirectories(folder.resolve(".git"));
    Files.createFile(folder.resolve(".git/HEAD"));
    Files.createDirectories(folder.resolve("specs/007-cart"));
    Files.createDirectories(folder.resolve("src/deep"));

    Shell.Result made = run("spec", "new", "Photo albums!", "--project", "src/deep");

    Path kit = folder.resolve("specs/008-photo-albums");
    assertThat(made.err()).isEmpty();
    assertThat(made.out()).contains("Made " + kit, "orc spec check " + kit);
    assertThat(kit.resolve("spec.md"))
        .content()
        .contains("# Feature Specification: Photo albums!", "`008-photo-albums`", "[NEEDS CLARIF")
        .doesNotContain("{{");
    assertThat(kit.resolve("plan.md")).isRegularFile();
    assertThat(kit.resolve("tasks.md")).content().contains("- [ ] T001 [Describe");
  }

  @Test
  void whatIsThereStays() {
    assertThat(run("spec", "new", "word-count", "--example").out()).contains("It is complete");
    Shell.Result again = run("spec", "new", "Word Count");
    assertThat(again.exit()).isEqualTo(5);
    assertThat(again.err()).contains("001-word-count is there already");
    assertThat(run("spec", "new", "other").out()).contains("002-other");
    assertThat(run("spec", "new", "...").exit()).isEqualTo(2);
    assertThat(run("spec", "new", "x", "--project", "none").exit()).isEqualTo(3);
  }

  private Shell.Result run(String... words) {
    return new Shell(folder).run(words);
  }
}
