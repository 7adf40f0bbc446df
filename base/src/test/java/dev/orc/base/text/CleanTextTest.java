package dev.orc.base.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CleanTextTest {
  @Test
  void newlinesAndTabsStay() {
    assertThat(CleanText.forAgent("one\r\ntwo\rthree\n\n\tfour"))
        .isEqualTo("one\ntwo\nthree\n\n\tfour");
  }

  @ParameterizedTest
  @CsvSource({
    "a\u001b[31mb\u001b[0m, ab",
    "a\u001b[201~b, ab",
    "a\u001b]0;title\u0007b, ab",
    "a\u001b]8;;http://x\u001b\\b, ab",
    "a\u001bPq#0\u001b\\b, ab",
    "a\u001b(Bb, ab",
    "a\u001bcb, ab",
    "a\u009b31mb, ab",
    "a\u001b, a",
    "a\u0000\u0007\u0008\u007f\u0080b, ab",
    "a\u202eb\u2066c\u2069, abc",
    "a\u001b\u001b[31mb, ab",
  })
  void whatCommandsATerminalGoesAsAWhole(String dirty, String clean) {
    assertThat(CleanText.forAgent(dirty)).isEqualTo(clean);
    assertThat(CleanText.forTerminal(dirty)).isEqualTo(clean);
  }

  @Test
  void anUnfinishedStringEndsWithItsLine() {
    assertThat(CleanText.forAgent("a\u001b]0;title\nnext")).isEqualTo("a\nnext");
  }

  @Test
  void ordinaryTextIsLeftAlone() {
    String text = "ü, \u2013, \ud83d\udc69\u200d\ud83d\ude80, 'a' \"b\" $HOME `c`; [31m \\033[0m\n";
    assertThat(CleanText.forAgent(text)).isEqualTo(text);
  }

  @Test
  void halfACharacterGoes() {
    assertThat(CleanText.forAgent("a\ud83db")).isEqualTo("ab");
  }

  @Test
  void wrapperNoiseGoesAndTheLinesStay() {
    assertThat(
            CleanText.forAgent(
                "TMUX_MCP_START\nfirst\n\nsecond TMUX_MCP_DONE_$?\nTMUX_MCP_DONE_0\nlast"))
        .isEqualTo("first\n\nsecond\nlast");
    assertThat(CleanText.forAgent("echo \"TMUX_MCP_START\"; make test; echo \"TMUX_MCP_DONE_$?\""))
        .isEqualTo("make test");
    assertThat(CleanText.forAgent("bash -c 'echo MCP_EXECUTE_START; ls -l; echo MCP_EXECUTE_END'"))
        .isEqualTo("ls -l");
    assertThat(
            CleanText.forAgent("bash -c \"echo TMUX_MCP_START && go && echo TMUX_MCP_DONE_$?\"\nb"))
        .isEqualTo("go\nb");
    assertThat(CleanText.forAgent("MCP_EXECUTE_START\nMCP_EXECUTE_END")).isEmpty();
  }

  @Test
  void wordsThatOnlyLookLikeNoiseStay() {
    String text = "echo hello; bash -c 'ls'; MY_TMUX_MCP_STARTER\n";
    assertThat(CleanText.forAgent(text)).isEqualTo(text);
  }

  @Test
  void oneLineIsOneLine() {
    assertThat(CleanText.oneLine(" a\n\nb\tc\r\nd\u2028e ")).isEqualTo("a b c d e");
    assertThat(CleanText.oneLine("abcdef", 4)).isEqualTo("abc\u2026");
    assertThat(CleanText.oneLine("\ud83d\ude00\ud83d\ude00\ud83d\ude00", 2))
        .isEqualTo("\ud83d\ude00\u2026");
  }

  @Test
  void nothingThatCommandsATerminalSurvives() {
    Random random = new Random(7);
    String alphabet = "ab[]0;m?~(\\P_^\u001b\u001b\u001b\u0007\u009b\u009d\u009c\r\n\t\u202e";
    for (int round = 0; round < 5_000; round++) {
      StringBuilder text = new StringBuilder();
      for (int at = 0; at < 30; at++) {
        text.append(alphabet.charAt(random.nextInt(alphabet.length())));
      }
      String clean = CleanText.forAgent(text.toString());
      assertThat(clean).matches("(?s)[^\\p{Cntrl}\u0080-\u009f\u202e&&[^\n\t]]*");
      assertThat(CleanText.forAgent(clean)).isEqualTo(clean);
    }
  }
}
