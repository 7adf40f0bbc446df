package dev.orc.activities.agent;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orc.workflows.model.HostFolders;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LifeTokensTest {
  @TempDir Path home;
  private LifeTokens tokens;

  @BeforeEach
  void begin() {
    tokens = new LifeTokens(HostFolders.of(Map.of("ORC_HOME", home.toString())));
  }

  @Test
  void aTokenTellsTheLifeThatItWasMadeFor() throws IOException {
    tokens.issue("shop", "developer", 2);
    Path file = tokens.file("shop", "developer", 2);

    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
    assertThat(tokens.of(token(2))).contains(new LifeTokens.Life("shop", "developer", 2));
  }

  @Test
  void theNextOrchestrationsFirstLifeHasAnother() throws IOException {
    tokens.issue("shop", "developer", 1);
    String before = token(1);
    tokens.issue("shop", "developer", 1);

    assertThat(tokens.of(before)).isEmpty();
    assertThat(tokens.of(token(1))).isPresent();
  }

  @Test
  void whatAnEarlierLifeSaidIsStillKnownForAWhile() throws IOException {
    for (int life = 1; life <= 20; life++) {
      tokens.issue("shop", "developer", life);
    }
    assertThat(tokens.of(token(1))).as("its words may wait still").isPresent();

    for (int life : new int[] {2, 19}) {
      FileTime yesterday = FileTime.from(Instant.now().minus(Duration.ofDays(2)));
      Files.setLastModifiedTime(tokens.file("shop", "developer", life), yesterday);
    }
    tokens.issue("shop", "developer", 21);
    assertThat(tokens.file("shop", "developer", 2)).doesNotExist();
    assertThat(tokens.of(token(19))).isPresent();
  }

  @Test
  void nothingElseIsAToken() {
    tokens.issue("shop", "developer", 1);
    for (String no :
        new String[] {"", "life", "life.shop.developer.1.x", "life.../../api.json.1.x", "\n"}) {
      assertThat(tokens.of(no)).isEmpty();
    }
  }

  private String token(int life) throws IOException {
    return Files.readString(tokens.file("shop", "developer", life)).strip();
  }
}
