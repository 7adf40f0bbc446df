package dev.orc.worker.database;

/** A database that can not be used; the message says what is wrong with it. */
final class Damaged extends Exception {
  private static final long serialVersionUID = 1L;

  Damaged(String what) {
    super(what);
  }
}
