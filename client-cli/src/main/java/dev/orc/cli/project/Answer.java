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
import dev.orc.workflows.model.AnswerRequest;
import dev.orc.workflows.model.AnswerTaken;
import dev.orc.workflows.model.Message;
import dev.orc.workflows.model.OpenQuestion;
import java.util.List;

/**
 * {@code orc answer}: shows what an agent asks, or answers it. What it asks is looked up first and
 * named with the answer, so that another question that comes in between is not answered by it.
 */
public final class Answer implements Command {
  @Override
  public Syntax syntax() {
    return Syntax.of(this, "answer", "Show what an agent asks, or answer it.")
        .word("TARGET", "project:role; a role alone where one project is running.")
        .optionalWord("ANSWER", "A choice by its number or first words, or yes or no.")
        .option("--question", "ID", "Answer this one only, as it was shown.")
        .json()
        .example("orc answer shop:developer")
        .example("orc answer shop:developer yes")
        .example("orc answer shop:developer 2 --question 3fa91c");
  }

  @Override
  public int run(GivenArguments given, CommandContext here) {
    ApiClient api = ApiClient.of(here);
    Target target = Target.read(given.word(0), here, api);
    if (target.role().equals(Message.ALL)) {
      throw Failure.usage("one agent is answered at a time", "Say project:role");
    }
    OpenQuestion open =
        api.get(
            OpenQuestion.class,
            ApiClient.of(target.project(), "question") + "?role=" + target.role());
    String answer = given.word(1);
    if (answer == null) {
      here.say(given.flag("--json") ? ApiJson.text(open) : shown(target, open));
      return Failure.DONE;
    }
    String seen = given.text("--question");
    AnswerRequest request =
        new AnswerRequest(
            CallerIds.next(),
            Projects.caller(here),
            target.role(),
            seen == null ? open.id() : seen,
            answer);
    AnswerTaken taken =
        api.post(AnswerTaken.class, ApiClient.of(target.project(), "answer"), request);
    here.say(
        given.flag("--json")
            ? ApiJson.text(taken)
            : target + " is told: " + Clean.line(taken.choice()));
    return Failure.DONE;
  }

  private static String shown(Target target, OpenQuestion open) {
    StringBuilder text = new StringBuilder(target + " asks:\n\n  " + Clean.line(open.text()));
    List<String> choices = open.choices();
    if (choices.isEmpty()) {
      return text + "\n\nIt is answered in its window: orc attach " + target;
    }
    text.append('\n');
    for (int i = 0; i < choices.size(); i++) {
      text.append("\n  ").append(i + 1).append("  ").append(Clean.line(choices.get(i)));
    }
    return text.append("\n\norc answer ")
        .append(target)
        .append(" NUMBER --question ")
        .append(open.id())
        .toString();
  }
}
