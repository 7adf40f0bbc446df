package dev.orc.activities.plan.team;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.orc.activities.failure.Refusal;
import dev.orc.workflows.model.HostFolders;
import dev.orc.workflows.model.RoleCard;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Roles of one's own: the user's over those of orc, the project's over both. */
class RoleLibraryTest {
  @TempDir Path home;
  @TempDir Path project;
  private HostFolders folders;
  private final LibraryRole bundled = RoleLibrary.bundled().role("developer").orElseThrow();

  @BeforeEach
  void findTheFolders() {
    folders = HostFolders.of(Map.of("ORC_HOME", home.toString()));
  }

  @Test
  void aFileSaysOnlyWhatDiffers() throws IOException {
    Path file = user("developer", "---\nminutes: 20\nfolders: [src/, lib/x]\n---\n");

    LibraryRole role = library().role("developer").orElseThrow();

    assertThat(role.minutes()).isEqualTo(20);
    assertThat(role.folders()).containsExactly("src/", "lib/x");
    assertThat(role.origin()).isEqualTo(file.toString());
    assertThat(role.duty()).isEqualTo(bundled.duty());
    assertThat(role.brief()).isEqualTo(bundled.brief());
    assertThat(library().names()).isEqualTo(RoleLibrary.bundled().names());
  }

  @Test
  void aBodyAloneReplacesTheBrief() throws IOException {
    user("developer", "\ufeff\r\n## Yours\r\n\r\nBuild \u001b[31m{{project}}.\r\n\r\n");

    LibraryRole role = library().role("developer").orElseThrow();

    assertThat(role.brief()).isEqualTo("## Yours\n\nBuild {{project}}.");
    assertThat(role.talksTo()).isEqualTo(bundled.talksTo());
  }

  @Test
  void theProjectHasTheLastWordKeyByKey() throws IOException {
    user("developer", "---\nminutes: 20\nbranch: mine/\n---\nThe user's.\n");
    project("developer", "---\nminutes: 10\n---\n");

    LibraryRole role = library().role("developer").orElseThrow();

    assertThat(role.minutes()).isEqualTo(10);
    assertThat(role.branch()).isEqualTo("mine/");
    assertThat(role.brief()).isEqualTo("The user's.");
    assertThat(RoleLibrary.of(folders, Optional.empty()).role("developer").orElseThrow().minutes())
        .isEqualTo(20);
  }

  @Test
  void aNewRoleNeedsNoMoreThanADuty() throws IOException {
    project("game-designer", "---\nduty: Makes it fun.\n---\n");

    LibraryRole role = library().role("game-designer").orElseThrow();

    assertThat(role.duty()).isEqualTo("Makes it fun.");
    assertThat(role.branch()).isEqualTo("game-designer/");
    assertThat(role.minutes()).isEqualTo(30);
    assertThat(role.leads()).isFalse();
    assertThat(library().names()).hasSize(45).endsWith("game-designer");
    assertThat(library().role("game-designer-3")).contains(role);
  }

  @Test
  void aRoleCanStandOnAnotherOfAnyFile() throws IOException {
    user("house-developer", "---\nextends: developer\nminutes: 15\n---\n");
    project("game-developer", "---\nextends: shader-developer\nduty: Makes games.\n---\n");
    project("shader-developer", "---\nextends: House_Developer\n---\nShade.\n");

    LibraryRole role = library().role("game-developer").orElseThrow();

    assertThat(role.minutes()).isEqualTo(15);
    assertThat(role.brief()).isEqualTo("Shade.");
    assertThat(role.duty()).isEqualTo("Makes games.");
    assertThat(role.talksTo()).isEqualTo(bundled.talksTo());
  }

  @Test
  void theSecondOfARoleCanBeAnother() throws IOException {
    project("developer-2", "---\nduty: Builds the other half.\n---\n");

    assertThat(library().role("developer-2").orElseThrow().duty()).contains("other half");
    assertThat(library().role("developer-2").orElseThrow().brief()).isEqualTo(bundled.brief());
    assertThat(library().role("developer-3")).contains(bundled);
  }

  @Test
  void rolesOfOneFolderKnowEachOther() throws IOException {
    project("a-one", "---\nduty: A.\ntalks-to: [b-two, developer-2]\nneeds: [B_Two]\n---\n");
    project("b-two", "---\nduty: B.\n---\n");

    assertThat(library().role("a-one").orElseThrow().needs()).containsExactly("b-two");
  }

  @Test
  void cardsSayWhereARoleComesFrom() throws IOException {
    Path file = project("tester", "---\nminutes: 5\n---\n");

    assertThat(library().cards())
        .filteredOn(card -> !card.origin().equals("bundled"))
        .extracting(RoleCard::name, RoleCard::checkInMinutes, RoleCard::origin)
        .containsExactly(org.assertj.core.groups.Tuple.tuple("tester", 5, file.toString()));
  }

  @Test
  void namesAreKnownWhateverIsInTheFiles() throws IOException {
    project("broken", "---\nnonsense: 1\n---\n");
    user("mine", "---\nduty: M.\n---\n");

    assertThat(RoleLibrary.names(Optional.of(folders), Optional.of(project)))
        .contains("broken", "mine", "developer");
    assertThat(RoleLibrary.names(Optional.empty(), Optional.empty())).doesNotContain("mine");
  }

  @Test
  void theNearestRoleIsNamed() {
    assertThat(library().require("UI_designer").name()).isEqualTo("ui-designer");
    assertThatThrownBy(() -> library().require("ui-desinger"))
        .isInstanceOfSatisfying(
            Refusal.class,
            refusal -> {
              assertThat(refusal.kind()).isEqualTo(Refusal.Kind.NOT_FOUND);
              assertThat(refusal.remedy()).isEqualTo("did you mean ui-designer?");
            });
  }

  private RoleLibrary library() {
    return RoleLibrary.of(folders, Optional.of(project));
  }

  private Path user(String name, String text) throws IOException {
    return write(folders.config().resolve("roles"), name, text);
  }

  private Path project(String name, String text) throws IOException {
    return write(project.resolve(".orc/roles"), name, text);
  }

  private static Path write(Path folder, String name, String text) throws IOException {
    return Files.writeString(Files.createDirectories(folder).resolve(name + ".md"), text);
  }
}
