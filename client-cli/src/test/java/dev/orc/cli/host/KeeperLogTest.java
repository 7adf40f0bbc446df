package dev.orc.cli.host;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orc.cli.command.Failure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeeperLogTest {
  @TempDir Path folder;

  @Test
  void takesEveryLineOfTheLastWordAndNothingOlder() throws IOException {
    Path file = Files.writeString(folder.resolve("keeper.log"), "orc worker: old\n");
    KeeperLog log = KeeperLog.of(file);
    assertThat(log.said(2)).isEmpty();

    Files.writeString(
        file,
        "noise\norc worker: first fault; correct it\norc worker| second\norc worker| third\nnoise\n",
        StandardOpenOption.APPEND);

    Optional<Failure> said = log.said(2);
    assertThat(said).get().extracting(Failure::getMessage).isEqualTo("first fault; correct it");
    assertThat(said.get().more()).containsExactly("second", "third");
  }
}
