package dev.orc.activities.plan.team;

import dev.orc.activities.plan.detect.ProjectTree;
import dev.orc.activities.plan.spec.SpecDocument;
import dev.orc.workflows.model.Program;
import dev.orc.workflows.model.TeamWish;
import java.util.Optional;
import java.util.function.Function;

/**
 * Which team a project shall have.
 *
 * @param programs which program fills a role, by the role's name
 * @param records how roles did in earlier runs
 */
public record TeamQuestion(
    ProjectTree files,
    Optional<SpecDocument> spec,
    TeamWish wish,
    Function<String, Program> programs,
    RoleRecords records) {
  /** Of a host that knows of no earlier runs. */
  public TeamQuestion(
      ProjectTree files,
      Optional<SpecDocument> spec,
      TeamWish wish,
      Function<String, Program> programs) {
    this(files, spec, wish, programs, RoleRecords.NONE);
  }

  /** The same of another wish. */
  public TeamQuestion with(TeamWish other) {
    return new TeamQuestion(files, spec, other, programs, records);
  }
}
