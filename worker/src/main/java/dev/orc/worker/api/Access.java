package dev.orc.worker.api;

import dev.orc.worker.orchestration.Caller;

/**
 * What a token gives.
 *
 * @param operates whether all may be done
 * @param caller who asks, and who is kept to what it may do
 */
record Access(boolean operates, Caller caller) {
  static final Access OPERATOR = new Access(true, Caller.PERSON);
  static final Access VIEWER = new Access(false, Caller.PERSON);

  boolean onlyLooks() {
    return !operates && !caller.agent();
  }
}
