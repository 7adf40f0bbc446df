package dev.orc.worker.seal;

import io.temporal.payload.context.ActivitySerializationContext;
import io.temporal.payload.context.HasWorkflowSerializationContext;
import io.temporal.payload.context.SerializationContext;

/**
 * What a payload is for: sealed for one place it opens at no other. Immutable.
 *
 * @param text namespace, workflow and purpose, a line each
 */
record Place(String text) {
  /** Where nobody said what it is for: with that, nothing that acts opens it. */
  static final Place NOWHERE = new Place("");

  static Place of(SerializationContext context) {
    if (!(context instanceof HasWorkflowSerializationContext known)) {
      return NOWHERE;
    }
    String purpose =
        context instanceof ActivitySerializationContext activity
            ? "activity " + activity.getActivityType()
            : "workflow";
    return new Place(known.getNamespace() + "\n" + known.getWorkflowId() + "\n" + purpose);
  }
}
