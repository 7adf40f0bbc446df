package dev.orc.activities.scripted;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class KeyParserTest {
  private final List<String> heard = new ArrayList<>();
  private final KeyParser parser = new KeyParser(new Listening());

  @Test
  void tellsTypedTextFromKeys() {
    feed("hello\r\u0015\u0003x\u007fé🎉\n!\r");
    assertThat(heard)
        .containsExactly(
            "typed hello",
            "enter",
            "clear",
            "interrupt",
            "typed x",
            "rubOut",
            "typed é🎉\n!",
            "enter");
  }

  @Test
  void readsAPasteWholeHoweverItIsCut() {
    byte[] bytes =
        "a\u001b[200~one\r\ntwo\rthree\u001b[2m \u001b\u001b[20é🎉\u001b[201~b\r"
            .getBytes(StandardCharsets.UTF_8);
    for (int size = 1; size <= bytes.length; size++) {
      heard.clear();
      feed(bytes, size);
      assertThat(heard)
          .as("in pieces of %d", size)
          .containsExactly(
              "typed a", "pasted one\ntwo\nthree\u001b[2m \u001b\u001b[20é🎉", "typed b", "enter");
    }
  }

  @Test
  void enterWithinAPasteDoesNotSubmit() {
    feed("\u001b[200~one\rtwo\u001b[201~");
    assertThat(heard).containsExactly("pasted one\ntwo");
  }

  @Test
  void ignoresKeysWithLongSequences() {
    feed("\u001b[A\u001b[1;5Cx");
    assertThat(heard).containsExactly("typed x");
  }

  @Test
  void anEscapeAloneIsDecidedByWhatFollows() {
    feed("\u001b");
    assertThat(parser.undecided()).isTrue();
    assertThat(heard).isEmpty();
    parser.decide();
    assertThat(heard).containsExactly("escape");
    feed("\u001b");
    feed("[A");
    assertThat(heard).containsExactly("escape");
    feed("\u001bx");
    assertThat(heard).containsExactly("escape", "escape", "typed x");
  }

  private void feed(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    parser.feed(bytes, bytes.length);
  }

  private void feed(byte[] bytes, int size) {
    for (int from = 0; from < bytes.length; from += size) {
      byte[] piece = java.util.Arrays.copyOfRange(bytes, from, Math.min(bytes.length, from + size));
      parser.feed(piece, piece.length);
    }
  }

  private final class Listening implements Keyboard {
    @Override
    public void typed(String text) {
      heard.add("typed " + text);
    }

    @Override
    public void pasted(String text) {
      heard.add("pasted " + text);
    }

    @Override
    public void enter() {
      heard.add("enter");
    }

    @Override
    public void escape() {
      heard.add("escape");
    }

    @Override
    public void clear() {
      heard.add("clear");
    }

    @Override
    public void rubOut() {
      heard.add("rubOut");
    }

    @Override
    public void interrupt() {
      heard.add("interrupt");
    }
  }
}
