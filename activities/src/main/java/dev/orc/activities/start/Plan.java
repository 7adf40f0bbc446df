package dev.orc.activities.start;

import dev.orc.activities.spec.SpecDocument;
import dev.orc.workflows.model.ProjectSettings;
import dev.orc.workflows.model.Repository;
import dev.orc.workflows.model.Spec;
import dev.orc.workflows.model.Team;

/**
 * What an orchestration would start with; nothing was changed to find it out.
 *
 * @param project the slug
 * @param spec names the copy of the document, which is only there once it is kept
 */
public record Plan(
    String project,
    Repository repository,
    Spec spec,
    Team team,
    ProjectSettings settings,
    SpecDocument document) {

  /** The repository's root. */
  public String directory() {
    return repository.directory();
  }
}
