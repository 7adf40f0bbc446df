package dev.orc.worker;

import dev.orc.activities.failure.Refusal;
import dev.orc.worker.orchestration.OpenRuns;
import dev.orc.worker.seal.KeyFile;
import dev.orc.worker.temporal.Connection;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes a host's first key, unless something runs that a new key could not open: with the wrong key
 * those runs would only fail. Stateless.
 */
final class FirstKey {
  private static final Logger LOG = LoggerFactory.getLogger(FirstKey.class);

  private FirstKey() {}

  static void makeIfMissing(KeyFile keys, Connection connection, boolean acceptsUnsealed) {
    if (keys.exists()) {
      return;
    }
    List<String> open = acceptsUnsealed ? List.of() : OpenRuns.of(connection);
    if (!open.isEmpty()) {
      throw new Refusal(
          Refusal.Kind.REFUSED,
          "there is no key at " + keys.path() + ", and this runs already: " + some(open),
          "bring the key of the host that began it: 'orc key import FILE'; what was begun before"
              + " there were keys goes on with temporal: {seal: accept-unsealed} in config.yaml"
              + " until it is over");
    }
    if (keys.makeIfMissing()) {
      LOG.info("made the key of this host: {}", keys.path());
    }
  }

  private static String some(List<String> open) {
    int shown = Math.min(3, open.size());
    String names = String.join(", ", open.subList(0, shown));
    return open.size() == shown ? names : names + " and " + (open.size() - shown) + " more";
  }
}
