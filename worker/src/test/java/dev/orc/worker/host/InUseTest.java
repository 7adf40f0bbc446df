package dev.orc.worker.host;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orc.workflows.model.AgentState;
import dev.orc.workflows.model.AgentStatus;
import dev.orc.workflows.model.Phase;
import dev.orc.workflows.model.ProjectStatus;
import dev.orc.workflows.model.Totals;
import dev.orc.workflows.model.WorktreeState;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class InUseTest {
  private static final Instant NOW = Instant.parse("2026-11-20T10:30:00Z");
  private static final String TREE = "/shop-tmux-worktrees/developer";
  private static final WorktreeState DEVELOPERS =
      new WorktreeState("developer", TREE, "feature/shop", "abc", true, List.of(), 0, 0);

  private static boolean used(ProjectStatus... open) {
    return new InUse("/shop", List.of(open)).test(DEVELOPERS);
  }

  @Test
  void whatAnotherRunOfTheRepositoryWorksInStays() {
    assertThat(used(project("/shop", Phase.WORKING, TREE))).isTrue();
    assertThat(used(project("/shop", Phase.WORKING, TREE + ".second"))).isFalse();
    assertThat(used()).isFalse();
  }

  @Test
  void everythingStaysWhileARunOfTheRepositoryIsPrepared() {
    assertThat(used(project("/shop", Phase.PREPARING, null))).isTrue();
    assertThat(used(project("/other", Phase.PREPARING, null))).isFalse();
    assertThat(used(project("/shop", null, null))).isTrue();
  }

  private static ProjectStatus project(String directory, Phase phase, String worktree) {
    AgentStatus agent =
        new AgentStatus(
            "developer",
            true,
            "claude",
            AgentState.READY,
            NOW,
            null,
            1,
            0,
            0,
            0,
            0,
            null,
            null,
            null,
            null,
            null,
            worktree,
            "feature/shop",
            "@1",
            "%1");
    return new ProjectStatus(
        "second",
        "Second",
        "host",
        directory,
        "main",
        "$1",
        phase,
        List.of(),
        null,
        NOW,
        NOW,
        null,
        List.of(agent),
        List.of(),
        List.of(),
        null,
        Totals.NONE);
  }
}
