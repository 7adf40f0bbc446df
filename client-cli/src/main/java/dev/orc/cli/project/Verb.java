package dev.orc.cli.project;

import dev.orc.cli.api.ApiClient;
import dev.orc.cli.api.ApiJson;
import dev.orc.cli.api.CallerIds;
import dev.orc.cli.command.Command;
import dev.orc.cli.command.CommandContext;
import dev.orc.cli.command.Failure;
import dev.orc.cli.command.GivenArguments;
import dev.orc.cli.command.Syntax;
import dev.orc.cli.screen.Clean;
import dev.orc.workflows.model.Accepted;
import dev.orc.workflows.model.Request;

/**
 * {@code orc pause}, {@code finish}, {@code stop} and {@code heal}: what an orchestration is asked
 * for without many words.
 *
 * @param asked what is told to the person once the orchestration has accepted it
 */
public record Verb(String name, String summary, String asked) implements Command {
  private static final String STOP = "stop";

  /** The verb of that name. */
  public static Verb named(String name) {
    return switch (name) {
      case "pause" ->
          new Verb(name, "Hold back messages and check-ins; agents stay as they are.", "is paused");
      case "finish" ->
          new Verb(name, "Integrate the work and close, as if reported done.", "is finishing");
      case "stop" ->
          new Verb(name, "End without integrating; worktrees and branches stay.", "is stopping");
      case "heal" ->
          new Verb(
              name, "Set a run that does not go on back to where it still did.", "is set back");
      default -> throw new IllegalArgumentException(name);
    };
  }

  @Override
  public Syntax syntax() {
    Syntax syntax =
        Syntax.of(this, name, summary)
            .optionalWord("PROJECT", "Which one; may be left out when only one is running.")
            .option("--reason", "TEXT", "Why; it stands in the timeline.");
    if (name.equals(STOP)) {
      syntax.flag("--force", "End it from outside, when it does not go on itself.");
    }
    return syntax.json().example("orc " + name + " shop --reason \"" + example() + "\"");
  }

  @Override
  public int run(GivenArguments given, CommandContext here) {
    ApiClient api = ApiClient.of(here);
    String project = Projects.chosen(given.word(0), here, api);
    Request request = new Request(CallerIds.next(), Projects.caller(here), given.text("--reason"));
    boolean force = name.equals(STOP) && given.flag("--force");
    Accepted accepted =
        api.post(Accepted.class, ApiClient.of(project, force ? "terminate" : name), request);
    if (given.flag("--json")) {
      here.say(ApiJson.text(accepted));
    } else {
      String note = accepted.note() == null ? "" : " (" + Clean.line(accepted.note()) + ")";
      here.say(project + " " + (force ? "is ended" : asked) + note + ".");
    }
    return Failure.DONE;
  }

  private String example() {
    return switch (name) {
      case "pause" -> "the network is down";
      case "finish" -> "good enough for today";
      case "heal" -> "after the upgrade";
      default -> "wrong spec";
    };
  }
}
