package dev.orc.activities.host.tmux;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TmuxVersionTest {
  @ParameterizedTest
  @CsvSource({
    "tmux 3.2, 3, 2",
    "tmux 3.3a, 3, 3",
    "tmux next-3.6, 3, 6",
    "tmux openbsd-7.4, 7, 4",
    "tmux 10.0, 10, 0"
  })
  void readsTheNumbers(String text, int major, int minor) {
    TmuxVersion version = TmuxVersion.parse(text).requireUsable();
    assertThat(version.major()).isEqualTo(major);
    assertThat(version.minor()).isEqualTo(minor);
  }

  @ParameterizedTest
  @ValueSource(strings = {"tmux master", "tmux something"})
  void oneWithoutANumberIsNew(String text) {
    assertThat(TmuxVersion.parse(text).requireUsable().text()).isEqualTo(text.substring(5));
  }

  @ParameterizedTest
  @ValueSource(strings = {"tmux 3.1c", "tmux 2.9", "tmux 1.8"})
  void oldOnesAreRefused(String text) {
    assertThatThrownBy(() -> TmuxVersion.parse(text).requireUsable())
        .isInstanceOf(TmuxException.class)
        .hasMessageContaining("install tmux 3.2 or newer");
  }
}
