package dev.orc.cli.api;

/** A status and a body. */
record HttpAnswer(int status, byte[] body) {
  private static final int FIRST_ERROR = 400;

  boolean good() {
    return status < FIRST_ERROR;
  }
}
