package dev.orc.activities.agent.channel;

import java.util.List;
import java.util.stream.IntStream;

/** Texts that composers and shells stumble over, none like another. */
public final class OddTexts {
  private static final List<String> ODD =
      List.of(
          "two lines\nand a third\n\n\twith a tab",
          "quotes ' \" ` and $(touch /nowhere) ${HOME}; a trailing ;",
          "/exit is no command here",
          "!ls is none either",
          "# nor this",
          "@file and a trailing @word",
          "a trailing $word",
          "äöü € 日本語 👩‍💻 \u00a0|",
          "  blanks in front, and behind",
          "[Pasted text #1 +4 lines]",
          "{\"json\": [1, 2, {\"a\": null}]} </tag> <b>",
          "\\n is no line break, \\ neither",
          "x".repeat(20_000) + " the end");

  private OddTexts() {}

  public static List<String> some(int count) {
    return IntStream.range(0, count)
        .mapToObj(i -> "Number " + i + ": " + ODD.get(i % ODD.size()))
        .toList();
  }
}
