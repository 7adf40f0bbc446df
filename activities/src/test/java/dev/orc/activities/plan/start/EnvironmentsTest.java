package dev.orc.activities.plan.start;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.orc.activities.failure.Refusal;
import dev.orc.activities.git.GitForTests;
import dev.orc.activities.git.RepositoryCheck;
import dev.orc.activities.plan.config.Config;
import dev.orc.activities.yaml.ConfigFaults;
import dev.orc.workflows.model.HostFolders;
import dev.orc.workflows.model.Repository;
import dev.orc.workflows.model.Spec;
import dev.orc.workflows.model.TrustRequest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Environments: what each part of one changes, and what is refused. */
class EnvironmentsTest {
  private static final String STAGING =
      """
      environments:
        staging:
          verify: [make check-staging]
          branch: develop
          dev-server: npm run dev:staging
          variables: [STAGING_URL]
      """;

  @TempDir Path folder;
  private HostFolders folders;
  private Path root;

  @BeforeEach
  void makeTheRepository() throws IOException {
    folders = HostFolders.of(Map.of("ORC_HOME", folder.resolve("home").toString()));
    root = folder.resolve("shop");
    GitForTests.repository(root);
    Files.writeString(root.resolve(".orc.yaml"), STAGING);
  }

  @Test
  void everyPartOfOneCounts() {
    ChosenEnvironment staging = ChosenEnvironment.of("staging", config());
    Spec spec = new Spec("t", "f", "d", "g", List.of(), List.of("make test"));

    assertThat(staging.proving(spec).verify()).containsExactly("make test", "make check-staging");
    assertThat(staging.devServer(null)).isEqualTo("npm run dev:staging");
    assertThat(staging.devServer("none")).isEqualTo("none");
    assertThat(staging.section().variables()).containsExactly("STAGING_URL");
    staging.requireBranch(new Repository("/r", "develop", null));
    staging.requireVariables(Map.of("STAGING_URL", "x"));

    ChosenEnvironment none = ChosenEnvironment.of(null, config());
    assertThat(none.proving(spec)).isEqualTo(spec);
    none.requireBranch(new Repository("/r", "main", null));
  }

  @Test
  void whatDoesNotFitIsRefusedWithARemedy() {
    ChosenEnvironment staging = ChosenEnvironment.of("staging", config());
    refuses(
        () -> staging.requireBranch(new Repository("/r", "main", null)),
        "begins on the branch develop, and /r is on main",
        "git -C /r switch develop");
    refuses(
        () -> staging.requireVariables(Map.of()),
        "needs STAGING_URL, which the worker does not have",
        "STAGING_URL=... orc up");
    refuses(
        () -> ChosenEnvironment.of("stagin", config()),
        "there is no environment 'stagin'",
        "did you mean staging?");
    refuses(() -> ChosenEnvironment.of("x", Config.DEFAULTS), "no environment 'x'", ".orc.yaml");
  }

  @Test
  void aValueIsAFaultAndIsNotRepeated() throws IOException {
    Files.writeString(
        root.resolve(".orc.yaml"),
        "environments:\n  staging: {variables: ['KEY=s3cret', ORC_HOME], branche: x}\n  Up!: {}\n");

    assertThatThrownBy(this::config)
        .isInstanceOf(ConfigFaults.class)
        .hasMessageContaining(".orc.yaml:2: 'KEY=...' is not a variable's name; write the name")
        .hasMessageContaining("ORC_HOME is set by orc for every agent")
        .hasMessageContaining("unknown key 'branche'; did you mean branch?")
        .hasMessageContaining("'Up!' is not an environment's name")
        .hasMessageNotContaining("s3cret");
  }

  @Test
  void whatARepositoryWritesInOneIsAskedAbout() throws IOException {
    RepositoryTrusts trusts =
        new RepositoryTrusts(folders, Config.DEFAULTS, new RepositoryCheck(GitForTests.program()));

    assertThat(trusts.of(new TrustRequest("1", "me", root.toString(), null, List.of())).missing())
        .containsExactly(
            ".orc.yaml: for staging the result is proved by: make check-staging",
            ".orc.yaml: for staging every agent gets the variable STAGING_URL",
            ".orc.yaml: for staging the dev server is: npm run dev:staging");
  }

  private Config config() {
    return Config.DEFAULTS.withProject(folders, root);
  }

  private static void refuses(
      org.assertj.core.api.ThrowableAssert.ThrowingCallable what, String words, String remedy) {
    assertThatThrownBy(what)
        .isInstanceOfSatisfying(
            Refusal.class, refusal -> assertThat(refusal.remedy()).contains(remedy))
        .hasMessageContaining(words);
  }
}
