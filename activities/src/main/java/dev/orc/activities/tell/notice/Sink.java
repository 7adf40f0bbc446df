package dev.orc.activities.tell.notice;

import java.io.IOException;

/** One way of telling people. Used by one thread at a time. */
interface Sink {
  /** What it is called in the list of what was told. */
  String name();

  /**
   * Tells it.
   *
   * @throws IOException that says in one line why it could not be told
   */
  void tell(Notice notice) throws IOException, InterruptedException;
}
