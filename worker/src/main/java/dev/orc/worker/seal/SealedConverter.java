package dev.orc.worker.seal;

import dev.orc.workflows.OrcDataConverter;
import io.temporal.api.common.v1.Payload;
import io.temporal.api.common.v1.Payloads;
import io.temporal.api.failure.v1.Failure;
import io.temporal.common.converter.DataConverter;
import io.temporal.internal.worker.WorkflowExecutionException;
import io.temporal.payload.context.SerializationContext;
import java.lang.reflect.Type;
import java.util.Optional;

/**
 * How everything goes into payloads and comes back: sealed. Where something is missing altogether,
 * no codec is asked; that is refused here, since nobody who has the key leaves it out. Thread-safe.
 */
public final class SealedConverter implements DataConverter {
  private final DataConverter sealing;

  private SealedConverter(DataConverter sealing) {
    this.sealing = sealing;
  }

  public static DataConverter of(Seal seal) {
    return new SealedConverter(OrcDataConverter.sealed(seal));
  }

  @Override
  public DataConverter withContext(SerializationContext context) {
    return new SealedConverter(sealing.withContext(context));
  }

  @Override
  public <T> Optional<Payload> toPayload(T value) {
    return sealing.toPayload(value);
  }

  @Override
  public <T> T fromPayload(Payload payload, Class<T> type, Type exact) {
    return sealing.fromPayload(payload, type, exact);
  }

  @Override
  public Optional<Payloads> toPayloads(Object... values) {
    return sealing.toPayloads(values);
  }

  @Override
  public <T> T fromPayloads(int index, Optional<Payloads> content, Class<T> type, Type exact) {
    if (type != Void.class && type != void.class) {
      requireCount(content, index + 1);
    }
    return sealing.fromPayloads(index, content, type, exact);
  }

  @Override
  public Object[] fromPayloads(Optional<Payloads> content, Class<?>[] types, Type[] exact) {
    requireCount(content, types.length);
    return sealing.fromPayloads(content, types, exact);
  }

  /** An update that is refused comes here a second time, its words sealed already. */
  @Override
  public Failure exceptionToFailure(Throwable throwable) {
    if (throwable instanceof WorkflowExecutionException sealed) {
      return sealed.getFailure();
    }
    return PlainFailures.of(throwable).orElseGet(() -> sealing.exceptionToFailure(throwable));
  }

  @Override
  public RuntimeException failureToException(Failure failure) {
    return sealing.failureToException(PlainFailures.withoutForeignWords(failure));
  }

  private static void requireCount(Optional<Payloads> content, int count) {
    if (content.map(Payloads::getPayloadsCount).orElse(0) < count) {
      throw new NotSealed("something is missing that whoever has the key always says: refused");
    }
  }
}
