package dev.orc.activities.plan.spec;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orc.base.process.Ended;
import dev.orc.base.process.ProgramRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Spec Kit directories that are complete, and the command that keeps them honest. */
class SpecKitTest {
  private static final String SPECIFICATION =
      """
      # Feature Specification: Photo albums

      **Feature Branch**: `001-albums`
      **Input**: User description: "Sort my photos
      by date"\s\s

      ## User Scenarios & Testing *(mandatory)*

      ### User Story 1 - Sorting (Priority: P1)

      **Acceptance Scenarios**:

      1. **Given** two photos, **When** they are added,
         **Then** the older one comes first

      ---

      ### Edge Cases
      - none is a criterion

      ## Requirements *(mandatory)*
      - **FR-001**: It MUST sort; see [the notes](notes.md) and [FR-002]

      ## Success Criteria *(mandatory)*

      ### Measurable Outcomes
      - **SC-001**: A thousand photos in a second

      ## Review & Acceptance Checklist
      - [x] No [NEEDS CLARIFICATION] markers remain
      - `[FEATURE NAME]` in code is an example, and [links](https://example.org) are links
      <!-- ACTION REQUIRED: replace [FEATURE NAME] -->
      """;

  @TempDir Path folder;
  private Path kit;

  @BeforeEach
  void write() throws IOException {
    Path git = Files.createDirectories(folder.resolve("repo/.git"));
    Files.writeString(git.resolve("HEAD"), "ref: refs/heads/main\n");
    kit = Files.createDirectories(folder.resolve("repo/it's here/specs/001-albums"));
    Files.writeString(kit.resolve("spec.md"), SPECIFICATION);
    Files.writeString(
        kit.resolve("plan.md"),
        "# Plan\n## Summary\nIn Java.\n| [e.g., 4th project] | [current need] |\nVERIFY: true\n");
    Files.writeString(
        kit.resolve("tasks.md"), "## Tasks\n- [ ] T001 [P] [US1] Sort\n- [x] T002 Add\n");
  }

  @Test
  void isOneSpec() {
    SpecDocument spec = new SpecReader().read(kit);

    assertThat(spec.title()).isEqualTo("Photo albums");
    assertThat(spec.goal()).isEqualTo("Sort my photos by date");
    assertThat(spec.criteria())
        .containsExactly(
            "Given two photos, When they are added, Then the older one comes first",
            "SC-001: A thousand photos in a second");
    assertThat(spec.requirements()).hasSize(1);
    assertThat(spec.file()).isEqualTo(kit);
    assertThat(spec.text())
        .containsSubsequence(
            "# Specification (it's here/specs/001-albums/spec.md)",
            "Sorting",
            "# Plan (it's here/specs/001-albums/plan.md)",
            "In Java.",
            "# Tasks (it's here/specs/001-albums/tasks.md)",
            "T001 [P]");
    assertThat(spec.verify()).hasSize(2).first().isEqualTo("true");
  }

  @Test
  void saysTheSameWhenItsTextIsReadAgain() throws IOException {
    SpecDocument spec = new SpecReader().read(kit);
    Path copy = Files.writeString(folder.resolve("copy.md"), spec.text());

    SpecDocument again = new SpecReader().read(copy);

    assertThat(again.title()).isEqualTo(spec.title());
    assertThat(again.goal()).isEqualTo(spec.goal());
    assertThat(again.verify()).isEqualTo(spec.verify());
  }

  @Test
  void isOnlyProvenWhenEveryTaskIsTicked() throws IOException, InterruptedException {
    Ended open = proven();
    assertThat(open.well()).isFalse();
    assertThat(open.out()).contains("2:- [ ] T001").contains("not ticked");

    tasks("- [x] T001 Sort\n\t* [X] **T002** Add\n- [ ] a checklist's box\n");
    assertThat(proven().well()).isTrue();
    tasks("\uFEFF* [ ] **T001** Sort\r\n- [x] T002 Add\r\n");
    assertThat(proven().well()).isFalse();
    tasks("all done\n");
    assertThat(proven().out()).contains("has no ticked task");
    Files.delete(kit.resolve("tasks.md"));
    assertThat(proven().out()).contains("is not committed in this repository");
  }

  @Test
  void liesInSpecsWhereThereIsNoRepository() throws IOException {
    Path alone = Files.createDirectories(folder.resolve("somewhere/004-x"));
    assertThat(new SpecKit(alone).place()).isEqualTo(Path.of("specs/004-x"));
  }

  @Test
  void onlyDirectoriesOfThatKindAreMeant() throws IOException {
    Path folders = Files.createDirectories(folder.resolve("docs"));
    Files.writeString(folders.resolve("spec.md"), "GOAL: an ordinary document");

    Files.writeString(Files.createDirectories(folder.resolve("todo")).resolve("plan.md"), "x");
    Files.writeString(folder.resolve("todo/tasks.md"), "x");

    assertThat(SpecKit.meantBy(folders)).isEmpty();
    assertThat(SpecKit.meantBy(folder.resolve("todo"))).isEmpty();
    assertThat(SpecKit.meantBy(folders.resolve("spec.md"))).isEmpty();
    assertThat(SpecKit.meantBy(kit.resolve("spec.md"))).contains(new SpecKit(kit));
    assertThat(new SpecReader().read(folders.resolve("spec.md")).goal()).contains("ordinary");
  }

  private void tasks(String text) throws IOException {
    Files.writeString(kit.resolve("tasks.md"), text);
  }

  private Ended proven() throws IOException, InterruptedException {
    String command = List.copyOf(verify()).get(1);
    return ProgramRun.of(List.of("sh", "-c", command))
        .in(folder.resolve("repo"))
        .within(Duration.ofSeconds(20))
        .run(() -> {});
  }

  private List<String> verify() throws IOException {
    Path tasks = kit.resolve("tasks.md");
    String kept = Files.exists(tasks) ? Files.readString(tasks) : null;
    tasks("- [ ] T001 Sort");
    List<String> verify = new SpecReader().read(kit).verify();
    if (kept == null) {
      Files.delete(tasks);
    } else {
      tasks(kept);
    }
    return verify;
  }
}
