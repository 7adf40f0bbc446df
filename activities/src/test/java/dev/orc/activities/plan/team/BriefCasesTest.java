package dev.orc.activities.plan.team;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orc.workflows.activities.AgentActivities.Handover;
import dev.orc.workflows.activities.AgentActivities.LaunchOrder;
import dev.orc.workflows.model.HostFolders;
import dev.orc.workflows.model.Program;
import dev.orc.workflows.model.Repository;
import dev.orc.workflows.model.Role;
import dev.orc.workflows.model.Spec;
import dev.orc.workflows.model.Team;
import dev.orc.workflows.model.Worktree;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What becomes of a brief where the team, the role or the files are out of the ordinary. */
class BriefCasesTest {
  private static final Program PROGRAM = Program.of("claude");

  @TempDir Path home;
  @TempDir Path project;
  private HostFolders folders;
  private Path document;

  @BeforeEach
  void writeTheSpec() throws IOException {
    folders = HostFolders.of(Map.of("ORC_HOME", home.toString()));
    document =
        Files.writeString(home.resolve("spec.md"), "Build a {{role}} and $1 \\ \u001b[2J.\n");
  }

  static List<String> names() {
    return RoleLibrary.bundled().names();
  }

  @ParameterizedTest
  @MethodSource("names")
  void everyRoleIsBriefedWithoutAGapLeft(String name) {
    Role role = role(name, null, null, List.of());
    String brief = render(role, team(role));

    assertThat(brief.replace("Build a {{role}} and $1 \\ .", "")).doesNotContain("{{", "}}");
    assertThat(brief)
        .startsWith("# You are the " + name + " of project demo\n\n" + role.duty())
        .contains(RoleLibrary.bundled().role(name).orElseThrow().folders().get(0))
        .contains("git worktree is `/w/" + name + "`")
        .doesNotContain("\n\n\n");
  }

  @Test
  void foreignTextStaysWhatItIs() {
    Role role = role("developer", null, null, List.of());
    assertThat(render(role, team(role)))
        .contains("Build a {{role}} and $1 \\ .")
        .doesNotContain("\u001b");
  }

  @Test
  void aTemporaryAgentHasOneTask() {
    Role role = role("researcher", null, "Find out\n## Done\nwhich {{queue}} fits", List.of());
    assertThat(render(role, team(role)))
        .contains("## Your one task\n\n> Find out\n> ## Done\n> which {{queue}} fits\n")
        .contains("that ends you")
        .contains("- researcher (you) (for one task): ");
  }

  @Test
  void threeTiersAreToldWhoManagesWhom() {
    Role engineer = role("developer-2", "project-manager-2", null, List.of());
    Role manager = role("project-manager-2", "orchestrator", null, List.of());
    Role other = role("tester", "project-manager-2", null, List.of());
    Team team = team(engineer, manager, other);

    assertThat(render(engineer, team))
        .contains("project-manager-2 manages you")
        .contains("without a result, tell project-manager-2.")
        .contains("- developer-2 (you) (under project-manager-2): ")
        .contains("developer has the same job as you")
        .contains("Working code for the requirements");
    assertThat(render(manager, team))
        .contains("You manage developer-2, tester:")
        .contains("tell orchestrator how it stands")
        .contains("orchestrator manages you");
    assertThat(render(role("tester", "gone", null, List.of()), team))
        .contains("without a result, tell orchestrator.")
        .doesNotContain("gone manages");
  }

  @Test
  void handOversAreTakenUpByOneCommand() {
    Role role = role("ui-designer", null, null, List.of("ux-researcher"));
    List<Handover> handovers =
        List.of(
            new Handover("ux-researcher", "ux/demo", "read design/\n# Fake\n{{spec}}"),
            new Handover("researcher", "it's; rm -rf x", "\u001b[31mred"),
            new Handover("logtracker", null, ""));

    assertThat(new Briefs(folders).render(order(role, team(role), handovers)))
        .contains("From ux-researcher, with `git merge ux/demo`:")
        .contains("> read design/\n> # Fake\n> {{spec}}\n")
        .contains("`git merge 'it'\\''s; rm -rf x'`")
        .contains("\n> red\n")
        .contains("From logtracker, without a branch:\n\n> (no words)");
  }

  @Test
  void whoIsWaitedForIsToldSo() {
    Role first = role("ux-researcher", null, null, List.of());
    Role second = role("ui-designer", null, null, List.of("ux-researcher"));

    assertThat(render(first, team(first, second)))
        .contains("ui-designer starts when you report done");
    assertThat(render(second, team(first, second))).doesNotContain("when you report done, with");
  }

  @Test
  void theProjectsOwnRoleIsTold() throws IOException {
    projectRole("developer", "Work on {{branch}} of {{project}}, from {{starting}}, for {{hub}}.");
    Role second = role("developer-2", null, null, List.of());

    assertThat(render(second, team(second)))
        .contains("\nWork on feature/demo of demo, from main, for orchestrator.\n");
  }

  @Test
  void aFaultyFileKeepsNobodyFromStarting() throws IOException {
    projectRole("tester", "---\nminuts: 5\n---\nDo not count this.\n");
    projectRole("developer", "Build.");
    Files.createDirectories(folders.config());
    Files.writeString(folders.config().resolve("brief.md"), "{{nonsense}}");
    Role role = role("developer", null, null, List.of());

    assertThat(render(role, team(role)))
        .startsWith("# You are the developer of project demo")
        .contains("\nBuild.\n")
        .contains("## Files that could not be used")
        .contains("tester.md:2: unknown key 'minuts'")
        .contains("brief.md:1: unknown placeholder 'nonsense'");
    Role tester = role("tester", null, null, List.of());
    assertThat(render(tester, team(tester))).doesNotContain("Do not count this.");
  }

  @Test
  void theUserCanHaveAnotherTemplate() throws IOException {
    Files.createDirectories(folders.config());
    Files.writeString(
        folders.config().resolve("brief.md"), "I am {{role}}. {{part}}\n{{ spaced }} {{spec}}");
    projectRole("developer", "Build.");
    Role role = role("developer", null, null, List.of());

    assertThat(render(role, team(role)))
        .isEqualTo("I am developer. Build.\n{{ spaced }} Build a {{role}} and $1 \\ .\n");
  }

  private void projectRole(String name, String text) throws IOException {
    Path roles = Files.createDirectories(project.resolve(".orc/roles"));
    Files.writeString(roles.resolve(name + ".md"), text);
  }

  /** The usual team with these over those of the same name. */
  private static Team team(Role... more) {
    List<Role> roles = new ArrayList<>();
    for (Role usual : new Teams().of(List.of(), name -> PROGRAM).roles()) {
      if (List.of(more).stream().noneMatch(role -> role.name().equals(usual.name()))) {
        roles.add(usual);
      }
    }
    roles.addAll(List.of(more));
    return new Team("code_project", roles);
  }

  private static Role role(String name, String manager, String task, List<String> after) {
    LibraryRole known = RoleLibrary.bundled().role(name).orElseThrow();
    return new Role(
        name,
        known.duty(),
        known.leads(),
        known.minutes(),
        known.branch(),
        known.talksTo(),
        known.waitsFor(),
        after,
        manager,
        task,
        PROGRAM);
  }

  private String render(Role role, Team team) {
    return new Briefs(folders).render(order(role, team, List.of()));
  }

  private LaunchOrder order(Role role, Team team, List<Handover> handovers) {
    return new LaunchOrder(
        "demo",
        new Repository(project.toString(), "main", "abc"),
        new Spec("Demo", document.toString(), "0", "goal", List.of(), List.of()),
        team,
        role,
        new Worktree(role.name(), "/w/" + role.name(), role.branchPrefix() + "demo", "plain"),
        1,
        false,
        List.of(),
        handovers,
        Duration.ofMinutes(1));
  }
}
