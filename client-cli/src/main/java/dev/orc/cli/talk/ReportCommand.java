package dev.orc.cli.talk;

import dev.orc.cli.api.ApiClient;
import dev.orc.cli.api.CallerIds;
import dev.orc.cli.command.Command;
import dev.orc.cli.command.CommandContext;
import dev.orc.cli.command.Failure;
import dev.orc.cli.command.GivenArguments;
import dev.orc.cli.command.Syntax;
import dev.orc.workflows.model.AgentName;
import dev.orc.workflows.model.ReportKind;
import dev.orc.workflows.model.Spooled;
import java.util.Locale;

/** {@code orc report}: what an agent tells its orchestration. */
public final class ReportCommand implements Command {
  private static final String KINDS =
      "progress, done, blocked, failed, deployed, authorization, answer";

  @Override
  public Syntax syntax() {
    return Syntax.of(this, "report", "Tell the orchestration how the work stands.")
        .word("KIND", "One of " + KINDS + ".")
        .words("TEXT", "The text; '-' reads it from standard input.", 1)
        .option("--to", "ID|ROLE", "The message that is answered, or who is asked to authorize.")
        .option("--project", "NAME", "The project; inside an agent's window its own.")
        .option("--role", "NAME", "Who reports; inside an agent's window its role.")
        .json()
        .example("orc report done \"The cart works, all tests pass.\"")
        .example("orc report answer --to 01k9ab3x7yz2 \"Yes, on branch feature/cart.\"");
  }

  @Override
  public int run(GivenArguments given, CommandContext here) {
    String project = word(given, here, "--project", "ORC_PROJECT");
    String role = word(given, here, "--role", "ORC_ROLE");
    dev.orc.workflows.model.Report report = report(given, here, role);
    Handover.say(
            here,
            ApiClient.of(project, "reports"),
            report,
            Spooled.of(project, report),
            report.id())
        .ifPresent(
            accepted ->
                Handover.told(here, accepted, "Reported " + report.id(), given.flag("--json")));
    return Failure.DONE;
  }

  private static dev.orc.workflows.model.Report report(
      GivenArguments given, CommandContext here, String role) {
    ReportKind kind = kind(given.word(0));
    String to = given.text("--to");
    boolean answer = kind == ReportKind.ANSWER;
    if (answer && to == null) {
      throw Failure.usage("an answer needs the message's id", "Add --to ID");
    }
    if (to != null && !answer && kind != ReportKind.AUTHORIZATION) {
      throw Failure.usage(
          "--to goes with answer and authorization only", "Use orc send to tell one agent");
    }
    return new dev.orc.workflows.model.Report(
        CallerIds.next(),
        role,
        incarnation(given, here),
        kind,
        TextArgument.text(given.words(1), here),
        answer ? null : to,
        answer ? to : null,
        here.now());
  }

  private static ReportKind kind(String word) {
    for (ReportKind kind : ReportKind.values()) {
      if (kind.name().equals(word.toUpperCase(Locale.ROOT))) {
        return kind;
      }
    }
    throw Failure.usage("'" + word + "' is no kind of report", "Use one of: " + KINDS);
  }

  /** The life that reports; 0 when a person reports for the role. */
  private static int incarnation(GivenArguments given, CommandContext here) {
    String life = here.variable("ORC_INCARNATION");
    if (life == null || given.text("--role") != null) {
      return 0;
    }
    try {
      return Integer.parseInt(life);
    } catch (NumberFormatException e) {
      throw Failure.usage("ORC_INCARNATION '" + life + "' is no number", "Unset it");
    }
  }

  private static String word(
      GivenArguments given, CommandContext here, String option, String variable) {
    String word = given.text(option) != null ? given.text(option) : here.variable(variable);
    if (word == null) {
      throw Failure.usage(
          "who reports is not known outside of an agent's window",
          "Add --project NAME and --role NAME");
    }
    try {
      return AgentName.requireWord(word);
    } catch (IllegalArgumentException e) {
      throw Failure.usage(e.getMessage(), "See: orc agents");
    }
  }
}
