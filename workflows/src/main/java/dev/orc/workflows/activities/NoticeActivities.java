package dev.orc.workflows.activities;

import dev.orc.workflows.model.Need;
import io.temporal.activity.ActivityInterface;
import io.temporal.activity.ActivityMethod;

/** Telling people. */
@ActivityInterface(namePrefix = "notice.")
public interface NoticeActivities {
  /** Tells what needs a person; the same need is told once. */
  @ActivityMethod
  void tell(Need need);
}
