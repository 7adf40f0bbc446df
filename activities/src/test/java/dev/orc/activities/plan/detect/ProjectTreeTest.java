package dev.orc.activities.plan.detect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orc.activities.git.GitForTests;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProjectTreeTest {
  private static final KnownTypes TYPES =
      new KnownTypes(
          List.of(
              new ProjectType("web_application", List.of("webapp"), List.of()),
              new ProjectType("infrastructure_as_code", List.of(), List.of()),
              new ProjectType(ProjectType.USUAL, List.of(), List.of())));

  @TempDir Path folder;

  @Test
  void inARepositoryOnlyWhatGitKnowsCounts() {
    GitForTests repository = GitForTests.repository(folder.resolve("shop"));
    repository.write("src/app.py", "print()");
    repository.write("node_modules/react/index.js", "x");
    repository.write(".gitignore", "secret/\n");
    repository.write("secret/main.tf", "x");
    repository.commit("Add");
    repository.write("notes.md", "not added");

    assertThat(ProjectTree.of(repository.root(), GitForTests.program(), 9).paths())
        .containsExactly(".gitignore", "README.md", "src/app.py");
  }

  @Test
  void elsewhereWhatLiesThereCounts() throws IOException {
    write("a/main.py");
    write("vendor/x/main.go");
    write(".venv/lib/x.py");
    write(".github/workflows/ci.yml");

    assertThat(ProjectTree.of(folder).paths())
        .containsExactly(".github/workflows/ci.yml", "a/main.py");
  }

  @Test
  void noLinkLeadsOut() throws IOException {
    Path outside = Files.createDirectories(folder.resolve("outside"));
    Files.writeString(outside.resolve("package.json"), "\"react\"");
    Path root = Files.createDirectories(folder.resolve("root"));
    Files.createSymbolicLink(root.resolve("package.json"), outside.resolve("package.json"));
    Files.createSymbolicLink(root.resolve("more"), outside);
    Files.createSymbolicLink(root.resolve("self"), root);

    ProjectTree tree = ProjectTree.of(root);

    assertThat(tree.paths()).containsExactly("more", "package.json", "self");
    assertThat(tree.text("package.json")).isEmpty();
    assertThat(tree.text("more/package.json")).isEmpty();
    assertThat(new ProjectDetector(TYPES).detect(tree, Optional.empty()).type())
        .isEqualTo(ProjectType.USUAL);
  }

  @Test
  void aTreeThatIsTooLargeIsLookedAtInPart() throws IOException {
    for (int number = 0; number < 30; number++) {
      write("f" + number);
    }
    assertThat(ProjectTree.of(folder, GitForTests.program(), 20).paths()).hasSize(20);

    GitForTests repository = GitForTests.at(folder);
    repository.say("init", "--quiet");
    repository.say("add", "--all");
    assertThat(ProjectTree.of(folder, GitForTests.program(), 20).paths()).hasSize(20);
  }

  @Test
  void aTypeIsKnownInAnySpelling() {
    assertThat(TYPES.named(" Web Application ").map(ProjectType::word)).contains("web_application");
    assertThat(TYPES.named("infrastructure-as-code").map(ProjectType::word))
        .contains("infrastructure_as_code");
    assertThat(TYPES.named("webapp").map(ProjectType::word)).contains("web_application");
    assertThat(TYPES.named("something else")).isEmpty();
  }

  private void write(String name) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, "x");
  }
}
