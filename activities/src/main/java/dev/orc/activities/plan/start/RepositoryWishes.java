package dev.orc.activities.plan.start;

import dev.orc.activities.git.TrackedFiles;
import dev.orc.activities.plan.config.Config;
import dev.orc.activities.plan.config.EnvironmentSection;
import dev.orc.activities.plan.spec.SpecDocument;
import dev.orc.activities.plan.team.TeamTypes;
import dev.orc.base.text.Digest;
import dev.orc.workflows.model.HostFolders;
import dev.orc.workflows.model.Program;
import dev.orc.workflows.model.SideWindow;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * What a repository asks this host to run, beyond naming roles: agent programs and their arguments,
 * a dev server, the commands of a spec that came with it. One line each, exact to the character,
 * for a line is what a person allows. Thread-safe.
 */
final class RepositoryWishes {
  private final HostFolders folders;
  private final Config host;
  private final TrackedFiles tracked;

  /**
   * @param host what is configured without the repository
   */
  RepositoryWishes(HostFolders folders, Config host, TrackedFiles tracked) {
    this.folders = folders;
    this.host = host;
    this.tracked = tracked;
  }

  /** What its configuration asks for; what the host does anyway is no wish. */
  List<String> ofConfiguration(Path root) {
    Config wished = Config.wishedBy(folders, root);
    List<String> lines = new ArrayList<>();
    if (wished.driver() != null && !wished.driver().equals(host.driver())) {
      lines.add(".orc.yaml: every role is filled by " + wished.driver());
    }
    wished.programs().keySet().stream()
        .sorted()
        .filter(role -> !wished.programs().get(role).equals(host.program(role)))
        .forEach(role -> lines.add(line(role, wished.programs().get(role))));
    lines.addAll(ofTypes(root));
    wished.environments().forEach((name, section) -> lines.addAll(ofEnvironment(name, section)));
    return lines;
  }

  private static List<String> ofEnvironment(String name, EnvironmentSection section) {
    List<String> lines = new ArrayList<>();
    String of = ".orc.yaml: for " + name + " ";
    section.verify().forEach(command -> lines.add(of + "the result is proved by: " + command));
    section.variables().forEach(each -> lines.add(of + "every agent gets the variable " + each));
    if (section.devServer() != null) {
      lines.add(of + "the dev server is: " + section.devServer());
    }
    return lines;
  }

  /** Types of projects of its own, each with its text: another text is another wish. */
  static List<String> ofTypes(Path root) {
    List<String> lines = new ArrayList<>();
    TeamTypes.textsOf(root)
        .forEach(
            (name, text) ->
                lines.add(
                    ".orc/teams/%s.yaml: a project type of its own (sha-256 %s)"
                        .formatted(name, Digest.of(text))));
    return lines;
  }

  /** The commands of a spec that came with the repository. */
  List<String> ofSpec(Path root, SpecDocument document, List<String> verify) {
    Path file = Paths.real(document.file());
    return file.startsWith(Paths.real(root)) && tracked.has(root, file)
        ? verify.stream().map(command -> "spec: the result is proved by: " + command).toList()
        : List.of();
  }

  /** Windows whose program was found in the repository's files. */
  static List<String> ofWindows(List<SideWindow> found) {
    return found.stream()
        .filter(window -> !window.command().isEmpty())
        .map(window -> "window " + window.name() + " runs: " + words(window.command()))
        .toList();
  }

  private static String line(String role, Program program) {
    return ".orc.yaml: "
        + role
        + " is filled by "
        + program.driver()
        + (program.arguments().isEmpty() ? "" : " with " + words(program.arguments()));
  }

  /** So that where a word ends can not be hidden. */
  private static String words(List<String> words) {
    return String.join(
        " ", words.stream().map(word -> "'" + word.replace("'", "'\\''") + "'").toList());
  }
}
