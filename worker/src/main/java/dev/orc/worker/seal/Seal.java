package dev.orc.worker.seal;

import com.google.protobuf.InvalidProtocolBufferException;
import dev.orc.activities.failure.Refusal;
import io.temporal.api.common.v1.Payload;
import io.temporal.payload.codec.PayloadCodec;
import io.temporal.payload.codec.PayloadCodecException;
import io.temporal.payload.context.SerializationContext;
import java.io.UncheckedIOException;
import java.security.GeneralSecurityException;
import java.util.List;

/**
 * Seals every payload for the place it is for, and opens those that were sealed for it by a key of
 * this host. Thread-safe.
 */
public final class Seal implements PayloadCodec {
  private final HeldKeys keys;
  private final Place place;
  private final boolean acceptsUnsealed;

  /**
   * @param acceptsUnsealed for as long as runs from before there were seals are open
   */
  public Seal(KeyFile keys, boolean acceptsUnsealed) {
    this(new HeldKeys(keys), Place.NOWHERE, acceptsUnsealed);
  }

  private Seal(HeldKeys keys, Place place, boolean acceptsUnsealed) {
    this.keys = keys;
    this.place = place;
    this.acceptsUnsealed = acceptsUnsealed;
  }

  @Override
  public PayloadCodec withContext(SerializationContext context) {
    return new Seal(keys, Place.of(context), acceptsUnsealed);
  }

  @Override
  public List<Payload> encode(List<Payload> payloads) {
    return payloads.stream().map(this::sealed).toList();
  }

  @Override
  public List<Payload> decode(List<Payload> payloads) {
    return payloads.stream().map(this::opened).toList();
  }

  /** Whether it says that it is sealed; by whom and for what only opening it tells. */
  public static boolean isSealed(Payload payload) {
    return Envelope.sealed(payload);
  }

  /** As the owner's eyes read it, whatever place it was sealed for; what is not sealed stays. */
  public Payload shown(Payload payload) {
    return Envelope.sealed(payload) ? open(payload) : payload;
  }

  private Payload sealed(Payload payload) {
    try {
      return Envelope.seal(payload, keys.sealing(), place);
    } catch (GeneralSecurityException impossible) {
      throw new PayloadCodecException("a payload can not be sealed", impossible);
    }
  }

  private Payload opened(Payload payload) {
    if (!Envelope.sealed(payload)) {
      if (acceptsUnsealed) {
        return payload;
      }
      throw new NotSealed("a payload is not sealed by the key of this host: it is refused");
    }
    if (!Envelope.isFor(payload, place)) {
      throw new NotSealed("a payload was sealed for another place: it is refused");
    }
    return open(payload);
  }

  private Payload open(Payload payload) {
    try {
      return Envelope.open(payload, key(Envelope.key(payload)));
    } catch (GeneralSecurityException | InvalidProtocolBufferException forged) {
      throw new NotSealed("a payload was changed after it had been sealed: it is refused", forged);
    }
  }

  private SealingKey key(String id) {
    try {
      return keys.find(id).orElseThrow(UnknownKey::new);
    } catch (Refusal | UncheckedIOException unusable) {
      throw new PayloadCodecException(unusable.getMessage(), unusable);
    }
  }
}
