package dev.orc.workflows.project;

import dev.orc.workflows.model.Outcome;
import io.temporal.workflow.QueryMethod;
import io.temporal.workflow.Workflow;
import io.temporal.workflow.WorkflowInterface;
import io.temporal.workflow.WorkflowMethod;
import java.util.ArrayList;
import java.util.List;

/** A batch that only listens: it ends when it was told of the first end. */
@WorkflowInterface
public interface FakeBatch extends BatchSignals {
  @WorkflowMethod(name = "FakeBatch")
  Outcome run();

  @QueryMethod
  int told();

  /** See {@link FakeBatch}. */
  final class Impl implements FakeBatch {
    private final List<Outcome> told = new ArrayList<>();

    @Override
    public Outcome run() {
      Workflow.await(() -> !told.isEmpty());
      return told.get(0);
    }

    @Override
    public void ended(Outcome outcome) {
      told.add(outcome);
    }

    @Override
    public int told() {
      return told.size();
    }
  }
}
