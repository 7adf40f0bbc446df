package dev.orc.cli;

import dev.orc.cli.command.CommandContext;

/** The help of the whole program: every command with its summary, by group. */
final class Overview {
  private static final int NAME_WIDTH = 12;

  private Overview() {}

  static void print(CommandContext here) {
    here.say("Runs teams of AI coding agents around the clock, durably.");
    here.say("");
    here.say("Usage: orc COMMAND [OPTIONS]");
    for (Catalog.Group group : Catalog.GROUPS) {
      here.say("");
      here.say(group.title() + ":");
      for (String name : group.names()) {
        String[] summary = Catalog.make(name).syntax().spec().usageMessage().description();
        here.say("  " + name + " ".repeat(NAME_WIDTH - name.length()) + summary[0]);
      }
    }
    here.say("");
    here.say("Exit codes: 0 done, 1 failed, 2 usage, 3 not found, 4 no server, 5 refused.");
    here.say("");
    here.say("Example:");
    here.say("  orc start shop.md --driver claude --watch");
    here.say("");
    here.say("Help for one command: orc help COMMAND");
  }
}
