package dev.orc.activities.plan.team;

import dev.orc.activities.git.WorktreePlaces;
import dev.orc.activities.plan.spec.SpecDocument;
import dev.orc.workflows.activities.AgentActivities.LaunchOrder;
import dev.orc.workflows.model.HostFolders;
import dev.orc.workflows.model.Program;
import dev.orc.workflows.model.Repository;
import dev.orc.workflows.model.Role;
import dev.orc.workflows.model.Spec;
import dev.orc.workflows.model.Team;
import dev.orc.workflows.model.Worktree;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Writes the brief that a role would get in a sample orchestration: the default team, and the role
 * with those that it needs where they are not in it. Immutable.
 */
public final class SampleBriefs {
  private static final Spec NO_SPEC =
      new Spec("(its title)", "", "", "(its goal)", List.of(), List.of());
  private static final String NO_TEXT = "(Here stands the spec; name one to see it.)";

  private final HostFolders folders;

  public SampleBriefs(HostFolders folders) {
    this.folders = folders;
  }

  /**
   * What the sample is about.
   *
   * @param slug what the orchestration would be called
   * @param directory of the project, whose own roles count; empty for none
   */
  public record Subject(String slug, Optional<Path> directory, Optional<SpecDocument> spec) {}

  /**
   * The brief, in Markdown.
   *
   * @throws dev.orc.activities.failure.Refusal when there is no such role, or a file is faulty
   */
  public String of(String given, Subject subject) {
    RoleLibrary library = RoleLibrary.of(folders, subject.directory());
    String name = RoleLibrary.canonical(given);
    Team team = team(name, library.require(name), library);
    Path file = subject.spec().map(SpecDocument::file).orElse(Path.of("spec.md"));
    Spec spec = subject.spec().map(document -> document.asSpec(file)).orElse(NO_SPEC);
    String text = subject.spec().map(read -> Briefs.spec(spec, read.text())).orElse(NO_TEXT);
    LaunchOrder order = order(team.role(name).orElseThrow(), team, spec, subject);
    return Briefs.render(order, library, BriefTemplate.of(folders), text);
  }

  private static Team team(String name, LibraryRole role, RoleLibrary library) {
    Teams teams = new Teams(library);
    List<String> names = new ArrayList<>();
    teams.of(List.of(), Program::of).roles().forEach(usual -> names.add(usual.name()));
    role.needs().stream().filter(need -> !names.contains(need)).forEach(names::add);
    if (!names.contains(name)) {
      names.add(name);
    }
    return teams.of(names, Program::of);
  }

  private static LaunchOrder order(Role role, Team team, Spec spec, Subject subject) {
    String directory = subject.directory().map(Path::toString).orElse("/path/to/" + subject.slug());
    return new LaunchOrder(
        subject.slug(),
        new Repository(directory, "main", null),
        spec,
        team,
        role,
        new Worktree(
            role.name(),
            WorktreePlaces.beside(Path.of(directory)) + "/" + role.name(),
            role.branchPrefix() + subject.slug(),
            "plain"),
        1,
        false,
        List.of(),
        List.of(),
        Duration.ofMinutes(1));
  }
}
