package dev.orc.cli.real;

import java.util.Set;

/** Qwen Code: the proof that another program is one file. */
@Drives("qwen")
class QwenIT extends RealScenarios {
  @Override
  Set<String> always() {
    return Set.of("goal");
  }

  @Override
  void answerYes(RealWorld host, String project) {
    Agents.press(host, project, "orchestrator", "Enter");
  }
}
