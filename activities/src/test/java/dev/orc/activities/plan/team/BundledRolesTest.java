package dev.orc.activities.plan.team;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orc.activities.yaml.Fault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What comes with orc is whole, and no role is a copy of another. */
class BundledRolesTest {
  private static final RoleLibrary LIBRARY = RoleLibrary.bundled();

  /** Headings and the few turns of phrase that any two trades may have in common. */
  private static final int SHARED_LINES = 2;

  static List<String> names() {
    return LIBRARY.names();
  }

  @Test
  void thereAreFifteenCoreRolesAndTwentyNineSpecialists() {
    assertThat(count("core")).isEqualTo(15);
    assertThat(count("engineering")).isEqualTo(6);
    assertThat(count("design")).isEqualTo(5);
    assertThat(count("marketing")).isEqualTo(5);
    assertThat(count("operations")).isEqualTo(5);
    assertThat(count("project-management")).isEqualTo(4);
    assertThat(count("quality")).isEqualTo(4);
    assertThat(names()).hasSize(44).startsWith("orchestrator", "project-manager", "developer");
  }

  @ParameterizedTest
  @MethodSource("names")
  void everyRoleIsWhole(String name) {
    LibraryRole role = role(name);

    assertThat(role.duty()).endsWith(".").hasSizeBetween(30, 120);
    assertThat(role.minutes()).isBetween(15, 60);
    assertThat(role.branch()).endsWith("/");
    assertThat(role.stage()).isBetween(1, 5);
    assertThat(role.folders()).isNotEmpty();
    assertThat(role.origin()).isEqualTo("bundled");
    assertThat(role.leads()).isEqualTo(name.equals("orchestrator"));
    assertThat(role.talksTo().isEmpty()).isEqualTo(role.leads());
  }

  @ParameterizedTest
  @MethodSource("names")
  void everyBriefHasSomethingToSay(String name) {
    List<String> lines = role(name).brief().lines().toList();

    assertThat(lines).hasSizeBetween(35, 70);
    assertThat(lines.stream().filter(line -> !line.isBlank())).hasSizeGreaterThanOrEqualTo(30);
    assertThat(lines.stream().filter(line -> line.startsWith("## ")))
        .as("duties, practice, quality, hand-over, limits, end")
        .hasSizeGreaterThanOrEqualTo(5);
    assertThat(role(name).brief()).containsIgnoringCase("never").contains("`");
    assertThat(lines).allSatisfy(line -> assertThat(line).hasSizeLessThan(320));
  }

  @ParameterizedTest
  @MethodSource("names")
  void theDocumentSaysTheSame(String name) throws IOException {
    LibraryRole role = role(name);
    assertThat(Files.readAllLines(Path.of("../docs/roles.md")))
        .contains(
            "| %s | %s | %d min | `%s` | %d |"
                .formatted(name, role.duty(), role.minutes(), role.branch(), role.stage()));
  }

  @Test
  void noTwoBriefsAreAlike() {
    List<String> names = names();
    for (int one = 0; one < names.size(); one++) {
      for (int other = one + 1; other < names.size(); other++) {
        Set<String> shared = new HashSet<>(said(names.get(one)));
        shared.retainAll(said(names.get(other)));
        assertThat(shared)
            .as(names.get(one) + " and " + names.get(other))
            .hasSizeLessThanOrEqualTo(SHARED_LINES);
      }
    }
  }

  @Test
  void branchesTellRolesApart() {
    assertThat(names().stream().map(name -> role(name).branch())).doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @MethodSource("names")
  void partnersKnowEachOther(String name) {
    LibraryRole role = role(name);

    assertThat(names()).containsAll(role.talksTo()).containsAll(role.waitsFor());
    assertThat(names()).containsAll(role.needs());
    if (!role.leads()) {
      assertThat(role.talksTo()).contains("orchestrator");
    }
    assertThat(role.talksTo())
        .allSatisfy(
            partner -> {
              List<String> back = role(partner).talksTo();
              assertThat(back.isEmpty() || back.contains(name)).as(partner + " back").isTrue();
            });
  }

  @ParameterizedTest
  @MethodSource("names")
  void nobodyWaitsForWhomWaitsForIt(String name) {
    Set<String> behind = new LinkedHashSet<>();
    List<String> open = new ArrayList<>(role(name).waitsFor());
    while (!open.isEmpty()) {
      String next = open.remove(0);
      if (behind.add(next)) {
        open.addAll(role(next).waitsFor());
      }
    }
    assertThat(behind).doesNotContain(name);
  }

  @Test
  void operationsNeedASysadmin() {
    assertThat(names().stream().filter(name -> !role(name).needs().isEmpty()))
        .containsExactlyInAnyOrder("securityops", "networkops", "monitoringops", "databaseops");
    assertThat(role("databaseops").needs()).containsExactly("sysadmin");
  }

  @Test
  void theCoreIsAskedAsOftenAsAgreed() {
    assertThat(
            Stream.of(
                    "orchestrator",
                    "project-manager",
                    "logtracker",
                    "monitoringops",
                    "researcher",
                    "code-reviewer",
                    "devops",
                    "documentation-writer",
                    "networkops")
                .map(name -> role(name).minutes()))
        .containsExactly(20, 25, 15, 20, 25, 40, 45, 60, 30);
  }

  @Test
  void aNumberedNameStandsForItsRole() {
    assertThat(LIBRARY.role("developer-2")).contains(role("developer"));
    assertThat(LIBRARY.role("developer-0")).isEmpty();
    assertThat(RoleLibrary.base("ui-designer-12")).isEqualTo("ui-designer");
    assertThat(RoleLibrary.canonical(" UI_Designer ")).isEqualTo("ui-designer");
  }

  @ParameterizedTest
  @MethodSource("names")
  void whatIsWrittenOutIsReadAgain(String name) {
    LibraryRole role = role(name);
    String text = RoleFileText.of(role);
    List<Fault> faults = new ArrayList<>();
    RoleDraft draft = RoleFileReader.read(name, Path.of(name), "bundled", text, faults);

    assertThat(faults).isEmpty();
    assertThat(draft.over(Optional.empty())).isEqualTo(role);
  }

  private static LibraryRole role(String name) {
    return LIBRARY.role(name).orElseThrow();
  }

  private static long count(String department) {
    return LIBRARY.cards().stream().filter(card -> card.department().equals(department)).count();
  }

  private static Set<String> said(String name) {
    return role(name)
        .brief()
        .lines()
        .filter(line -> !line.isBlank() && !line.startsWith("#"))
        .map(String::strip)
        .collect(Collectors.toSet());
  }
}
