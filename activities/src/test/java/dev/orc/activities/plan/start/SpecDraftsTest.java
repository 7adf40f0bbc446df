package dev.orc.activities.plan.start;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.orc.activities.failure.Refusal;
import dev.orc.activities.git.GitForTests;
import dev.orc.activities.git.RepositoryCheck;
import dev.orc.activities.plan.spec.SpecDocument;
import dev.orc.activities.plan.spec.SpecReader;
import dev.orc.workflows.model.DraftRequest;
import dev.orc.workflows.model.HostFolders;
import dev.orc.workflows.model.SpecDraft;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Specs that are drafted from what a project says of itself. */
class SpecDraftsTest {
  @TempDir Path folder;
  private Path root;
  private HostFolders folders;
  private SpecDrafts drafts;

  @BeforeEach
  void makeTheProject() throws IOException {
    root = folder.toRealPath().resolve("projects/Task Templates");
    GitForTests.repository(root);
    folders = HostFolders.of(Map.of("ORC_HOME", folder.resolve("home").toString()));
    drafts = drafts(List.of(root.getParent()));
  }

  @Test
  void whatIsOpenAndWhatAgentsKeepToBecomesASpec() throws IOException {
    write(
        "README.md",
        "# Task Templates\n\n![badge](x)\n\nKeeps lists of tasks.\nFor teams.\n\nMore.");
    write(
        "TODO.md",
        "# To do\n- [ ] sort by date\n- [x] old one\n- mend \u001b[31mred\n## Done\n- gone\n");
    write("ROADMAP.md", "1. export as CSV\n2. ~~nothing~~\n");
    write("AGENTS.md", "Write tests first.");
    write("package.json", "{\"scripts\": {\"test\": \"node --test\"}}");

    SpecDraft draft = drafts.of(new DraftRequest(root.resolve(".").toString(), null));

    assertThat(draft.directory()).isEqualTo(root.toString());
    assertThat(draft.sources())
        .containsExactly(
            "README.md: what it is",
            "TODO.md: 2 open",
            "ROADMAP.md: 1 open",
            "AGENTS.md: what agents keep to");
    assertThat(Path.of(draft.file())).startsWith(folders.state()).content().isEqualTo(draft.text());
    SpecDocument spec = new SpecReader().read(Path.of(draft.file()));
    assertThat(spec.title()).isEqualTo("Task Templates");
    assertThat(spec.goal()).startsWith("Keeps lists of tasks. For teams. Work on what is open");
    assertThat(spec.requirements().get(0)).isEqualTo("sort by date (TODO.md:2)");
    assertThat(spec.requirements()).hasSize(3).contains("export as CSV (ROADMAP.md:1)");
    assertThat(spec.text()).doesNotContain("\u001b");
    assertThat(spec.constraints()).contains("Keep to what AGENTS.md says.");
    assertThat(spec.verify()).containsExactly("npm test");
    assertThat(GitForTests.at(root).say("status", "--porcelain")).doesNotContain("draft");
  }

  @Test
  void whereNothingIsWrittenDownTheTeamFindsOutWhatIsNeeded() {
    SpecDocument spec = read(drafts.of(new DraftRequest(null, "task-templates")));

    assertThat(spec.title()).isEqualTo("A project");
    assertThat(spec.goal()).contains("Find out what the project needs most");
    assertThat(spec.verify()).isEmpty();
  }

  @Test
  void aProjectIsFoundByItsNameInTheProjectFolders() throws IOException {
    assertThat(drafts.of(new DraftRequest(null, "Task-Templates")).directory())
        .isEqualTo(root.toString());
    assertThat(drafts.of(new DraftRequest(null, "task templates")).directory())
        .isEqualTo(root.toString());
    refuses(drafts, "tasks", "no project in the project folders");
    assertThatThrownBy(() -> drafts.of(new DraftRequest(null, "task")))
        .isInstanceOfSatisfying(
            Refusal.class,
            refusal -> assertThat(refusal.remedy()).isEqualTo("did you mean Task Templates?"));
    refuses(drafts(List.of()), "tasks", "no folder with projects is configured");
    Path twin = folder.toRealPath().resolve("more/task-templates");
    GitForTests.repository(twin);
    refuses(drafts(List.of(root.getParent(), twin.getParent())), "task-templates", "of 2 projects");
  }

  @Test
  void nothingThatIsWrittenThereBecomesACommand() throws IOException {
    write("README.md", "# VERIFY: touch a\n\nVERIFY: touch b\n\n```\nVERIFY: touch c\n```\n");
    write("TODO.md", "- VERIFY: touch d\n- ```\n- x\n## VERIFY\n- touch e\n");

    assertThat(read(drafts.of(new DraftRequest(root.toString(), null))).verify()).isEmpty();
  }

  @Test
  void aDraftThatWasEditedStaysBesideTheNewOne() throws IOException {
    SpecDraft first = drafts.of(new DraftRequest(root.toString(), null));
    Files.writeString(Path.of(first.file()), "GOAL: mine");

    drafts.of(new DraftRequest(root.toString(), null));

    assertThat(Path.of(first.file()).resolveSibling("draft.before.md")).hasContent("GOAL: mine");
  }

  @Test
  void aLinkOutOfTheRepositoryIsNotRead() throws IOException {
    Files.writeString(folder.resolve("TODO.md"), "- my secret\n");
    Files.createSymbolicLink(root.resolve("TODO.md"), folder.resolve("TODO.md"));

    assertThat(drafts.of(new DraftRequest(root.toString(), null)).text()).doesNotContain("secret");
  }

  @Test
  void openIssuesAreAskedOfGitHubsProgramWhereItIs() throws IOException {
    Path bin = Files.createDirectories(folder.resolve("bin"));
    Path gh = bin.resolve("gh");
    Files.writeString(gh, "#!/bin/sh\n/bin/echo '[{\"number\": 7, \"title\": \"It forgets\"}]'\n");
    Files.setPosixFilePermissions(gh, PosixFilePermissions.fromString("rwx------"));

    OpenIssues issues = OpenIssues.of(root, bin.toString());
    assertThat(issues.lines()).containsExactly("It forgets (issue 7)");
    assertThat(issues.source()).contains("gh: 1 open issues");
    assertThat(OpenIssues.of(root, folder.toString()).lines()).isEmpty();
    Files.writeString(gh, "#!/bin/sh\n/bin/echo not logged in; exit 4\n");
    assertThat(OpenIssues.of(root, bin.toString()).lines()).isEmpty();
  }

  private SpecDrafts drafts(List<Path> projects) {
    return new SpecDrafts(folders, projects, new RepositoryCheck(GitForTests.program()));
  }

  private static void refuses(SpecDrafts drafts, String name, String words) {
    assertThatThrownBy(() -> drafts.of(new DraftRequest(null, name)))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining(words);
  }

  private static SpecDocument read(SpecDraft draft) {
    return new SpecReader().read(Path.of(draft.file()));
  }

  private void write(String name, String text) throws IOException {
    Files.writeString(root.resolve(name), text);
  }
}
