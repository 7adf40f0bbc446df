package dev.orc.activities.plan.start;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.orc.activities.failure.Refusal;
import dev.orc.activities.git.GitForTests;
import dev.orc.activities.plan.spec.SpecReader;
import dev.orc.base.process.Ended;
import dev.orc.base.process.ProgramPath;
import dev.orc.base.process.ProgramRun;
import dev.orc.workflows.model.NewProject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a new project begins with: it is there, committed, and builds where its tool is there. */
class ProjectTemplatesTest {
  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource({
    "java-maven, mvn -o -q -B test",
    "node, node --test",
    "python, python3 -m unittest -q",
    "go, go test ./...",
  })
  void itsTestsPassAsItComes(String template, String command)
      throws IOException, InterruptedException {
    List<String> words = List.of(command.split(" ", -1));
    assumeThat(ProgramPath.find(words.get(0), System.getenv("PATH"))).isPresent();
    ProjectTemplates.fill(folder, template, "tea-shop");

    Ended ended =
        ProgramRun.of(words)
            .in(folder)
            .within(Duration.ofMinutes(4))
            .keepingEnd(4_000)
            .run(() -> {});

    assertThat(ended.exit()).as(ended.out()).isZero();
    assertThat(folder.resolve(".gitignore")).isRegularFile();
  }

  @Test
  void aTestOfOneCanFail() throws IOException, InterruptedException {
    assumeThat(ProgramPath.find("python3", System.getenv("PATH"))).isPresent();
    ProjectTemplates.fill(folder, "python", "tea");
    Files.writeString(folder.resolve("app/__init__.py"), "def greeting(name): return 'no'\n");

    Ended ended =
        ProgramRun.of(List.of("python3", "-m", "unittest", "-q")).in(folder).run(() -> {});

    assertThat(ended.exit()).isNotZero();
  }

  @Test
  void whatIsThereAlreadyStays() throws IOException {
    Path spec = Files.writeString(folder.resolve("README.md"), "GOAL: mine");

    ProjectTemplates.fill(folder, "node", "tea");
    Files.writeString(folder.resolve("package.json"), "{}");
    ProjectTemplates.fill(folder, "node", "tea");

    assertThat(spec).hasContent("GOAL: mine");
    assertThat(folder.resolve("package.json")).hasContent("{}");
  }

  @Test
  void theFirstCommitHoldsItBesideTheSpec() throws IOException {
    Path spec = Files.writeString(folder.resolve("Tea Shop.md"), "GOAL: tea");
    NewProjects projects = new NewProjects(GitForTests.program(), Clock.systemUTC());
    Path place = folder.resolve("tea-shop");
    NewProject wish = new NewProject(place.toString(), false, "node");

    projects.make(wish, new SpecReader().read(spec));

    GitForTests made = GitForTests.at(place);
    assertThat(made.say("ls-files"))
        .contains("Tea Shop.md", "package.json", ".gitignore", "test/greeting.test.js");
    assertThat(made.say("status", "--porcelain")).isEmpty();
    assertThat(place.resolve("package.json")).content().contains("\"name\": \"tea-shop\"");
  }

  @Test
  void nothingIsMadeFromOneThatThereIsNot() throws IOException {
    Path spec = Files.writeString(folder.resolve("tea.md"), "GOAL: tea");
    NewProjects projects = new NewProjects(GitForTests.program(), Clock.systemUTC());
    NewProject wish = new NewProject(folder.resolve("tea").toString(), false, "nod");

    assertThatThrownBy(() -> projects.wanted(wish, spec))
        .isInstanceOfSatisfying(
            Refusal.class,
            refusal ->
                assertThat(refusal.remedy())
                    .isEqualTo("did you mean node? there are go, java-maven, node, python"));
    assertThat(folder.resolve("tea")).doesNotExist();
  }
}
