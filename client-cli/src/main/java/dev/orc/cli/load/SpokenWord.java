package dev.orc.cli.load;

/**
 * What was said in a lane.
 *
 * @param number counts what was said there
 * @param kept whether it went to the outbox, since the worker or its server was away
 */
record SpokenWord(String id, Lane lane, int number, boolean kept) {
  /** Of the one who listens. */
  String project() {
    return lane.listener().project();
  }
}
