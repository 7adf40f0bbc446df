package dev.orc.cli.real;

import java.util.Map;
import java.util.Set;

/** A team of three programs. */
@Drives({"claude", "codex", "gemini"})
class MixedTeamIT extends RealScenarios {
  @Override
  Set<String> always() {
    return Set.of("goal");
  }

  /** Its lead is Claude Code. */
  @Override
  String shown(String text) {
    return Exactness.pastedIntoClaude(text);
  }

  @Override
  Map<String, String> others() {
    return Map.of("developer", "codex", "tester", "gemini");
  }
}
