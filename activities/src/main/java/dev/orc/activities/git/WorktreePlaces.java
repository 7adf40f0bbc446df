package dev.orc.activities.git;

import dev.orc.workflows.model.AgentName;
import java.nio.file.Path;

/** Where the worktrees of a repository lie: in one folder beside it. Immutable. */
public final class WorktreePlaces {
  private static final String ENDING = "-tmux-worktrees";

  private final Path folder;

  WorktreePlaces(Path repository) {
    this.folder = repository.resolveSibling(repository.getFileName() + ENDING);
  }

  /** Where the worktrees of the repository in a directory lie. */
  public static Path beside(Path repository) {
    return new WorktreePlaces(repository).folder();
  }

  /** Whether a folder is called like one that holds worktrees: copies of what lies elsewhere. */
  public static boolean hold(Path folder) {
    return folder.getFileName().toString().endsWith(ENDING);
  }

  Path folder() {
    return folder;
  }

  Path of(String role) {
    return folder.resolve(AgentName.requireWord(role));
  }

  /** For a second orchestration over the same repository, whose role has its usual place taken. */
  Path of(String role, String project) {
    return folder.resolve(AgentName.requireWord(role) + "." + AgentName.requireWord(project));
  }

  /**
   * The place that is the role's in this orchestration: the usual one, where nobody else has it.
   */
  Path of(String role, String project, Checkouts checkouts) {
    Path usual = of(role);
    boolean taken =
        checkouts.at(usual).filter(Checkout::present).isPresent()
            && !new Ownership().allows(usual, project);
    return taken ? of(role, project) : usual;
  }

  /** Where an integration merges; gone when it is over. */
  Path integration(String project) {
    return folder.resolve(".integration-" + AgentName.requireWord(project));
  }

  boolean holds(Path path) {
    return folder.equals(path.getParent()) && !path.getFileName().toString().startsWith(".");
  }

  /** The role that the worktree at the path was made for. */
  static String role(Path path) {
    String name = path.getFileName().toString();
    int dot = name.indexOf('.');
    return dot < 0 ? name : name.substring(0, dot);
  }
}
