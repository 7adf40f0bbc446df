package dev.orc.activities.git;

import dev.orc.activities.failure.Refusal;
import dev.orc.activities.failure.Refusal.Kind;
import dev.orc.workflows.model.AgentName;
import java.nio.file.Path;

/** What the branches of roles are called. Immutable. */
final class BranchNames {
  private final GitProgram git;
  private final Path repository;

  BranchNames(GitProgram git, Path repository) {
    this.git = git;
    this.repository = repository;
  }

  /** The branch of a role, which it has unless somebody else is on it. */
  String of(String prefix, String project, String role) {
    String branch = prefix + project;
    if (!git.agrees(repository, "check-ref-format", "--branch", branch)) {
      throw new Refusal(
          Kind.REFUSED,
          "'" + branch + "' can not be a branch's name",
          "change the branch prefix of role " + role);
    }
    return branch;
  }

  /** The branch of a role that finds somebody else on the usual one. */
  static String own(String branch, String role) {
    return branch + "-" + AgentName.requireWord(role);
  }
}
