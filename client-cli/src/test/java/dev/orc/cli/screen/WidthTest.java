package dev.orc.cli.screen;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class WidthTest {
  @Test
  void wrapsBetweenWordsAndBreaksWhatIsLonger() {
    assertThat(Width.wrapped("one two three", 7)).containsExactly("one two", "three");
    assertThat(Width.wrapped("a会議会議会b cd", 5)).containsExactly("a会議", "会議", "会b", "cd");
    assertThat(Width.wrapped("", 5)).containsExactly("");
    assertThat(Width.cutBefore("/home/me/shop", 8)).isEqualTo("…me/shop");
    assertThat(Width.cutBefore("/shop", 8)).isEqualTo("/shop");
  }

  @Test
  void wideCharactersTakeTwoColumnsAndMarksNone() {
    assertThat(Width.of("abc")).isEqualTo(3);
    assertThat(Width.of("会議")).isEqualTo(4);
    assertThat(Width.of("🎉")).isEqualTo(2);
    assertThat(Width.of("e\u0301")).isEqualTo(1);
    assertThat(Width.of("·…│")).isEqualTo(3);
  }

  @Test
  void cutsBetweenCharactersAndNeverTooWide() {
    assertThat(Width.cut("会議室", 5)).isEqualTo("会議…");
    assertThat(Width.cut("会議室", 4)).isEqualTo("会…");
    assertThat(Width.cut("🎉🎉", 3)).isEqualTo("🎉…");
    assertThat(Width.cut("abc", 3)).isEqualTo("abc");
    assertThat(Width.cut("abc", 0)).isEmpty();
  }

  @Test
  void cleanTextKeepsWordsAndLosesControls() {
    assertThat(Clean.line("a\nb\tc\u001b[2J\u009b1m\u202ed\u200e")).isEqualTo("a b cd");
    assertThat(Clean.line("\u001b[1;31mred\u001b[0m \u001b]0;title\u0007x"))
        .isEqualTo("red ]0;titlex");
    assertThat(Clean.line("cut off \u001b[12")).isEqualTo("cut off 12");
    assertThat(Clean.lines("a\nb\r\u0000c")).isEqualTo("a\nbc");
  }
}
