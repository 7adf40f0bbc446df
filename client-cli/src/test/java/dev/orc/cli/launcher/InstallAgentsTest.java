package dev.orc.cli.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** {@code scripts/install-agents} with a table and an npm of the test's own. */
@Timeout(60)
class InstallAgentsTest {
  private static final Path SCRIPT =
      Path.of("..", "scripts", "install-agents").toAbsolutePath().normalize();

  /** Lays a program out as npm would; knows no package whose name begins with "lost". */
  private static final String NPM =
      """
      #!/bin/sh
      echo "$@" >>"$FAKE/npm.calls"
      cat >/dev/null
      while [ $# -gt 1 ]; do
        [ "$1" = --prefix ] && prefix=$2
        shift
      done
      case $1 in lost*) echo "npm error 404 $1 is nowhere"; exit 1 ;; esac
      mkdir -p "$prefix/node_modules/.bin"
      { echo '#!/bin/sh'; echo "cat >/dev/null; echo ${1#*@}"; } >"$prefix/node_modules/.bin/tool"
      chmod +x "$prefix/node_modules/.bin/tool"
      """;

  @TempDir Path folder;

  private Path cache;

  private record Run(int exit, String out) {}

  @BeforeEach
  void table() throws IOException {
    cache = folder.resolve("the cache");
    FakeTree.script(Files.createDirectories(folder.resolve("tools")).resolve("npm"), NPM);
    Files.writeString(
        folder.resolve("table"),
        """
        # a comment
        first   1.0.0   first-PLATFORM   node_modules/.bin/tool
        lost    1.0.0   lost             node_modules/.bin/tool
        last    2.5.0   last             node_modules/.bin/tool
        """);
  }

  @Test
  void oneThatCanNotBeHadIsSaidAndKeepsNoOther() throws IOException, InterruptedException {
    Run run = install();

    assertThat(run.out().lines())
        .satisfiesExactly(
            line -> assertThat(line).isEqualTo("installed first 1.0.0: " + program("first/1.0.0")),
            line ->
                assertThat(line)
                    .isEqualTo("lost 1.0.0 could not be had: npm error 404 lost@1.0.0 is nowhere"),
            line -> assertThat(line).isEqualTo("installed last 2.5.0: " + program("last/2.5.0")));
    assertThat(run.exit()).isZero();
    assertThat(Path.of(program("last/2.5.0"))).isExecutable();
    try (var left = Files.list(cache.resolve("lost"))) {
      assertThat(left).as("nothing half done is left").isEmpty();
    }
  }

  @Test
  void aSecondTimeAsksNpmForNothingThatIsThere() throws IOException, InterruptedException {
    install("first");
    assertThat(install("first").out())
        .isEqualTo("first 1.0.0 is there: " + program("first/1.0.0") + "\n");
    assertThat(Files.readAllLines(folder.resolve("npm.calls")))
        .singleElement()
        .asString()
        .matches(".* first-(linux|darwin)-(x64|arm64)@1\\.0\\.0");
  }

  @Test
  void noneAtAllIsAFailureAndAnUnknownOneAFaultOfUse() throws IOException, InterruptedException {
    assertThat(install("lost").exit()).isEqualTo(1);
    assertThat(install("nobody").exit()).isEqualTo(2);
  }

  private String program(String place) {
    String name = place.substring(0, place.indexOf('/'));
    return cache + "/" + place + "/bin/" + name;
  }

  private Run install(String... programs) throws IOException, InterruptedException {
    List<String> words = new ArrayList<>(List.of("sh", SCRIPT.toString(), "-d", cache.toString()));
    words.addAll(List.of(programs));
    ProcessBuilder builder = new ProcessBuilder(words).redirectErrorStream(true);
    builder.environment().put("FAKE", folder.toString());
    builder.environment().put("ORC_AGENTS_TABLE", folder.resolve("table").toString());
    builder
        .environment()
        .merge("PATH", folder.resolve("tools").toString(), (path, tools) -> tools + ":" + path);
    Process process = builder.start();
    process.getOutputStream().close();
    String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return new Run(process.waitFor(), out);
  }
}
