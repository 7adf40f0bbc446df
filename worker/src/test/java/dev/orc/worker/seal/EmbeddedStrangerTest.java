package dev.orc.worker.seal;

/** The same on the embedded server, which has its own ways with updates and signals. */
class EmbeddedStrangerTest extends StrangerTest {
  @Override
  String kind() {
    return "embedded";
  }
}
