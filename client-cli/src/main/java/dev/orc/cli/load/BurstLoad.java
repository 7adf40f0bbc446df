package dev.orc.cli.load;

import dev.orc.cli.stage.Stage;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;

/**
 * Many messages at once to one agent whose turns are short: how long it stands idle between the end
 * of a turn and the next submission. For one thread.
 */
final class BurstLoad {
  /** As the playbook says. */
  private static final Duration TURN = Duration.ofMillis(600);

  private static final String RECEIPTS = "receipts.tsv";
  private static final int AS_FAST_AS_MAY_BE = 10_000;

  static final Map<String, String> AGENTS =
      Map.of("ORC_PLAYBOOK", "burst", "ORC_RECEIPTS", "{stage}/" + RECEIPTS);

  private final Stage stage;
  private final LoadOptions options;
  private final Consumer<String> progress;
  private final Figures figures = new Figures();

  BurstLoad(Stage stage, LoadOptions options, Consumer<String> progress) {
    this.stage = stage;
    this.options = options;
    this.progress = progress;
  }

  /** One agent, that many messages. */
  static LoadOptions options(LoadOptions given, int messages) {
    return new LoadOptions(
        1,
        1,
        messages,
        AS_FAST_AS_MAY_BE,
        0,
        Duration.ZERO,
        given.killWorker(),
        given.killServer(),
        given.server(),
        given.keep());
  }

  Figures measure() {
    Fleet fleet = new Fleet(stage, options);
    ReceiptFile receipts = new ReceiptFile(stage.folder().resolve(RECEIPTS));
    fleet.prepare();
    figures.put("server", stage.raise().temporalKind());
    progress.accept("launches one agent");
    figures.put("launch_seconds", fleet.launch(receipts));
    progress.accept("sends " + options.messages() + " messages at once");
    Traffic traffic = new Traffic(fleet, options);
    traffic.flow();
    DeliveryFigures deliveries = DeliveryFigures.of(traffic.sent(), receipts);
    figures.put("turn_ms", TURN.toMillis());
    figures.put("gap_ms", gaps(traffic.sent(), receipts), 50, 95, 99);
    figures.put("accept_ms", deliveries.acceptance(), 50, 95, 99);
    figures.put("messages", traffic.sent().size());
    figures.put("lost", deliveries.lost());
    figures.put("duplicated", deliveries.duplicated());
    figures.put("reordered", deliveries.reordered());
    return figures;
  }

  /** Between the end of each turn and the receipt of the next message, milliseconds. */
  static Quantiles gaps(Map<String, Sent> sent, ReceiptFile receipts) {
    List<Instant> taken =
        receipts.lines().stream()
            .filter(line -> sent.containsKey(line.id()))
            .map(ReceiptFile.Line::at)
            .filter(Objects::nonNull)
            .sorted()
            .toList();
    List<Long> gaps = new ArrayList<>();
    for (int each = 1; each < taken.size(); each++) {
      Duration between = Duration.between(taken.get(each - 1), taken.get(each));
      gaps.add(Math.max(0, between.minus(TURN).toMillis()));
    }
    return Quantiles.of(gaps);
  }
}
