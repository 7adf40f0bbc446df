package dev.orc.worker;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxy;
import ch.qos.logback.core.filter.Filter;
import ch.qos.logback.core.spi.FilterReply;
import io.temporal.failure.ApplicationErrorCategory;
import io.temporal.failure.ApplicationFailure;

/**
 * Keeps out of the log what Temporal says of an update that an orchestration refused: who asked was
 * told, and nothing failed. Thread-safe.
 */
public final class RefusedUpdates extends Filter<ILoggingEvent> {
  @Override
  public FilterReply decide(ILoggingEvent event) {
    boolean refused =
        event.getThrowableProxy() instanceof ThrowableProxy proxy
            && proxy.getThrowable() instanceof ApplicationFailure failure
            && failure.getCategory() == ApplicationErrorCategory.BENIGN;
    return refused ? FilterReply.DENY : FilterReply.NEUTRAL;
  }
}
