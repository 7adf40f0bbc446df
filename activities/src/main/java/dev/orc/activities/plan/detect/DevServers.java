package dev.orc.activities.plan.detect;

import dev.orc.activities.failure.Refusal;
import dev.orc.base.text.CommandWords;
import dev.orc.workflows.model.SideWindow;
import dev.orc.workflows.model.StartRequest;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Finds how a project's dev server is started, or takes what a person says. What is found is only
 * shown and run later; nothing of the project is run to find it. Stateless.
 */
public final class DevServers {
  private static final String REMEDY =
      "write it as --dev-server 'npm run dev', or --dev-server none for no such window";

  /**
   * The first that fits counts: what makes a project a project of one kind and nothing else comes
   * before scripts that any kind may have.
   */
  private static final List<DevServer> KINDS =
      List.of(
          new RailsServer(),
          new DjangoServer(),
          new NodeServer(),
          new FastApiServer(),
          new MavenServer(),
          new GradleServer(),
          new GoServer(),
          new CargoServer(),
          new MakeServer());

  private DevServers() {}

  /** The dev server of the project at this root; empty when its files tell of none. */
  public static Optional<SideWindow> find(Path root) {
    ProjectFiles files = new ProjectFiles(root);
    return KINDS.stream()
        .flatMap(kind -> kind.in(files).stream())
        .map(found -> window(root, found.command(), found.why()))
        .findFirst();
  }

  /**
   * The dev server that a person names by its command line; empty for {@link
   * StartRequest#NO_DEV_SERVER}.
   *
   * @throws Refusal when it can not be a command line
   */
  public static Optional<SideWindow> given(String commandLine, Path root) {
    String line = commandLine.strip();
    if (line.equals(StartRequest.NO_DEV_SERVER)) {
      return Optional.empty();
    }
    List<String> command = words(line);
    if (command.isEmpty() || command.get(0).isEmpty()) {
      throw new Refusal(
          Refusal.Kind.USAGE, "the dev server's command line names no program", REMEDY);
    }
    return Optional.of(window(root, command, "given"));
  }

  private static List<String> words(String line) {
    if (line.chars().anyMatch(Character::isISOControl)) {
      throw new Refusal(
          Refusal.Kind.USAGE, "the dev server's command line holds control characters", REMEDY);
    }
    try {
      return CommandWords.of(line);
    } catch (IllegalArgumentException e) {
      throw new Refusal(
          Refusal.Kind.USAGE, "the dev server's command line: " + e.getMessage(), REMEDY);
    }
  }

  private static SideWindow window(Path root, List<String> command, String why) {
    return new SideWindow(
        SideWindow.SERVER, root.toAbsolutePath().normalize().toString(), command, why);
  }
}
