package dev.orc.workflows.project;

import dev.orc.workflows.model.BrokenTurn;
import dev.orc.workflows.model.Condition;
import dev.orc.workflows.model.Message;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** One agent on the {@link FakeHost}, as it really is. Guarded by its host. */
final class FakeAgent {
  final String role;
  int incarnation;
  Condition condition = Condition.READY;
  String detail;
  Instant resetsAt;
  int commits;
  Instant committedAt;
  Instant outputAt;
  boolean deferred;
  BrokenTurn broken;
  String draft;
  final List<Message> got = new ArrayList<>();

  FakeAgent(String role) {
    this.role = role;
  }
}
