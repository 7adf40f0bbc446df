package dev.orc.cli.project;

import dev.orc.cli.api.Api;
import dev.orc.cli.api.Ids;
import dev.orc.cli.api.Json;
import dev.orc.cli.command.Command;
import dev.orc.cli.command.Failure;
import dev.orc.cli.command.Given;
import dev.orc.cli.command.Surroundings;
import dev.orc.cli.command.Syntax;
import dev.orc.cli.screen.Clean;
import dev.orc.workflows.model.Accepted;
import dev.orc.workflows.model.Request;

/**
 * {@code orc pause}, {@code resume}, {@code finish} and {@code stop}: what an orchestration is
 * asked for without many words.
 *
 * @param asked what is told to the person once the orchestration has accepted it
 */
public record Verb(String name, String summary, String asked) implements Command {
  /** The verb of that name. */
  public static Verb named(String name) {
    return switch (name) {
      case "pause" ->
          new Verb(name, "Hold back messages and check-ins; agents stay as they are.", "is paused");
      case "resume" -> new Verb(name, "Go on after a pause.", "goes on");
      case "finish" ->
          new Verb(name, "Integrate the work and close, as if reported done.", "is finishing");
      case "stop" ->
          new Verb(name, "End without integrating; worktrees and branches stay.", "is stopping");
      default -> throw new IllegalArgumentException(name);
    };
  }

  @Override
  public Syntax syntax() {
    return Syntax.of(this, name, summary)
        .optionalWord("PROJECT", "Which one; may be left out when only one is running.")
        .option("--reason", "TEXT", "Why; it stands in the timeline.")
        .json()
        .example("orc " + name + " shop --reason \"" + example() + "\"");
  }

  @Override
  public int run(Given given, Surroundings here) {
    Api api = Api.of(here);
    String project = Projects.chosen(given.word(0), here, api);
    Request request = new Request(Ids.next(), Projects.caller(here), given.text("--reason"));
    Accepted accepted = api.post(Accepted.class, Api.of(project, name), request);
    if (given.flag("--json")) {
      here.say(Json.text(accepted));
    } else {
      String note = accepted.note() == null ? "" : " (" + Clean.line(accepted.note()) + ")";
      here.say(project + " " + asked + note + ".");
    }
    return Failure.DONE;
  }

  private String example() {
    return switch (name) {
      case "pause" -> "the network is down";
      case "resume" -> "the network is back";
      case "finish" -> "good enough for today";
      default -> "wrong spec";
    };
  }
}
