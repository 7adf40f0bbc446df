package dev.orc.cli.screen;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;

class MarkdownTextTest {
  private static final WallTime TIMES =
      new WallTime(LocalDate.of(2026, 7, 20), ZoneId.of("Europe/Berlin"));

  private static List<String> lines(int columns, String markdown) {
    return new MarkdownText(TIMES, columns, new Paint(false)).lines(markdown);
  }

  @Test
  void headingsTablesAndMomentsReadAsText() {
    String page =
        """
        # shop: completed


        all \u001b[31mdone

        | | |
        | --- | --- |
        | started | 2026-07-19T21:30:00Z |
        | ended | 2026-07-20T01:02:03Z |

        ## Agents
        | who | what |
        | --- | :--- |
        | developer | a \\| b |

        - `transcripts/x.txt`
        """;
    assertThat(lines(80, page))
        .containsExactly(
            "shop: completed",
            "",
            "all done",
            "",
            "started  2026-07-19 23:30:00",
            "ended    03:02:03",
            "",
            "Agents",
            "who        what",
            "developer  a | b",
            "",
            "- `transcripts/x.txt`");
  }

  @Test
  void whatIsLongGoesOnBelowAndNothingIsLost() {
    String words = "word ".repeat(60).strip();
    List<String> lines =
        lines(80, "| # | what |\n| --- | --- |\n| 1 | " + words + " |\n\n" + words);

    assertThat(lines).allMatch(line -> Width.of(line) <= 80);
    assertThat(lines.get(2)).startsWith("   word");
    assertThat(String.join(" ", lines).split("word", -1)).hasSize(121);
  }

  @Test
  void aTableThatFitsIsNotCut() {
    String heads = "| messages | unknown | expired | reports | restarts | commits | limits | x |";
    assertThat(lines(80, heads + "\n| 2 | 0 | 0 | 0 | 0 | 0 | 0 | 0 |").get(0))
        .isEqualTo("messages  unknown  expired  reports  restarts  commits  limits  x");
  }

  @Test
  void aTableOfManyWideColumnsStaysOnThePage() {
    String row = "| " + "x".repeat(70) + " | " + "y".repeat(70) + " | " + "z ".repeat(40) + "|";
    assertThat(lines(80, row)).allMatch(line -> Width.of(line) <= 80);
    assertThat(lines(80, "|\n||\n| |")).allMatch(String::isBlank);
  }
}
