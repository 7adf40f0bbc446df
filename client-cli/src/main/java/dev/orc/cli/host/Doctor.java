package dev.orc.cli.host;

import dev.orc.cli.api.ApiJson;
import dev.orc.cli.command.Command;
import dev.orc.cli.command.CommandContext;
import dev.orc.cli.command.Failure;
import dev.orc.cli.command.GivenArguments;
import dev.orc.cli.command.Syntax;
import dev.orc.cli.screen.Clean;
import dev.orc.cli.screen.Paint;
import java.util.ArrayList;
import java.util.List;

/** {@code orc doctor}: looks at everything that orc needs, and says what to do. */
public final class Doctor implements Command {
  private static final int NAME_WIDTH = 14;

  @Override
  public Syntax syntax() {
    return Syntax.of(this, "doctor", "Look at everything that orc needs, and say what to do.")
        .json()
        .example("orc doctor");
  }

  @Override
  public int run(GivenArguments given, CommandContext here) {
    List<Check> checks = new ArrayList<>(ProgramChecks.all(here));
    checks.addAll(ConfigurationChecks.all(here));
    DatabaseCheck.check(here).ifPresent(checks::add);
    checks.addAll(WorkerChecks.all(here));
    boolean failed = checks.stream().anyMatch(Check::failed);
    if (given.flag("--json")) {
      here.say(ApiJson.text(checks));
    } else {
      checks.forEach(check -> tell(check, here));
    }
    return failed ? Failure.FAILED : Failure.DONE;
  }

  private static void tell(Check check, CommandContext here) {
    Paint paint = new Paint(here.terminal().colour());
    String word = check.state() + " ".repeat(4 - check.state().length());
    String painted =
        switch (check.state()) {
          case "ok" -> paint.green(word);
          case "warn" -> paint.yellow(word);
          default -> paint.red(word);
        };
    here.say(
        painted
            + "  "
            + check.name()
            + " ".repeat(NAME_WIDTH - check.name().length())
            + Clean.line(check.detail()));
    if (check.remedy() != null) {
      here.say("      " + " ".repeat(NAME_WIDTH) + Clean.line(check.remedy()));
    }
  }
}
