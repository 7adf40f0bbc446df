package dev.orc.worker.outbox;

/** A file that somebody may still be writing. */
final class NotWhole extends RuntimeException {
  private static final long serialVersionUID = 1L;

  NotWhole(Throwable cause) {
    super("the file is not whole yet", cause);
  }
}
