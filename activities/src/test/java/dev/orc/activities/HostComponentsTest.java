package dev.orc.activities;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orc.activities.git.GitForTests;
import dev.orc.activities.host.tmux.Tmux;
import dev.orc.activities.host.tmux.TmuxForTests;
import dev.orc.activities.plan.config.Config;
import dev.orc.workflows.activities.AgentActivities;
import dev.orc.workflows.activities.AgentActivities.Delivery;
import dev.orc.workflows.activities.AgentActivities.DeliveryOrder;
import dev.orc.workflows.activities.AgentActivities.DismissOrder;
import dev.orc.workflows.activities.AgentActivities.LaunchOrder;
import dev.orc.workflows.activities.AgentActivities.Launched;
import dev.orc.workflows.activities.NoticeActivities;
import dev.orc.workflows.activities.RepositoryActivities;
import dev.orc.workflows.activities.RepositoryActivities.PrepareOrder;
import dev.orc.workflows.activities.RepositoryActivities.WorktreeOrder;
import dev.orc.workflows.activities.SessionActivities;
import dev.orc.workflows.activities.WatchActivities;
import dev.orc.workflows.model.Condition;
import dev.orc.workflows.model.HostFolders;
import dev.orc.workflows.model.Message;
import dev.orc.workflows.model.Program;
import dev.orc.workflows.model.Repository;
import dev.orc.workflows.model.Role;
import dev.orc.workflows.model.Spec;
import dev.orc.workflows.model.Team;
import dev.orc.workflows.model.Worktree;
import io.temporal.activity.ActivityOptions;
import io.temporal.testing.TestActivityEnvironment;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The whole host floor, as a worker has it, through activities. */
@Timeout(60)
class HostComponentsTest {
  @TempDir Path home;
  private TmuxForTests tmux;
  private HostFolders folders;
  private HostComponents floor;
  private TestActivityEnvironment temporal;

  @BeforeEach
  void open() {
    tmux = new TmuxForTests();
    folders = HostFolders.of(Map.of("ORC_HOME", home.resolve("orc").toString()));
    floor = HostComponents.open(folders, config(), home.resolve("bin/orc"));
    temporal = TestActivityEnvironment.newInstance();
    temporal.registerActivitiesImplementations(floor.activities().toArray());
  }

  @AfterEach
  void close() throws IOException {
    temporal.close();
    floor.close();
    tmux.close();
  }

  private Config config() {
    Config usual = Config.DEFAULTS;
    return new Config(
        usual.host(),
        usual.driver(),
        usual.programs(),
        usual.settings(),
        tmux.settings(),
        usual.temporal(),
        usual.environment(),
        usual.notices(),
        usual.projectFolders(),
        usual.team(),
        usual.analysis(),
        usual.queue(),
        List.of(),
        usual.environments());
  }

  @Test
  void servesEveryActivityOfTheHost() {
    assertThat(floor.activities())
        .hasAtLeastOneElementOfType(RepositoryActivities.class)
        .hasAtLeastOneElementOfType(SessionActivities.class)
        .hasAtLeastOneElementOfType(NoticeActivities.class)
        .hasAtLeastOneElementOfType(AgentActivities.class)
        .hasAtLeastOneElementOfType(WatchActivities.class);
  }

  @Test
  void anAgentIsLaunchedInItsWorktreeBriefedAndDismissed() throws IOException {
    Path directory = home.resolve("shop");
    GitForTests.repository(directory);
    Files.writeString(home.resolve("spec.md"), "# Shop");
    Repository repository =
        stub(RepositoryActivities.class).prepare(new PrepareOrder("shop", directory.toString()));
    Role role =
        new Role("developer", "builds", true, 0, "feature/", null, null, Program.of("scripted"));
    Worktree worktree =
        stub(RepositoryActivities.class)
            .openWorktree(new WorktreeOrder("shop", repository, "developer", "feature/"));

    AgentActivities agents = stub(AgentActivities.class);
    Launched launched = agents.launch(order(repository, role, worktree));
    assertThat(launched.condition()).isEqualTo(Condition.READY);
    assertThat(Path.of(launched.briefFile())).content().contains("developer");
    assertThat(floor.tmux().panes())
        .extracting(Tmux.Pane::windowName)
        .containsExactly("shell", "developer");

    Message message = Message.ordinary("m1", "person", "developer", "hello", Instant.now());
    assertThat(agents.deliver(new DeliveryOrder("shop", role, 1, message)).delivery())
        .isEqualTo(Delivery.DELIVERED);
    assertThat(folders.state().resolve("audit")).isDirectoryContaining("glob:**.jsonl");

    agents.dismiss(new DismissOrder("shop", "developer", "done"));
    Path transcript = folders.project("shop").resolve("transcripts/developer-1.txt");
    assertThat(Files.exists(transcript)).isTrue();
    assertThat(floor.tmux().panes()).extracting(Tmux.Pane::windowName).containsExactly("shell");
  }

  private LaunchOrder order(Repository repository, Role role, Worktree worktree) {
    Spec spec =
        new Spec("Shop", home.resolve("spec.md").toString(), "0", "a shop", List.of(), List.of());
    Team team = new Team("code_project", List.of(role));
    return new LaunchOrder(
        "shop",
        repository,
        spec,
        team,
        role,
        worktree,
        1,
        false,
        List.of(),
        List.of(),
        Duration.ofSeconds(20));
  }

  private <T> T stub(Class<T> type) {
    return temporal.newActivityStub(
        type,
        ActivityOptions.newBuilder()
            .setStartToCloseTimeout(Duration.ofSeconds(40))
            .setHeartbeatTimeout(Duration.ofSeconds(10))
            .build());
  }
}
