package dev.orc.cli.real;

import java.util.Set;

/** A Claude Code from before it had a socket for others: words reach it by its terminal alone. */
@Drives(value = "claude", version = "2.1.197")
class ClaudeBeforeIT extends RealScenarios {
  @Override
  Set<String> always() {
    return Set.of("goal", "draft");
  }

  /** Its composer makes blanks of every tab that is pasted. */
  @Override
  String shown(String text) {
    return Exactness.pastedIntoClaude(text);
  }
}
