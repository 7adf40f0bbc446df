package dev.orc.cli.real;

import java.util.Set;

/** Gemini CLI. */
@Drives("gemini")
class GeminiIT extends RealScenarios {
  @Override
  Set<String> always() {
    return Set.of("goal", "permission");
  }

  @Override
  void answerYes(RealWorld host, String project) {
    Agents.press(host, project, "orchestrator", "Enter");
  }
}
