package dev.orc.cli.talk;

import dev.orc.cli.api.ApiClient;
import dev.orc.cli.api.CallerIds;
import dev.orc.cli.command.Command;
import dev.orc.cli.command.CommandContext;
import dev.orc.cli.command.Failure;
import dev.orc.cli.command.GivenArguments;
import dev.orc.cli.command.Syntax;
import dev.orc.cli.project.Projects;
import dev.orc.cli.project.Target;
import dev.orc.workflows.model.Accepted;
import dev.orc.workflows.model.Message;
import dev.orc.workflows.model.MessageKind;
import dev.orc.workflows.model.Spooled;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** {@code orc send}: a message to an agent or to a whole team. */
public final class Send implements Command {
  private static final Duration USUAL_WAIT = Duration.ofMinutes(10);
  private static final int HIGHEST_PRIORITY = 99;

  @Override
  public Syntax syntax() {
    return Syntax.of(this, "send", "Send a message to an agent, or to a whole team.")
        .word("TARGET", "project:role, project:@all; in an agent's window also role or @all.")
        .words("TEXT", "The text; '-' reads it from standard input.", 0)
        .number("--priority", "N", "0 to 99; from 90 on it interrupts a busy agent.")
        .option("--ttl", "TIME", "Drop it when it is not delivered within 30m, 2h, ...")
        .flag("--wait-answer", "Wait for the agent's answer and print it.")
        .option("--timeout", "TIME", "How long to wait for the answer (10m).")
        .option("--template", "NAME", "status-request, status or task; takes --field.")
        .options("--field", "KEY=VALUE", "A field of the template, as often as needed.")
        .json()
        .example("orc send shop:developer \"Please rebase on main.\"")
        .example("git log -3 | orc send shop:@all --priority 70 -")
        .example("orc send shop:tester --template task --field title=\"Test the cart\"");
  }

  @Override
  public int run(GivenArguments given, CommandContext here) {
    Target target = Target.read(given.word(0), here, ApiClient.of(here));
    Message message = message(given, here, target);
    Spooled spooled = Spooled.of(target.project(), message);
    String path = ApiClient.of(target.project(), "messages");
    Optional<Accepted> accepted = Handover.say(here, path, message, spooled, message.id());
    boolean json = given.flag("--json");
    if (!given.flag("--wait-answer") || accepted.isEmpty()) {
      accepted.ifPresent(
          word -> Handover.told(here, word, "Sent " + message.id() + " to " + target, json));
      return Failure.DONE;
    }
    Duration wait = given.time("--timeout");
    return new AnswerWait(here, target, message.id(), json).upTo(wait == null ? USUAL_WAIT : wait);
  }

  private static Message message(GivenArguments given, CommandContext here, Target target) {
    Instant now = here.now();
    Duration ttl = given.time("--ttl");
    return new Message(
        CallerIds.next(),
        Projects.caller(here),
        target.role(),
        MessageKind.ORDINARY,
        priority(given),
        ttl == null ? null : now.plus(ttl),
        given.flag("--wait-answer"),
        null,
        text(given, here),
        null,
        now);
  }

  private static int priority(GivenArguments given) {
    Integer priority = given.number("--priority");
    if (priority == null) {
      return MessageKind.ORDINARY.priority();
    }
    if (priority < 0 || priority > HIGHEST_PRIORITY) {
      throw Failure.usage("priority " + priority + " is out of range", "Say 0 to 99");
    }
    return priority;
  }

  private static String text(GivenArguments given, CommandContext here) {
    String template = given.text("--template");
    if (template == null) {
      if (!given.texts("--field").isEmpty()) {
        throw Failure.usage("--field belongs to a template", "Add --template NAME");
      }
      return TextArgument.text(given.words(1), here);
    }
    if (!given.words(1).isEmpty()) {
      throw Failure.usage("a template makes the text itself", "Leave the text out, use --field");
    }
    return Templates.fill(template, given.texts("--field"));
  }
}
