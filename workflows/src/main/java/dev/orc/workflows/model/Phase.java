package dev.orc.workflows.model;

/** Where an orchestration stands. Paused and waiting for credits are conditions of WORKING. */
public enum Phase {
  PREPARING,
  LAUNCHING,
  WORKING,
  INTEGRATING,
  CLOSING,
  COMPLETED,
  FAILED,
  STOPPED;

  public boolean over() {
    return this == COMPLETED || this == FAILED || this == STOPPED;
  }
}
