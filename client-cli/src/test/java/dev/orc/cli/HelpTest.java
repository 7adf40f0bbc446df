package dev.orc.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine.Model.CommandSpec;

class HelpTest {
  private static final int COLUMNS = 80;

  @TempDir Path folder;

  static Stream<List<String>> everyCommand() {
    List<List<String>> paths = new ArrayList<>();
    for (String name : Catalog.names()) {
      paths.add(List.of(name));
      CommandSpec spec = Catalog.make(name).syntax().spec();
      spec.subcommands().keySet().forEach(lower -> paths.add(List.of(name, lower)));
    }
    return paths.stream();
  }

  @ParameterizedTest
  @MethodSource("everyCommand")
  void fitsEightyColumnsAndShowsAnExample(List<String> path) {
    List<String> words = new ArrayList<>(path);
    words.add("--help");
    Shell.Result help = new Shell(folder).run(words.toArray(String[]::new));

    assertThat(help.exit()).isZero();
    assertThat(help.err()).isEmpty();
    assertThat(help.out()).startsWith("Usage: orc " + String.join(" ", path));
    assertThat(help.out())
        .contains("Example:\n  ")
        .contains("orc " + path.get(0))
        .contains("--help");
    assertThat(help.out().lines()).allMatch(line -> line.length() <= COLUMNS);
  }

  @Test
  void overviewNamesEveryCommandAndTheExitCodes() {
    Shell.Result help = new Shell(folder).run("--help");

    assertThat(help.exit()).isZero();
    for (String name : Catalog.names()) {
      assertThat(help.out()).contains("\n  " + name + " ");
    }
    assertThat(help.out())
        .contains("0 done, 1 failed, 2 usage, 3 not found, 4 no server, 5 refused");
    assertThat(help.out().lines()).allMatch(line -> line.length() <= COLUMNS);
  }

  @Test
  void helpOfACommandIsTheSameEitherWay() {
    Shell shell = new Shell(folder);
    assertThat(shell.run("help", "send").out()).isEqualTo(shell.run("send", "-h").out());
  }
}
