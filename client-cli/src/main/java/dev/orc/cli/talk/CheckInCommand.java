package dev.orc.cli.talk;

import dev.orc.cli.command.Command;
import dev.orc.cli.command.CommandContext;
import dev.orc.cli.command.GivenArguments;
import dev.orc.cli.command.Syntax;
import java.util.List;

/** {@code orc checkin}: messages that a timer sends. */
public final class CheckInCommand implements Command {
  @Override
  public Syntax syntax() {
    return Syntax.of(this, "checkin", "Plan messages that a timer sends.")
        .json()
        .below(List.of(new CheckInAdd(), new CheckInList(), new CheckInRemove()))
        .example("orc checkin add 30 \"Are the tests green?\"");
  }

  @Override
  public int run(GivenArguments given, CommandContext here) {
    return new CheckInList().run(given, here);
  }
}
