package dev.orc.cli.real;

import java.util.Set;

/** The newest Claude Code. */
@Drives("claude")
class ClaudeIT extends RealScenarios {
  @Override
  Set<String> always() {
    return Set.of("goal", "user", "killed", "limit");
  }

  /** Its composer makes blanks of every tab that is pasted; its socket does not. */
  @Override
  String shown(String text) {
    return Exactness.pastedIntoClaude(text);
  }
}
