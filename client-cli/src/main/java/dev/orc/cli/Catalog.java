package dev.orc.cli;

import dev.orc.cli.command.Command;
import dev.orc.cli.host.Up;
import dev.orc.cli.project.Start;
import dev.orc.cli.project.Status;
import dev.orc.cli.project.Watch;
import dev.orc.cli.talk.Report;
import dev.orc.cli.talk.Send;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Every command, in the order of the help. A command is only made when it is asked for. */
final class Catalog {
  /** A command before it is made. */
  record Entry(String group, String name, Supplier<Command> maker) {}

  private static final String HOST = "This host";
  private static final String RUNNING = "Projects";
  private static final String TALKING = "Talking";

  static final List<Entry> ALL =
      List.of(
          new Entry(HOST, "up", Up::new),
          new Entry(RUNNING, "start", Start::new),
          new Entry(RUNNING, "status", Status::new),
          new Entry(RUNNING, "watch", Watch::new),
          new Entry(TALKING, "send", Send::new),
          new Entry(TALKING, "report", Report::new));

  private Catalog() {}

  static Optional<Entry> find(String name) {
    return ALL.stream().filter(entry -> entry.name().equals(name)).findFirst();
  }
}
