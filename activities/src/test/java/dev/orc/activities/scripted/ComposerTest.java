package dev.orc.activities.scripted;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ComposerTest {
  private final Composer composer = new Composer();

  @Test
  void showsShortTextAsItIs() {
    composer.type("one");
    composer.paste("\ntwo\n");
    assertThat(composer.rows()).containsExactly("one", "two", "");
    assertThat(composer.take()).isEqualTo("one\ntwo\n");
    assertThat(composer.isEmpty()).isTrue();
    assertThat(composer.rows()).containsExactly("");
  }

  @Test
  void showsALongPasteAsAMark() {
    composer.paste("1\n2\n3\n4");
    assertThat(composer.rows()).containsExactly("[Pasted text #1 +3 lines]");
    composer.clear();
    composer.paste("x".repeat(801));
    assertThat(composer.rows()).containsExactly("[Pasted text #2 +0 lines]");
    assertThat(composer.take()).hasSize(801);
  }

  @Test
  void rubsOutWholeCharacters() {
    composer.type("a🎉");
    composer.rubOut();
    assertThat(composer.rows()).containsExactly("a");
    composer.rubOut();
    composer.rubOut();
    assertThat(composer.isEmpty()).isTrue();
  }
}
