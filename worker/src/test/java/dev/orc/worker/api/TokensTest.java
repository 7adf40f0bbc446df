package dev.orc.worker.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.orc.activities.failure.Refusal;
import dev.orc.workflows.model.HostFolders;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who may do what. */
class TokensTest {
  private final Tokens tokens = Tokens.random();

  @Test
  void eachTokenGivesItsOwnAccess() {
    assertThat(tokens.access("Bearer " + tokens.operator())).contains(Access.OPERATOR);
    assertThat(tokens.access("Bearer " + tokens.viewer())).contains(Access.VIEWER);
  }

  @Test
  void nothingElseGivesAny() {
    assertThat(tokens.access(null)).isEmpty();
    assertThat(tokens.access("")).isEmpty();
    assertThat(tokens.access(tokens.operator())).isEmpty();
    assertThat(tokens.access("Bearer ")).isEmpty();
    assertThat(tokens.access("Bearer " + tokens.operator() + "x")).isEmpty();
  }

  @Test
  void areLongDifferentAndNeverPrinted() {
    assertThat(tokens.operator()).hasSizeGreaterThan(40).isNotEqualTo(tokens.viewer());
    assertThat(tokens.operator()).isNotEqualTo(Tokens.random().operator());
    assertThat(tokens.toString()).doesNotContain(tokens.operator(), tokens.viewer());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "null", "{\"operator\": ", "{\"operator\": \"half of them\"}"})
  void whatCanNotBeReadIsSaidAndNotReplaced(String broken, @TempDir Path home) throws IOException {
    HostFolders folders = HostFolders.of(Map.of("ORC_HOME", home.toString()));
    Path file = folders.state().resolve("tokens.json");
    Files.createDirectories(file.getParent());
    Files.writeString(file, broken);

    assertThatThrownBy(() -> new ApiFile(folders).tokens())
        .isInstanceOf(Refusal.class)
        .hasMessageContaining(file + " can not be read");
    assertThat(file).hasContent(broken);
  }
}
