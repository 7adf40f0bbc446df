package dev.orc.activities.plan.analysis;

import dev.orc.workflows.model.Team;
import dev.orc.workflows.model.TeamWish;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * What an analysis may choose from for one project, and how its choice becomes a team.
 *
 * @param project the slug, under which its tries are kept
 * @param wish what a person wants; it wins over the analysis
 * @param types the project types that there are
 * @param roles the names of the library's roles
 * @param duty a role's duty in one sentence, also of a numbered one as {@code developer-2}; empty
 *     when there is no such role
 * @param leads whether a role speaks for a team
 * @param team puts a team of a type together from names of roles
 */
public record TeamChoices(
    String project,
    TeamWish wish,
    List<String> types,
    List<String> roles,
    Function<String, Optional<String>> duty,
    Predicate<String> leads,
    BiFunction<String, List<String>, Team> team) {
  public TeamChoices {
    types = List.copyOf(types);
    roles = List.copyOf(roles);
  }
}
