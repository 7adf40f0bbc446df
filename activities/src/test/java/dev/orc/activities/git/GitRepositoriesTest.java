package dev.orc.activities.git;

import static dev.orc.activities.git.GitForTests.PROJECT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.orc.workflows.activities.RepositoryActivities;
import dev.orc.workflows.activities.RepositoryActivities.InspectOrder;
import dev.orc.workflows.activities.RepositoryActivities.Integration;
import dev.orc.workflows.activities.RepositoryActivities.IntegrationOrder;
import dev.orc.workflows.activities.RepositoryActivities.PrepareOrder;
import dev.orc.workflows.activities.RepositoryActivities.WorktreeOrder;
import dev.orc.workflows.model.Repository;
import dev.orc.workflows.model.Worktree;
import io.temporal.failure.ActivityFailure;
import io.temporal.failure.ApplicationFailure;
import io.temporal.testing.TestActivityEnvironment;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The activities as a workflow calls them: over payloads, failures and heartbeats of Temporal. */
class GitRepositoriesTest {
  @TempDir Path folder;
  private final TestActivityEnvironment temporal = TestActivityEnvironment.newInstance();
  private RepositoryActivities activities;

  @BeforeEach
  void register() {
    GitProgram git = GitProgram.heartbeating(GitForTests.ENVIRONMENT);
    temporal.registerActivitiesImplementations(
        new GitRepositories(git, GitRepositories.USUAL_VERIFY));
    activities = temporal.newActivityStub(RepositoryActivities.class);
  }

  @AfterEach
  void close() {
    temporal.close();
  }

  @Test
  void worksFromTheRepositoryToItsIntegration() {
    GitForTests main = GitForTests.repository(folder.resolve("app"));
    AtomicInteger heartbeats = new AtomicInteger();
    temporal.setActivityHeartbeatListener(Void.class, ignored -> heartbeats.incrementAndGet());

    Repository repository = activities.prepare(new PrepareOrder(PROJECT, main.root().toString()));
    Worktree developer =
        activities.openWorktree(new WorktreeOrder(PROJECT, repository, "developer", "feature/"));
    GitForTests.in(developer).commit("code.txt", "code");
    assertThat(activities.inspect(new InspectOrder(PROJECT, repository, List.of(developer))))
        .singleElement()
        .satisfies(state -> assertThat(state.ahead()).isEqualTo(1));
    Integration done =
        activities.integrate(
            new IntegrationOrder(PROJECT, repository, 1, List.of(developer), List.of("sleep 1.2")));

    assertThat(done.moved()).isTrue();
    assertThat(main.root().resolve("code.txt")).exists();
    assertThat(heartbeats).hasPositiveValue();
  }

  @Test
  void failsForGoodWithTheRemedyWhatIsRefused() {
    assertThatThrownBy(() -> activities.prepare(new PrepareOrder(PROJECT, folder.toString())))
        .isInstanceOf(ActivityFailure.class)
        .cause()
        .isInstanceOfSatisfying(
            ApplicationFailure.class,
            failure -> {
              assertThat(failure.getType()).isEqualTo("Refused");
              assertThat(failure.isNonRetryable()).isTrue();
              assertThat(failure.getDetails().get(0, String.class)).contains("git init");
              assertThat(failure.getDetails().get(1, Integer.class)).isEqualTo(5);
            });
  }

  @Test
  void endsAVerificationThatTakesTooLong() {
    GitForTests main = GitForTests.repository(folder.resolve("app"));
    GitRepositories hasty = new GitRepositories(GitForTests.program(), Duration.ofMillis(300));

    Integration done =
        hasty.integrate(
            new IntegrationOrder(
                PROJECT, main.asRepository(), 1, List.of(), List.of("echo begun; sleep 60")));

    assertThat(done.failedCommand()).isEqualTo("echo begun; sleep 60");
    assertThat(done.failedOutput()).startsWith("begun").contains("ended after");
  }
}
