package dev.orc.base.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class UserHomeTest {
  @Test
  void itIsWhatTheVariableSaysAndElseWhatJavaKnows() {
    Path known = Path.of(System.getProperty("user.home"));
    assertThat(UserHome.of(Map.of("HOME", "/srv/ann"))).isEqualTo(Path.of("/srv/ann"));
    assertThat(UserHome.of(Map.of())).isEqualTo(known);
    assertThat(UserHome.of(Map.of("HOME", ""))).isEqualTo(known);
  }
}
