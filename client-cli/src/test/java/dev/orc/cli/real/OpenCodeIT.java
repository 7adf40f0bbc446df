package dev.orc.cli.real;

import java.util.Set;

/** OpenCode. */
@Drives("opencode")
class OpenCodeIT extends RealScenarios {
  @Override
  Set<String> always() {
    return Set.of("goal", "busy");
  }
}
