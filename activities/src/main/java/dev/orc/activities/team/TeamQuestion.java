package dev.orc.activities.team;

import dev.orc.activities.detect.ProjectTree;
import dev.orc.activities.spec.SpecDocument;
import dev.orc.workflows.model.Program;
import dev.orc.workflows.model.TeamWish;
import java.util.Optional;
import java.util.function.Function;

/**
 * Which team a project shall have.
 *
 * @param programs which program fills a role, by the role's name
 */
public record TeamQuestion(
    ProjectTree files,
    Optional<SpecDocument> spec,
    TeamWish wish,
    Function<String, Program> programs) {}
