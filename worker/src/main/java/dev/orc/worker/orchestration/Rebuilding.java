package dev.orc.worker.orchestration;

import dev.orc.activities.failure.Refusal;
import dev.orc.activities.plan.start.KeptStarts.KeptStart;
import dev.orc.worker.host.HostServices;
import dev.orc.workflows.model.Accepted;
import dev.orc.workflows.model.FormerLife;
import dev.orc.workflows.model.Request;
import dev.orc.workflows.project.ProjectInput;
import java.util.List;

/**
 * Sets an orchestration up anew that Temporal has lost, or that is over: with what it was started
 * with, in the same worktrees, around those of its agents that live. Thread-safe.
 */
public final class Rebuilding {
  private final HostServices host;
  private final Orchestrations orchestrations;
  private final Directories directories;
  private final String hostName;

  public Rebuilding(
      HostServices host, Orchestrations orchestrations, Directories directories, String hostName) {
    this.host = host;
    this.orchestrations = orchestrations;
    this.directories = directories;
    this.hostName = hostName;
  }

  public Accepted rebuild(String project, Request request) {
    orchestrations.requireFree(project);
    KeptStart kept =
        host.keptStart(project)
            .orElseThrow(
                () ->
                    new Refusal(
                        Refusal.Kind.NOT_FOUND,
                        "there is no orchestration " + project + ", and none was started here",
                        "'orc list --all' shows those there are"));
    List<FormerLife> former = host.formerLives(project);
    ProjectInput input =
        ProjectInput.of(
                kept.project(),
                hostName,
                kept.directory(),
                kept.spec(),
                kept.team(),
                kept.settings().withHistoryAtMost(orchestrations.longestHistory()),
                kept.windows())
            .from(kept.branch())
            .after(former);
    return directories.alone(
        project,
        kept.directory(),
        () -> {
          var unused = orchestrations.start(input, request.id());
          return new Accepted(request.id(), false, summary(former, kept.team().roles().size()));
        });
  }

  private static String summary(List<FormerLife> former, int roles) {
    long living = former.stream().filter(FormerLife::living).count();
    return living + " of " + roles + " agents live and are taken over, the others start again";
  }
}
