package dev.orc.activities.plan.start;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.orc.activities.failure.Refusal;
import dev.orc.activities.git.GitForTests;
import dev.orc.activities.git.RepositoryCheck;
import dev.orc.activities.plan.config.Config;
import dev.orc.activities.plan.spec.SpecDocument;
import dev.orc.activities.plan.spec.SpecReader;
import dev.orc.base.process.Ended;
import dev.orc.base.process.ProgramRun;
import dev.orc.workflows.model.HostFolders;
import dev.orc.workflows.model.LedRequest;
import dev.orc.workflows.model.LedSpecs;
import dev.orc.workflows.model.LedSpecs.LedPhase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Phases of a Spec Kit directory that a lead does: their specs, and the gates that prove them. */
class LedPhasesTest {
  @TempDir Path folder;
  private Path root;
  private Path kit;
  private GitForTests git;
  private LedPhases phases;

  @BeforeEach
  void aKitWithItsSpecification() throws IOException {
    root = folder.toRealPath().resolve("shop");
    git = GitForTests.repository(root);
    kit = Files.createDirectories(root.resolve("specs/001-tea"));
    Files.writeString(kit.resolve("spec.md"), "# Feature Specification: Tea\n\nIt brews tea.\n");
    commit("specify");
    HostFolders folders = HostFolders.of(Map.of("ORC_HOME", folder.resolve("home").toString()));
    phases = new LedPhases(folders, Config.DEFAULTS, new RepositoryCheck(GitForTests.program()));
  }

  @Test
  void everyPhaseFromThatOneOnIsASpecOfItsOwn() {
    LedSpecs led = phases.of(new LedRequest(kit.toString(), "plan", true, null));

    assertThat(led.name()).isEqualTo("tea");
    assertThat(led.directory()).isEqualTo(root.toString());
    assertThat(led.phases()).extracting(LedPhase::phase).containsExactly("plan", "tasks");
    SpecDocument plan = read(led, 0);
    assertThat(led.phases())
        .extracting(LedPhase::document)
        .containsExactly("specs/001-tea/plan.md", "specs/001-tea/tasks.md");
    assertThat(plan.title()).isEqualTo("The phase plan of specs/001-tea");
    assertThat(plan.goal()).contains("Write specs/001-tea/plan.md", "and no code");
    assertThat(plan.requirements())
        .anyMatch(line -> line.contains("/speckit.plan"))
        .anyMatch(line -> line.contains("specs/001-tea/spec.md"));
    assertThat(plan.criteria())
        .anyMatch(line -> line.contains("A person has approved it: orc asks for that itself"));
    assertThat(read(led, 1).requirements())
        .anyMatch(line -> line.contains("specs/001-tea/spec.md, specs/001-tea/plan.md"));
  }

  @Test
  void theGatesHoldUntilThePhaseIsThere() throws IOException, InterruptedException {
    write("specs/001-tea/plan.md", "# Plan\n\nA kettle.\n");
    List<String> gates =
        read(phases.of(new LedRequest(kit.toString(), "tasks", false, null)), 0).verify();
    git.say("switch", "--quiet", "-c", "work");

    assertThat(failing(gates)).contains("tasks.md is not committed");
    write("specs/001-tea/tasks.md", "- [ ] T001 [Describe the step]\n");
    assertThat(failing(gates)).contains("this is still to be filled in");
    write("specs/001-tea/tasks.md", "Nothing to do, see [How](plan.md).\n");
    assertThat(failing(gates)).contains("has no task");
    write("specs/001-tea/tasks.md", "- [ ] T001 Boil water in kettle.sh\n");
    write("kettle.sh", "echo boil\n");
    assertThat(failing(gates)).contains("more than specs/001-tea was changed");
    git.say("rm", "--quiet", "kettle.sh");
    commit("no code yet");
    assertThat(failing(gates)).isEmpty();
  }

  /** Each phase is read where the one before it has come to: in the checkout. */
  @Test
  void anEnvironmentsBranchMustBeCheckedOut() throws IOException {
    Files.writeString(root.resolve(".orc.yaml"), "environments:\n  staging: {branch: develop}\n");
    commit("environments");
    LedRequest staging = new LedRequest(kit.toString(), "plan", false, "staging");
    git.say("branch", "develop");
    assertThatThrownBy(() -> phases.of(staging))
        .isInstanceOfSatisfying(
            Refusal.class, refusal -> assertThat(refusal.remedy()).contains("switch develop"))
        .hasMessageContaining("staging begins on the branch develop");

    git.say("switch", "--quiet", "develop");
    assertThat(read(phases.of(staging), 0).verify().get(2)).contains("refs/heads/develop...HEAD");
  }

  @Test
  void whatComesBeforeMustBeComplete() throws IOException {
    write("specs/001-tea/spec.md", "# [FEATURE NAME]\n");
    assertThatThrownBy(() -> phases.of(new LedRequest(kit.toString(), "plan", false, null)))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("the phase 'specify' is incomplete");
    assertThat(phases.of(new LedRequest(kit.toString(), "specify", false, null)).phases())
        .hasSize(3);
    assertThatThrownBy(() -> phases.of(new LedRequest(kit.toString(), "plans", false, null)))
        .isInstanceOfSatisfying(
            Refusal.class, refusal -> assertThat(refusal.remedy()).contains("did you mean plan?"));
    assertThatThrownBy(() -> phases.of(new LedRequest(root.toString(), "plan", false, null)))
        .hasMessageContaining("is no Spec Kit directory");
  }

  private String failing(List<String> gates) throws InterruptedException {
    for (String gate : gates) {
      Ended ended = ProgramRun.of(List.of("sh", "-c", gate)).in(root).run(() -> {});
      if (!ended.well()) {
        return ended.out();
      }
    }
    return "";
  }

  private static SpecDocument read(LedSpecs led, int phase) {
    return new SpecReader().read(Path.of(led.phases().get(phase).spec()));
  }

  private void write(String name, String text) throws IOException {
    Files.writeString(root.resolve(name), text);
    commit(name);
  }

  private void commit(String what) {
    git.say("add", "--all");
    git.say("commit", "--quiet", "-m", what);
  }
}
