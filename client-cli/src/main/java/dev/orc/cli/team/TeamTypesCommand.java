package dev.orc.cli.team;

import dev.orc.cli.api.ApiJson;
import dev.orc.cli.command.Command;
import dev.orc.cli.command.CommandContext;
import dev.orc.cli.command.Failure;
import dev.orc.cli.command.GivenArguments;
import dev.orc.cli.command.Syntax;
import dev.orc.cli.host.WorkerStart;
import dev.orc.cli.screen.Clean;
import dev.orc.cli.screen.Table;
import dev.orc.workflows.model.TypeCard;
import java.util.List;

/** {@code orc team types}: the types of projects that there are, and all that one says. */
final class TeamTypesCommand implements Command {
  private static final String BUNDLED = "bundled";

  /** Nobody shall take a lane for more than it is. */
  private static final String LANES =
      "  (a lane: who takes work up is told when it is done, and is merged after it; no commit travels"
          + " by itself)";

  @Override
  public Syntax syntax() {
    return Syntax.of(this, "types", "List the types of projects; all that one says of its team.")
        .optionalWord("TYPE", "This one, with its signs, conditions, lanes and phases.")
        .option("--project", "DIR", "Whose own types count too; otherwise this directory.")
        .json()
        .example("orc team types")
        .example("orc team types web_application");
  }

  @Override
  public int run(GivenArguments given, CommandContext here) {
    String project = RoleProject.query(given.text("--project"), here);
    List<TypeCard> all = WorkerStart.apiOf(here).list(TypeCard.class, "/v1/types" + project);
    String named = given.word(0);
    List<TypeCard> types = named == null ? all : List.of(one(named, all));
    if (given.flag("--json")) {
      here.say(ApiJson.text(types));
    } else if (named == null) {
      table(types).lines(here.terminal().room(), "").forEach(here::say);
      types.stream()
          .filter(type -> !BUNDLED.equals(type.origin()))
          .forEach(type -> here.say(Clean.line(type.name() + " comes from " + type.origin())));
    } else {
      say(types.get(0), here);
    }
    return Failure.DONE;
  }

  private static TypeCard one(String named, List<TypeCard> all) {
    return all.stream()
        .filter(type -> type.name().equals(named) || type.alsoCalled().contains(named))
        .findFirst()
        .orElseThrow(
            () ->
                Failure.notFound(
                    "there is no type '" + named + "'",
                    "There are " + String.join(", ", all.stream().map(TypeCard::name).toList())));
  }

  private static Table table(List<TypeCard> types) {
    Table table = new Table(List.of("TYPE", "CORE", "OPTIONAL", "ABOUT"), List.of());
    for (TypeCard type : types) {
      table.row(
          type.name(), joined(type.core()), joined(type.optional()), Clean.line(type.about()));
    }
    return table;
  }

  private static void say(TypeCard type, CommandContext here) {
    here.say(Clean.line(type.name() + ": " + type.about()));
    part(here, "also called", List.of(joined(type.alsoCalled())));
    part(here, "core", List.of(joined(type.core())));
    part(here, "optional", List.of(joined(type.optional())));
    part(here, "more", List.of(joined(type.more())));
    part(here, "dependency", type.dependencies());
    part(here, "condition", type.conditions());
    part(here, "lane", type.lanes());
    if (!type.lanes().isEmpty()) {
      here.say(LANES);
    }
    part(here, "phase", type.phases());
    part(here, "sign", type.signs());
    part(here, "from", List.of(type.origin()));
  }

  private static void part(CommandContext here, String name, List<String> lines) {
    lines.stream()
        .filter(line -> !line.isEmpty())
        .forEach(line -> here.say(Clean.line("  " + name + ": " + line)));
  }

  private static String joined(List<String> names) {
    return String.join(", ", names);
  }
}
