package dev.orc.worker.seal;

import io.temporal.common.converter.DataConverterException;

/**
 * Something that was sealed by a key that this host has not, or not yet: it is refused for now, and
 * ends nothing for good.
 */
public final class UnknownKey extends DataConverterException {
  private static final long serialVersionUID = 1L;

  UnknownKey() {
    super(
        "a payload was sealed by a key that this host has not: it is refused; 'orc key import'"
            + " brings the key of another host");
  }
}
