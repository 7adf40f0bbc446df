package dev.orc.worker.orchestration;

/** The same on the server in memory, which knows less. */
class EmbeddedBatchWorkTest extends BatchWorkTest {
  @Override
  String kind() {
    return "embedded";
  }
}
