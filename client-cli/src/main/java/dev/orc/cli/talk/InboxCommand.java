package dev.orc.cli.talk;

import dev.orc.cli.api.ApiClient;
import dev.orc.cli.api.ApiJson;
import dev.orc.cli.command.Command;
import dev.orc.cli.command.CommandContext;
import dev.orc.cli.command.Failure;
import dev.orc.cli.command.GivenArguments;
import dev.orc.cli.command.Syntax;
import dev.orc.cli.project.Projects;
import dev.orc.cli.project.Target;
import dev.orc.cli.screen.Ago;
import dev.orc.cli.screen.Table;
import dev.orc.workflows.model.Letter;
import dev.orc.workflows.model.Message;
import java.time.Instant;
import java.util.List;

/** {@code orc inbox}: messages and what became of them. */
public final class InboxCommand implements Command {
  @Override
  public Syntax syntax() {
    return Syntax.of(this, "inbox", "Show messages and what became of them.")
        .optionalWord("TARGET", "project:role, a role or a project; otherwise your own, or all.")
        .json()
        .example("orc inbox shop:developer");
  }

  @Override
  public int run(GivenArguments given, CommandContext here) {
    ApiClient api = ApiClient.of(here);
    Target target = target(given.word(0), here, api);
    boolean all = target.role().equals(Message.ALL);
    String query = all ? "" : "?role=" + ApiClient.part(target.role());
    List<Letter> letters = api.list(Letter.class, ApiClient.of(target.project(), "inbox") + query);
    if (given.flag("--json")) {
      here.say(ApiJson.text(letters));
    } else if (letters.isEmpty()) {
      here.say("There is no message for " + target + ".");
    } else {
      table(letters, here.now()).lines(here.terminal().room(), "").forEach(here::say);
    }
    return Failure.DONE;
  }

  private static Target target(String word, CommandContext here, ApiClient api) {
    return word == null && here.role() != null
        ? new Target(Projects.chosen(null, here, api), here.role())
        : Target.orProject(word, here, api);
  }

  private static Table table(List<Letter> letters, Instant now) {
    Table table = new Table(List.of("ID", "FROM", "TO", "AGE", "STATE", "TEXT"), List.of("AGE"));
    for (Letter letter : letters) {
      Message message = letter.message();
      table.row(
          shown(message),
          message.from(),
          message.to(),
          Ago.since(message.at(), now),
          letter.why() == null ? letter.state() : letter.state() + ": " + letter.why(),
          message.text() == null ? "(in " + message.file() + ")" : message.text());
    }
    return table;
  }

  /** Of a message to all each receiver's copy ends in the role, which is in its own column. */
  private static String shown(Message message) {
    String copy = "/" + message.to();
    return message.id().endsWith(copy)
        ? message.id().substring(0, message.id().length() - copy.length())
        : message.id();
  }
}
