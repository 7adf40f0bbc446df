package dev.orc.cli.project;

import dev.orc.cli.command.CommandContext;
import dev.orc.cli.command.Failure;
import dev.orc.cli.command.GivenArguments;
import dev.orc.cli.command.Syntax;
import dev.orc.workflows.model.AgentName;
import dev.orc.workflows.model.TeamWish;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The options that say what a team should be like. Stateless. */
public final class TeamOptions {
  private TeamOptions() {}

  /** Adds them to a command. */
  public static Syntax describedIn(Syntax syntax) {
    return syntax
        .option("--roles", "A,B,...", "Exactly these roles instead of a planned team.")
        .option("--add-roles", "A,B,...", "These roles besides the planned ones.")
        .option("--team-type,--type", "TYPE", "The project's type, as web_application.")
        .option("--size", "SIZE", "small, medium, large, enterprise, or how many roles.")
        .option("--max-size", "SIZE", "No more roles than that; a word or a number.")
        .option("--plan", "PLAN", "What the account carries: pro, max5, max20, console.")
        .number("--tiers", "N", "2: a lead and its team; 3: managers between them.")
        .flag("--phased", "Later roles start when the earlier ones handed over.")
        .option("--team", "FILE", "A team that was exported by orc team plan.")
        .option("--workflow", "NAME", "Roles and phases as they are, as product-launch.")
        .option("--phase", "NAME", "The specialists of one of the type's phases too.")
        .flag("--analyze", "Let an agent program read the spec and plan.")
        .flag("--refine", "Let an agent program review the team, --roles too.")
        .flag("--mock", "Review without a program: the planner's own answer.");
  }

  /** What was wished on the command line. */
  public static TeamWish wish(GivenArguments given, CommandContext here) {
    if (given.flag("--mock") && !given.flag("--refine")) {
      throw Failure.usage("--mock goes with --refine", "Say --refine --mock");
    }
    return new TeamWish(
        given.text("--team-type"),
        given.text("--size"),
        given.text("--plan"),
        roles("--roles", given.text("--roles")),
        roles("--add-roles", given.text("--add-roles")),
        tiers(given.number("--tiers")),
        given.flag("--phased"),
        file(given.text("--team"), here),
        given.flag("--analyze"),
        given.flag("--refine"),
        given.text("--max-size"),
        given.text("--phase"),
        given.text("--workflow"),
        given.flag("--mock"));
  }

  /** Nobody sits before a silent screen while an agent program thinks. */
  public static void sayWhenAnAgentIsAsked(TeamWish wish, CommandContext here) {
    if (wish.asksAgent()) {
      here.err().println("orc: an agent program is asked; that can take some minutes ...");
      here.err().flush();
    }
  }

  private static int tiers(Integer tiers) {
    if (tiers != null && tiers != 2 && tiers != 3) {
      throw Failure.usage("a team has 2 or 3 tiers, not " + tiers, "Say --tiers 3, or leave it");
    }
    return tiers == null ? 0 : tiers;
  }

  private static String file(String given, CommandContext here) {
    if (given == null) {
      return null;
    }
    Path file = here.directory().resolve(given).normalize();
    if (!Files.isRegularFile(file)) {
      throw Failure.notFound(
          "there is no team " + file, "Make one: orc team plan --export " + file.getFileName());
    }
    return file.toString();
  }

  private static List<String> roles(String option, String list) {
    List<String> roles = new ArrayList<>();
    for (String role : list == null ? new String[0] : list.split(",", -1)) {
      roles.add(requireName(option, role.strip()));
    }
    return roles;
  }

  /** The word itself, when it can be a project's or a role's name. */
  static String requireName(String option, String name) {
    try {
      return AgentName.requireWord(name);
    } catch (IllegalArgumentException e) {
      throw Failure.usage(option + ": " + e.getMessage(), "See: orc start --help");
    }
  }
}
