package dev.orc.activities.plan.start;

import dev.orc.activities.git.RepositoryCheck;
import dev.orc.activities.plan.spec.SpecDocument;
import dev.orc.activities.plan.spec.SpecReader;
import dev.orc.activities.plan.team.RoleFileText;
import dev.orc.activities.plan.team.RoleLibrary;
import dev.orc.activities.plan.team.SampleBriefs;
import dev.orc.activities.plan.team.TeamTypes;
import dev.orc.activities.plan.team.Teams;
import dev.orc.workflows.model.HostFolders;
import dev.orc.workflows.model.RoleCard;
import dev.orc.workflows.model.TypeCard;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Answers which roles there are and what each would be told. Paths are absolute; an empty one is
 * none. Thread-safe.
 */
public final class RoleAnswers {
  private static final String NO_PROJECT = "sample";

  private final HostFolders folders;
  private final RepositoryCheck repositories;
  private final RepositoryTrusts trusts;

  /**
   * @param trusts whether a repository's own types count
   */
  public RoleAnswers(HostFolders folders, RepositoryCheck repositories, RepositoryTrusts trusts) {
    this.trusts = trusts;
    this.folders = folders;
    this.repositories = repositories;
  }

  /** The roles, those of the user and of the project among them. */
  public List<RoleCard> cards(String project) {
    return RoleLibrary.of(folders, directory(project)).cards();
  }

  /** The types of projects, those of the user and, where that is allowed, of the project. */
  public List<TypeCard> types(String project) {
    Optional<Path> directory = directory(project);
    Teams teams = new Teams(RoleLibrary.of(folders, directory));
    return TeamTypes.load(folders, directory.filter(trusts::allowsTypes), teams).cards();
  }

  /** What the role would be told in a sample orchestration. */
  public String brief(String role, String project, String spec) {
    Optional<SpecDocument> document =
        spec.isEmpty()
            ? Optional.empty()
            : Optional.of(new SpecReader().read(Paths.absolute(spec, "the spec")));
    Optional<Path> directory = directory(project);
    String slug = directory.map(Slug::of).orElse(NO_PROJECT);
    return new SampleBriefs(folders).of(role, new SampleBriefs.Subject(slug, directory, document));
  }

  /** The role as a file in its place would have it: where one of one's own begins. */
  public String file(String role, String project) {
    return RoleFileText.of(RoleLibrary.of(folders, directory(project)).require(role));
  }

  private Optional<Path> directory(String project) {
    return project.isEmpty()
        ? Optional.empty()
        : Optional.of(ProjectRoot.of(project, repositories));
  }
}
