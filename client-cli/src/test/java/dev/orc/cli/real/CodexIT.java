package dev.orc.cli.real;

import java.util.Set;

/** Codex. */
@Drives("codex")
class CodexIT extends RealScenarios {
  @Override
  Set<String> always() {
    return Set.of("goal", "permission", "worker", "messages", "senders", "overload");
  }
}
