package dev.orc.activities.retry.research;

import dev.orc.activities.plan.start.Plan;
import dev.orc.workflows.model.Role;
import dev.orc.workflows.model.StartRequest;
import dev.orc.workflows.model.Team;
import dev.orc.workflows.model.TeamPlan;
import dev.orc.workflows.model.TeamWish;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Plans the orchestration of one agent that looks into a failure, on the same repository: it has a
 * time of its own, and leaves the branches as they are. Thread-safe.
 */
final class ResearchPlanner {
  private static final String RESEARCHER = "researcher";
  private static final String PREFIX = "research-";
  private static final int LONGEST = 48;

  private final Function<StartRequest, Plan> plans;
  private final Consumer<Plan> keep;
  private final Duration within;

  /**
   * @param keep puts the plan's spec where the orchestration looks for it
   * @param within how long a research may take
   */
  ResearchPlanner(Function<StartRequest, Plan> plans, Consumer<Plan> keep, Duration within) {
    this.plans = plans;
    this.keep = keep;
    this.within = within;
  }

  /**
   * @param task what the researcher is to do
   * @param start what the project was started with
   * @throws dev.orc.activities.failure.Refusal when there can be none, as without a usable agent
   *     program
   */
  Plan plan(String project, String directory, Path task, StartRequest start) {
    Plan plan = plans.apply(request(project, directory, task, start));
    keep.accept(plan);
    return leading(plan);
  }

  /** The short name of the orchestration that looks into that project. */
  static String slug(String project) {
    String whole = PREFIX + project;
    String cut = whole.substring(0, Math.min(LONGEST, whole.length()));
    return cut.replaceFirst("-+$", "");
  }

  private StartRequest request(String project, String directory, Path task, StartRequest start) {
    List<String> settings = new ArrayList<>(start.settings());
    settings.add("ceiling=" + within.toMillis() + "ms");
    settings.add("extensions=0");
    settings.add("integrate=false");
    // For the environment's branch alone: what failed is there, and nothing is proved or served.
    return new StartRequest(
            start.id() + "/research",
            start.by(),
            task.toString(),
            directory,
            slug(project),
            start.driver(),
            TeamWish.of(List.of(RESEARCHER)),
            programs(start),
            settings,
            null,
            StartRequest.NO_DEV_SERVER)
        .withEnv(start.env());
  }

  /** What was asked for the researcher; else what the lead was filled with. */
  private static List<String> programs(StartRequest start) {
    for (String role : List.of(RESEARCHER, "orchestrator")) {
      for (String program : start.programs()) {
        if (program.startsWith(role + "=")) {
          return List.of(RESEARCHER + program.substring(role.length()));
        }
      }
    }
    return List.of();
  }

  /** The researcher is alone: it speaks for itself. */
  private static Plan leading(Plan plan) {
    TeamPlan team = plan.teamPlan();
    return new Plan(
        plan.project(),
        plan.repository(),
        plan.spec(),
        new TeamPlan(
            team.type(),
            team.confidence(),
            team.typeReasons(),
            team.size(),
            team.sizeReason(),
            team.plan(),
            team.most(),
            team.source(),
            team.choices(),
            team.notes(),
            leading(team.team())),
        plan.settings(),
        plan.document(),
        plan.worktrees(),
        plan.windows(),
        plan.newProject(),
        plan.asked(),
        List.of(),
        plan.branch());
  }

  private static Team leading(Team team) {
    return new Team(team.type(), team.roles().stream().map(ResearchPlanner::leading).toList());
  }

  private static Role leading(Role role) {
    return new Role(
        role.name(),
        role.duty(),
        true,
        role.checkInMinutes(),
        role.branchPrefix(),
        List.of(),
        List.of(),
        role.program());
  }
}
