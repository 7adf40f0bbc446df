package dev.orc.cli;

import dev.orc.workflows.model.AgentState;
import dev.orc.workflows.model.AgentStatus;
import dev.orc.workflows.model.Authorization;
import dev.orc.workflows.model.CheckIn;
import dev.orc.workflows.model.Need;
import dev.orc.workflows.model.Phase;
import dev.orc.workflows.model.PlannedWorktree;
import dev.orc.workflows.model.Program;
import dev.orc.workflows.model.ProjectStatus;
import dev.orc.workflows.model.Role;
import dev.orc.workflows.model.RoleChoice;
import dev.orc.workflows.model.Schedule;
import dev.orc.workflows.model.SideWindow;
import dev.orc.workflows.model.Started;
import dev.orc.workflows.model.Team;
import dev.orc.workflows.model.TeamPlan;
import dev.orc.workflows.model.Totals;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Made-up projects that tests show. */
public final class Samples {
  public static final Instant NOW = Instant.parse("2026-11-20T10:30:00Z");

  private Samples() {}

  public static ProjectStatus shop() {
    return status("shop", Phase.WORKING, NOW);
  }

  public static ProjectStatus status(String name, Phase phase, Instant now) {
    List<AgentStatus> agents =
        List.of(
            agent("orchestrator", true, "busy", null, "Planned the sprint.", now),
            agent("developer", false, "limited", now.plus(Duration.ofHours(3)), null, now),
            agent(
                "tester", false, "asking", null, "会議の準備ができました \u001b[31mred\u001b[0m\u0007", now));
    return new ProjectStatus(
        name,
        "Shopping cart with a title that is much too long for a narrow terminal to show",
        "alpha",
        "/home/me/" + name,
        "main",
        name,
        phase,
        List.of("waiting for credits"),
        null,
        now.minus(Duration.ofMinutes(95)),
        now.minus(Duration.ofMinutes(90)),
        null,
        agents,
        List.of(
            new Need(
                "n1",
                name,
                "tester",
                "asks: Do you trust this folder?",
                "orc attach " + name + ":tester",
                now.minus(Duration.ofMinutes(3)))),
        List.of(
            new Authorization(
                "a1",
                "developer",
                "project-manager",
                "deploy to production",
                now.minus(Duration.ofMinutes(10)),
                now.plus(Duration.ofMinutes(20)))),
        new CheckIn(
            "c1",
            "orc",
            "orchestrator",
            "How far?",
            Schedule.every(20),
            now.plus(Duration.ofMinutes(7)),
            true),
        new Totals(41, 1, 0, 12, 2, 9, 1, 600, 0));
  }

  /** One whose developer can not go on. */
  public static ProjectStatus blocked() {
    ProjectStatus shop = shop();
    return new ProjectStatus(
        shop.project(),
        shop.title(),
        shop.host(),
        shop.directory(),
        shop.branch(),
        shop.session(),
        shop.phase(),
        shop.conditions(),
        shop.reason(),
        shop.startedAt(),
        shop.phaseSince(),
        shop.endedAt(),
        List.of(
            agent("orchestrator", true, "busy", null, "PROGRESS: planned", NOW),
            agent("developer", false, "ready", null, "BLOCKED: no key for the service", NOW)),
        shop.needs(),
        shop.authorizations(),
        shop.nextCheckIn(),
        shop.totals());
  }

  private static AgentStatus agent(
      String role, boolean leads, String state, Instant resets, String report, Instant now) {
    return new AgentStatus(
        role,
        leads,
        "claude",
        new AgentState(state),
        now.minus(Duration.ofMinutes(4)),
        null,
        1,
        0,
        leads ? 0 : 3,
        9,
        leads ? 0 : 4,
        leads ? null : now.minus(Duration.ofMinutes(8)),
        now,
        report,
        now,
        resets,
        "/w/" + role,
        "feature/" + role,
        "@2",
        "%3");
  }

  /** A start with everything in it that one can have. */
  public static Started started() {
    return new Started(
        "shop",
        "orc/shop",
        "r",
        "/home/me/shop",
        teamPlan().team(),
        "/state/spec.md",
        teamPlan(),
        List.of(
            new PlannedWorktree(
                "developer", "/home/me/shop-tmux-worktrees/developer", "feature/shop")),
        List.of(
            new SideWindow("shell", "/home/me/shop", List.of(), "a plain shell in the project"),
            new SideWindow(
                "server",
                "/home/me/shop",
                List.of("npm", "run", "the dev"),
                "package.json has a script dev")),
        true,
        "A shop",
        List.of("npm test"),
        List.of("stuck-after=45m"),
        List.of(),
        "develop");
  }

  /** A team of one, and one who is left out. */
  public static TeamPlan teamPlan() {
    Role developer =
        new Role(
            "developer",
            "Builds",
            true,
            30,
            "feature/",
            List.of(),
            List.of(),
            List.of("research"),
            "project-manager",
            null,
            Program.of("claude"));
    return new TeamPlan(
        "code_project",
        0.75,
        List.of("package.json: builds a library or a program"),
        "small",
        "3 files make 0.3 points",
        "max5",
        5,
        "planner",
        List.of(
            new RoleChoice("developer", true, "core"),
            new RoleChoice("tester", false, "a small team has 4 roles")),
        List.of("be careful"),
        new Team("code_project", List.of(developer)));
  }
}
