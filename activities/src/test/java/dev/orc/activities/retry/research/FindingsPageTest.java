package dev.orc.activities.retry.research;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class FindingsPageTest {
  @Test
  void readsWhatItWrote() {
    List<Finding> findings =
        List.of(
            new Finding(Priority.HIGH, "It fails: make", "Run it.\nThen again.", "error\n  at 3"),
            Finding.of(Priority.LOW, "Small", "Leave it."));

    assertThat(FindingsPage.read(FindingsPage.write("Findings", findings))).isEqualTo(findings);
  }

  @Test
  void readsWithIndulgenceWhatAnAgentWrote() {
    String page =
        """
        Sure! Here is what I found.

        # 1. **HIGH**: The port is taken **
        Use another one:
        ```
        ## low: no finding, it stands in a fence
        PORT=0 make test
        ```
        - **Evidence:** EADDRINUSE
        ### [medium] - The schema is old
        **What to do**: migrate
        ## Summary
        ### critical: is no priority
        """;

    List<Finding> found = FindingsPage.read(page);

    assertThat(found).extracting(Finding::priority).containsExactly(Priority.HIGH, Priority.MEDIUM);
    assertThat(found.get(0).what()).isEqualTo("The port is taken");
    assertThat(found.get(0).todo()).contains("Use another one:").contains("PORT=0 make test");
    assertThat(found.get(0).evidence()).isEqualTo("EADDRINUSE");
    assertThat(found.get(1).todo()).startsWith("migrate");
  }

  @Test
  void findsNothingWhereNothingIs() {
    assertThat(FindingsPage.read("")).isEmpty();
    assertThat(FindingsPage.read("I could not find out why.")).isEmpty();
    assertThat(Finding.best(FindingsPage.read("## high: no advice\n"))).isEmpty();
  }

  @Test
  void keepsTheBestAndBoundsThem() {
    StringBuilder page = new StringBuilder();
    for (int i = 0; i < 30; i++) {
      page.append("## low: finding ").append(i).append("\nWhat to do: ").append("x".repeat(5_000));
      page.append("\n");
    }
    page.append("## high: the last\nWhat to do: this \u001b[31mfirst\u001b[0m\n");

    List<Finding> best = Finding.best(FindingsPage.read(page.toString()));

    assertThat(best).hasSize(Finding.MOST);
    assertThat(best.get(0).what()).isEqualTo("the last");
    assertThat(best.get(0).todo()).isEqualTo("this first");
    assertThat(best.get(1).todo().length()).isLessThan(2_100);
  }
}
