package dev.orc.cli.whole;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orc.cli.Await;
import dev.orc.cli.Shell;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Numbered messages from the lead's window to several agents in turn, and whether each agent
 * received its own, once and in order. Confined to one thread.
 */
final class Numbered {
  private static final String WORD = "number ";

  private final OrcForTests orc;
  private final String project;
  private final List<String> roles;
  private int sent;

  Numbered(OrcForTests orc, String project, List<String> roles) {
    this.orc = orc;
    this.project = project;
    this.roles = roles;
  }

  /** Sends so many more. What an agent says is accepted, whether the worker is there or not. */
  void send(int more) {
    Shell window = orc.shell().inWindow(project, "orchestrator", 1);
    for (int i = 0; i < more; i++) {
      Shell.Result result = window.run("send", roles.get(sent % roles.size()), WORD + sent);
      assertThat(result.exit()).as(result.err()).isZero();
      sent++;
    }
  }

  /** Waits for what is missing; what is there must be right. */
  void allArriveInOrder(Duration longest) throws IOException {
    Await.until("all messages have come", longest, () -> received().size() >= sent);
    for (int role = 0; role < roles.size(); role++) {
      int first = role;
      List<Integer> mine =
          IntStream.range(0, sent).filter(n -> n % roles.size() == first).boxed().toList();
      assertThat(numbers(roles.get(role))).as(roles.get(role)).isEqualTo(mine);
    }
  }

  private List<Receipt> received() throws IOException {
    return orc.receipts().stream().filter(receipt -> receipt.text().contains(WORD)).toList();
  }

  private List<Integer> numbers(String role) throws IOException {
    return received().stream()
        .filter(receipt -> receipt.role().equals(role))
        .map(receipt -> receipt.text().substring(receipt.text().indexOf(WORD) + WORD.length()))
        .map(rest -> Integer.valueOf(rest.split("\\D", 2)[0]))
        .toList();
  }
}
