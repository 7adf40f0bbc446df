package dev.orc.activities.git;

import dev.orc.workflows.model.PlannedWorktree;
import dev.orc.workflows.model.Repository;
import dev.orc.workflows.model.Role;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Foresees which worktree and branch each role of an orchestration would get, as {@link
 * WorktreeOpening} chooses them. Changes nothing. Thread-safe.
 */
public final class WorktreeForecast {
  private final GitProgram git;

  public WorktreeForecast(GitProgram git) {
    this.git = git;
  }

  /**
   * In the order of the roles.
   *
   * @throws dev.orc.activities.failure.Refusal when something is in the way of one
   */
  public List<PlannedWorktree> of(Repository repository, String project, List<Role> roles) {
    return Files.exists(Path.of(repository.directory(), ".git"))
        ? new Foresight(Path.of(repository.directory()), project).of(roles)
        : inNew(Path.of(repository.directory()), project, roles);
  }

  /** In a repository that is yet to be made nobody is in anybody's way but the roles themselves. */
  private static List<PlannedWorktree> inNew(Path directory, String project, List<Role> roles) {
    WorktreePlaces places = new WorktreePlaces(directory);
    Set<String> given = new HashSet<>();
    List<PlannedWorktree> planned = new ArrayList<>();
    for (Role role : roles) {
      String branch = role.branchPrefix() + project;
      String free = given.add(branch) ? branch : BranchNames.own(branch, role.name());
      planned.add(new PlannedWorktree(role.name(), places.of(role.name()).toString(), free));
    }
    return planned;
  }

  /** The look into one repository. */
  private final class Foresight {
    private final String project;
    private final WorktreePlaces places;
    private final Checkouts checkouts;
    private final BranchNames names;
    private final List<String> branches;
    private final Set<String> given = new HashSet<>();

    Foresight(Path repository, String project) {
      this.project = project;
      this.places = new WorktreePlaces(repository);
      this.checkouts = new Checkouts(git, repository);
      this.names = new BranchNames(git, repository);
      this.branches =
          git.say(repository, "for-each-ref", "--format=%(refname:lstrip=2)", "refs/heads/")
              .lines()
              .toList();
    }

    List<PlannedWorktree> of(List<Role> roles) {
      return roles.stream().map(this::of).toList();
    }

    private PlannedWorktree of(Role role) {
      Path place = places.of(role.name(), project, checkouts);
      Optional<Checkout> found =
          checkouts.at(place).filter(one -> one.present() && !one.halfMade());
      String branch = found.isPresent() ? found.get().branch() : made(place, role);
      if (branch != null) {
        given.add(branch);
      }
      return new PlannedWorktree(role.name(), place.toString(), branch);
    }

    /** The branch of a new worktree; null when it would be on none. */
    private String made(Path place, Role role) {
      if (!Files.isRegularFile(place.resolve(".git"))) {
        WorktreeOpening.refuseWhatIsInTheWay(place);
      }
      String branch = names.of(role.branchPrefix(), project, role.name());
      String own = BranchNames.own(branch, role.name());
      return free(branch) ? branch : free(own) ? own : null;
    }

    private boolean free(String branch) {
      return !given.contains(branch)
          && checkouts.on(branch).isEmpty()
          && branches.stream().noneMatch(other -> within(other, branch) || within(branch, other));
    }

    /** Git keeps branches as files: there is no {@code a/b} where there is an {@code a}. */
    private boolean within(String branch, String folder) {
      return branch.startsWith(folder + "/");
    }
  }
}
