package dev.orc.worker.seal;

import io.temporal.common.converter.DataConverterException;

/**
 * Something that was not sealed by this host's key for the place where it turned up: it is refused
 * before anything acts on it. Being a converter's exception, a signal that has it is dropped, and
 * as one that fails a run, a run that was started with it ends.
 */
public final class NotSealed extends DataConverterException {
  private static final long serialVersionUID = 1L;

  public NotSealed(String what) {
    super(what);
  }

  NotSealed(String what, Throwable cause) {
    super(what, cause);
  }
}
