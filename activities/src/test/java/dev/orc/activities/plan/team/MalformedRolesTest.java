package dev.orc.activities.plan.team;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.orc.activities.failure.Refusal;
import dev.orc.activities.yaml.ConfigFaults;
import dev.orc.workflows.model.HostFolders;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever is wrong in a role file is said with its place and what would be right. */
class MalformedRolesTest {
  @TempDir Path home;
  @TempDir Path project;
  private Path roles;

  @BeforeEach
  void makeTheFolder() throws IOException {
    roles = Files.createDirectories(project.resolve(".orc/roles"));
  }

  /** The file's name, its text, its line, what is wrong, what would be right. */
  static Stream<Arguments> cases() {
    return Stream.of(
        arguments("developer", "---\nminuts: 5\n---\n", 2, "unknown key 'minuts'", "minutes?"),
        arguments("developer", "---\nduty: A.\ntalks_to: []\n---\n", 3, "'talks_to'", "talks-to?"),
        arguments("developer", "---\nzzzzzzzzz: 1\n---\n", 2, "unknown key", "the keys here are"),
        arguments("developer", "---\ndriver: codex\n---\n", 2, "'driver'", "config.yaml"),
        arguments("developer", "---\nenvironment:\n  A: b\n---\n", 2, "'environment'", "config"),
        arguments("developer", "---\narguments: [-x]\n---\n", 2, "'arguments'", "config.yaml"),
        arguments("developer", "---\nminutes: soon\n---\n", 2, "'soon' is no number", "1 to 1440"),
        arguments("developer", "---\nminutes: 1441\n---\n", 2, "'1441' is no", "1 to 1440"),
        arguments("developer", "---\nminutes: -5\n---\n", 2, "'-5' is no", "1 to 1440"),
        arguments("developer", "---\nminutes: [1]\n---\n", 2, "a single value", "colon"),
        arguments("developer", "---\nstage: 6\n---\n", 2, "'6' is no stage", "4 (prove)"),
        arguments("developer", "---\nleads: perhaps\n---\n", 2, "'perhaps'", "true or false"),
        arguments("developer", "---\nbranch: ../x/\n---\n", 2, "'../x/' can not", "feature/"),
        arguments("developer", "---\nbranch: feature\n---\n", 2, "'feature' can", "slash"),
        arguments("developer", "---\nbranch: -d/\n---\n", 2, "'-d/' can not", "feature/"),
        arguments("developer", "---\ndepartment: desing\n---\n", 2, "'desing'", "mean design?"),
        arguments("developer", "---\nduty: ''\n---\n", 2, "the duty is empty", "one sentence"),
        arguments("developer", "---\nduty: " + "x".repeat(301) + "\n---\n", 2, "longer", "one"),
        arguments("developer", "---\ntalks-to: tester\n---\n", 2, "a list is", "[one, two]"),
        arguments("developer", "---\n\ntalks-to: [testr]\n---\n", 3, "'testr'", "mean tester?"),
        arguments("developer", "---\nwaits-for: [nobody]\n---\n", 2, "'nobody'", "orc team roles"),
        arguments("developer", "---\nneeds: [developer]\n---\n", 2, "names itself", "leave it"),
        arguments("developer", "---\nneeds: ['a b/c']\n---\n", 2, "'a b/c' is not", "hyphens"),
        arguments("developer", "---\nfolders: [/etc]\n---\n", 2, "'/etc' leads out", "src/"),
        arguments("developer", "---\nfolders: ['~/x']\n---\n", 2, "leads out", "src/"),
        arguments("developer", "---\nfolders: [a/../../b]\n---\n", 2, "leads out", "src/"),
        arguments("developer", "---\nfolders: ['a`b']\n---\n", 2, "is not a folder", "src/"),
        arguments("developer", "---\nminutes: 5\nminutes: 6\n---\n", 3, "there twice", "keep one"),
        arguments("developer", "---\nminutes: {\n---\n", 2, "not YAML", "KEY: VALUE"),
        arguments("developer", "---\nminutes: 5\n", 1, "has no end", "write ---"),
        arguments("developer", "---\n- one\n---\n", 2, "no keys are here", "KEY: VALUE"),
        arguments("developer", "---\nextends: developer\n---\n", 2, "extends itself", "leave"),
        arguments("game-designer", "---\nminutes: 5\n---\n", 1, "without a duty", "add duty"),
        arguments("devloper", "Build it.\n", 1, "without a duty", "developer.md"),
        arguments("mine", "---\nextends: develper\n---\n", 2, "'develper'", "mean developer?"),
        arguments("developer", "---\nminutes: 5\n---\n\nDo {{x1}}.\n", 5, "'x1'", "placeholders"),
        arguments("developer", "One.\nTwo {{projet}}.\n", 2, "'projet'", "{{project}}?"),
        arguments("developer", "One.\n\n{{spec}}\n", 3, "placeholder 'spec'", "{{"),
        arguments("Developer", "Build it.\n", 1, "'Developer' is not", "call it developer.md"),
        arguments("a role", "Build it.\n", 1, "'a role' is not", "call it a-role.md"));
  }

  @ParameterizedTest
  @MethodSource("cases")
  void isRefusedWithItsPlace(String name, String text, int line, String what, String right)
      throws IOException {
    Path file = Files.writeString(roles.resolve(name + ".md"), text);

    ConfigFaults faults = catchThrowableOfType(ConfigFaults.class, this::library);

    assertThat(faults).isNotNull();
    assertThat(faults.kind()).isEqualTo(Refusal.Kind.USAGE);
    assertThat(faults.faults()).hasSize(1);
    assertThat(faults.getMessage())
        .startsWith(file + ":" + line + ": ")
        .contains(what)
        .contains(right)
        .hasLineCount(1);
  }

  @Test
  void allThatIsWrongIsSaidAtOnce() throws IOException {
    Files.writeString(roles.resolve("tester.md"), "---\nminuts: 5\nstage: 9\n---\n{{x}}\n");
    Files.writeString(roles.resolve("developer.md"), "---\nextends: tester\nleads: no-no\n---\n");

    assertThatThrownBy(this::library)
        .hasMessageContaining("developer.md:3: ")
        .hasMessageContaining("tester.md:2: ")
        .hasMessageContaining("tester.md:3: ")
        .hasMessageContaining("tester.md:5: ")
        .extracting(fault -> fault.getMessage().lines().count())
        .isEqualTo(4L);
  }

  @Test
  void rolesThatExtendEachOtherAreRefused() throws IOException {
    Files.writeString(roles.resolve("a.md"), "---\nduty: A.\nextends: b\n---\n");
    Files.writeString(roles.resolve("b.md"), "---\nduty: B.\nextends: a\n---\n");

    assertThatThrownBy(this::library)
        .hasMessageContaining("extend each other")
        .message()
        .hasLineCount(1);
  }

  @Test
  void aFaultIsSaidOnceHoweverManyStandOnTheRole() throws IOException {
    Files.writeString(roles.resolve("mine.md"), "Do it.");
    Files.writeString(roles.resolve("a-first.md"), "---\nextends: mine\n---\n");
    Files.writeString(roles.resolve("z-last.md"), "---\nextends: mine\nneeds: [mine]\n---\n");

    assertThatThrownBy(this::library)
        .hasMessageContaining("mine.md:1: 'mine' is a new role without a duty")
        .message()
        .hasLineCount(1);
  }

  @Test
  void whatAFileHoldsCanNotSteerATerminal() throws IOException {
    Files.writeString(roles.resolve("tester.md"), "---\n\"a\\eb\\nc\": 1\n---\n");

    assertThatThrownBy(this::library).message().hasLineCount(1).doesNotContain("\u001b");
  }

  @Test
  void filesAreReadWithinTheProjectAlone() throws IOException {
    Path outside = Files.writeString(home.resolve("secret.md"), "a secret");
    Path link = Files.createSymbolicLink(roles.resolve("developer.md"), outside);

    assertThatThrownBy(this::library)
        .hasMessage(link + ":1: it is a link out of the project; put the file itself there");

    Files.delete(link);
    Files.delete(roles);
    Files.writeString(Files.createDirectories(home.resolve("r")).resolve("tester.md"), "x");
    Files.createSymbolicLink(roles, home.resolve("r"));
    assertThatThrownBy(this::library).hasMessageContaining("a link out of the project");
  }

  @Test
  void linksWithinTheProjectAreFollowed() throws IOException {
    Path inside = Files.writeString(project.resolve("tester.md"), "Prove it.");
    Files.createSymbolicLink(roles.resolve("tester.md"), inside);

    assertThat(library().role("tester").orElseThrow().brief()).isEqualTo("Prove it.");
  }

  @Test
  void whatIsNoTextOfItsSizeIsRefused() throws IOException {
    Files.writeString(roles.resolve("developer.md"), "x".repeat(ContainedText.LARGEST + 1));
    Files.write(roles.resolve("tester.md"), new byte[] {'a', (byte) 0xff, 'b'});
    Files.createDirectory(roles.resolve("devops.md"));
    Files.createSymbolicLink(roles.resolve("sysadmin.md"), Path.of("nowhere.md"));
    Files.writeString(roles.resolve("developer.yaml"), "minutes: 5");

    assertThatThrownBy(this::library)
        .hasMessageContaining("developer.md:1: it is larger than 256 KB")
        .hasMessageContaining("tester.md:1: it is not a text in UTF-8")
        .hasMessageContaining("devops.md:1: it is not a file")
        .hasMessageContaining("sysadmin.md:1: the link leads nowhere")
        .hasMessageContaining("developer.yaml:1: it is no role file");
  }

  @Test
  void whatEditorsLeaveBehindDoesNotCount() throws IOException {
    for (String name : new String[] {".developer.md.swp", "developer.md~", "README.md"}) {
      Files.writeString(roles.resolve(name), "---\nnonsense: 1\n---\n");
    }
    assertThat(library().names()).isEqualTo(RoleLibrary.bundled().names());
  }

  private RoleLibrary library() {
    return RoleLibrary.of(
        HostFolders.of(Map.of("ORC_HOME", home.toString())), Optional.of(project));
  }
}
