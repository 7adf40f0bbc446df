package dev.orc.cli.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Any command on a machine where something is missing. */
@Timeout(60)
class OfferTest {
  private static final String ONE_WAY = ": not there. To have it installed: ";

  @TempDir Path folder;

  private FakeTree tree;

  @BeforeEach
  void bareMachine() throws IOException {
    tree = new FakeTree(folder).without("tmux", "mvn");
    Path shelf = Files.createDirectories(folder.resolve("shelf"));
    Files.createDirectories(folder.resolve("jdks"));
    new FakeTree(folder.resolve("other")).jdk("seventeen", "17.0.1+1");
    Files.move(folder.resolve("other/jdks/seventeen"), shelf.resolve("seventeen"));
    Files.move(folder.resolve("other/tools/mvn"), shelf.resolve("mvn"));
    // What the packages hold lies on a shelf.
    tree.program(
        "apt-get",
        """
        echo "$@" >>"$FAKE/apt.calls"
        case $1 in install)
          mv "$FAKE/shelf/seventeen" "$FAKE/jdks"; mv "$FAKE/shelf/mvn" "$FAKE/tools/mvn"
          echo 'echo tmux 3.5' >"$FAKE/tools/tmux"; chmod +x "$FAKE/tools/tmux" ;;
        esac""");
    tree.program("chmod", "exec /bin/chmod \"$@\"");
    tree.program("sudo", "[ \"$1\" != -n ] || shift\nexec \"$@\"");
  }

  @AfterEach
  void clear() throws IOException {
    tree.close();
  }

  @Test
  void withNobodyToAskNamesTheOneWayInOneLine() throws IOException, InterruptedException {
    FakeTree.Run run = tree.run("list");
    assertThat(run.exit()).isEqualTo(1);
    assertThat(run.err())
        .isEqualTo(
            "orc: JDK 17 or newer, Maven, tmux 3.2 or newer"
                + ONE_WAY
                + tree.root
                + "/orc setup --yes\n");
    assertThat(tree.calls("apt")).isEmpty();

    tree.jdk("eleven", "11.0.2+9").jdk("eight", "1.8.0_452-b09");
    assertThat(tree.run("list").err()).contains("JDK 17 or newer");
  }

  @Test
  void whatElseIsMissingIsSeenBeforeTheFirstBuild() throws IOException, InterruptedException {
    tree.jdk("mine", "21.0.1+1");
    FakeTree.Run run = tree.run("list");
    assertThat(run.exit()).isEqualTo(1);
    assertThat(run.err()).startsWith("orc: Maven, tmux 3.2 or newer" + ONE_WAY);
  }

  @Test
  void aWordOrTheEnvironmentLetsItInstallAndGoOn() throws IOException, InterruptedException {
    FakeTree.Run run = tree.run("demo", "--yes");
    assertThat(run.exit()).as(run.err()).isZero();
    assertThat(tree.calls("apt"))
        .containsExactly(
            "update -q",
            "install -q -y --no-install-recommends -o Dpkg::Use-Pty=0 default-jdk-headless maven tmux");
    assertThat(tree.commands())
        .singleElement()
        .asString()
        .endsWith("[dev.orc.cli.Main][demo][--yes]");
  }

  @Test
  void theEnvironmentAndAFirstWordSayItForEveryCommand() throws IOException, InterruptedException {
    Path launcher = tree.root.resolve("orc");
    assertThat(tree.run(Map.of("ORC_SETUP", "yes"), launcher, "list").exit()).isZero();
    assertThat(tree.calls("apt")).hasSize(2);
    assertThat(tree.run("--yes", "list", "--yes").exit()).isZero();
    assertThat(tree.commands().get(1)).endsWith("[dev.orc.cli.Main][list][--yes]");
  }

  @Test
  void aWordOfTheTextIsNoConsent() throws IOException, InterruptedException {
    assertThat(tree.run("send", "developer", "--yes").exit()).isEqualTo(1);
    assertThat(tree.calls("apt")).isEmpty();
  }

  @Test
  void onATerminalItAsksAndGoesOnAfterAYes() throws IOException, InterruptedException {
    assertThat(onTerminal("n\n")).contains("install it now? [Y/n]", "tmux 3.2 or newer" + ONE_WAY);
    assertThat(tree.calls("apt")).isEmpty();
    assertThat(onTerminal("y\n")).contains("orc: installing JDK 17 or newer", "orc: building");
    assertThat(tree.commands()).hasSize(1);
  }

  @Test
  void theTemporalProgramAloneKeepsNobodyWaiting() throws IOException, InterruptedException {
    assertThat(tree.run("--yes", "list").exit()).isZero();
    tree.without("temporal").edit("B.java");
    assertThat(tree.run("list").exit()).isZero();
    Files.delete(tree.root.resolve("client-cli/target/orc/built"));
    assertThat(onTerminal("n\n")).contains("the temporal program").contains("orc: building");
    tree.edit("C.java");
    assertThat(onTerminal("")).doesNotContain("the temporal program").contains("orc: building");
  }

  /** The launcher on a terminal of its own. */
  private String onTerminal(String typed) throws IOException, InterruptedException {
    String command = "'" + tree.root.toString().replace("'", "'\\''") + "/orc' list";
    ProcessBuilder builder =
        new ProcessBuilder(List.of("/usr/bin/script", "-qec", command, "/dev/null"))
            .redirectErrorStream(true);
    builder.environment().keySet().removeIf(name -> name.startsWith("ORC_"));
    builder.environment().put("PATH", folder.resolve("tools").toString());
    builder.environment().put("SHELL", "/bin/sh");
    builder.environment().put("FAKE", folder.toString());
    builder.environment().put("ORC_HOME", folder.resolve("home").toString());
    builder.environment().put("ORC_JDK_FOLDERS", folder.resolve("jdks").toString());
    builder.environment().remove("JAVA_HOME");
    Process process = builder.start();
    process.getOutputStream().write(typed.getBytes(StandardCharsets.UTF_8));
    process.getOutputStream().flush();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    process.waitFor();
    return said;
  }
}
