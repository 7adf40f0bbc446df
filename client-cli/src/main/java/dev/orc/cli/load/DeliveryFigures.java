package dev.orc.cli.load;

import dev.orc.cli.command.Moment;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What became of the messages.
 *
 * @param delivery from accepted to the agent's own receipt, milliseconds
 * @param acceptance from asked to accepted, milliseconds
 */
record DeliveryFigures(
    Quantiles delivery, Quantiles acceptance, int lost, int duplicated, int reordered) {
  private static final Duration LONGEST_SILENCE = Duration.ofSeconds(60);
  private static final Duration LOOK = Duration.ofMillis(100);

  /** Waits for the receipts of everything that was sent, as long as some still come. */
  static DeliveryFigures of(Map<String, Sent> sent, ReceiptFile file) {
    int seen = -1;
    while (missing(sent, file) > 0 && file.prompts() != seen) {
      seen = file.prompts();
      int before = seen;
      boolean more = Moment.awaitThat(() -> file.read().prompts() > before, LOOK, LONGEST_SILENCE);
      if (!more) {
        break;
      }
    }
    return counted(sent, file);
  }

  private static long missing(Map<String, Sent> sent, ReceiptFile file) {
    long got =
        file.read().lines().stream()
            .map(ReceiptFile.Line::id)
            .filter(sent::containsKey)
            .distinct()
            .count();
    return sent.size() - got;
  }

  private static DeliveryFigures counted(Map<String, Sent> sent, ReceiptFile file) {
    Receipts receipts = new Receipts();
    for (ReceiptFile.Line line : file.lines()) {
      Sent message = sent.get(line.id());
      if (message != null) {
        receipts.add(message.agent(), message.number(), message.id(), line.at());
      }
    }
    List<Long> delivery = new ArrayList<>();
    List<Long> acceptance = new ArrayList<>();
    for (Sent message : sent.values()) {
      acceptance.add(Duration.between(message.asked(), message.accepted()).toMillis());
      if (receipts.has(message.id())) {
        // A quick agent may have it before the answer to `send` is back.
        long millis =
            Duration.between(message.accepted(), receipts.firstOf(message.id())).toMillis();
        delivery.add(Math.max(0, millis));
      }
    }
    return new DeliveryFigures(
        Quantiles.of(delivery),
        Quantiles.of(acceptance),
        sent.size() - receipts.distinct(),
        receipts.duplicated(),
        receipts.reordered());
  }
}
