package dev.orc.worker;

import dev.orc.workflows.activities.NoticeActivities;
import dev.orc.workflows.activities.RepositoryActivities;
import dev.orc.workflows.activities.SessionActivities;
import dev.orc.workflows.activities.SessionActivities.CloseOrder;
import dev.orc.workflows.activities.WatchActivities;
import dev.orc.workflows.model.HostView;
import dev.orc.workflows.model.Need;
import dev.orc.workflows.model.Repository;
import dev.orc.workflows.model.Worktree;
import dev.orc.workflows.model.WorktreeState;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** What a workflow may ask of a host, done at once and without one. */
public final class FakeActivities {
  private FakeActivities() {}

  /** A repository in which everything merges. */
  public static final class Repositories implements RepositoryActivities {
    @Override
    public Repository prepare(PrepareOrder order) {
      return new Repository(order.directory(), "main", "0000");
    }

    @Override
    public Worktree openWorktree(WorktreeOrder order) {
      return new Worktree(order.role(), "/w/" + order.role(), "feature/x", "plain");
    }

    @Override
    public List<WorktreeState> inspect(InspectOrder order) {
      return List.of();
    }

    @Override
    public Integration integrate(IntegrationOrder order) {
      return new Integration(true, "1111", "backup", List.of(), List.of(), null, null);
    }
  }

  /** Sessions that are there. */
  public static final class Sessions implements SessionActivities {
    @Override
    public String open(SessionOrder order) {
      return "$1";
    }

    @Override
    public String close(CloseOrder order) {
      return "/summary";
    }
  }

  /** A watch that never sees anything. */
  public static final class Watches implements WatchActivities {
    @Override
    public HostView watch(WatchOrder order) {
      try {
        long left = Duration.between(Instant.now(), order.until()).toMillis();
        TimeUnit.MILLISECONDS.sleep(Math.max(0, left));
      } catch (InterruptedException closing) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException("the worker is closing", closing);
      }
      return new HostView(Instant.now(), true, List.of(), null);
    }
  }

  /** Notices that nobody reads. */
  public static final class Notices implements NoticeActivities {
    @Override
    public void tell(Need need) {}
  }
}
