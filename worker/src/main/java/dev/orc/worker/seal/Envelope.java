package dev.orc.worker.seal;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import io.temporal.api.common.v1.Payload;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Map;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * A sealed payload: AES-256-GCM with a key of the place's own, derived from the host's. What it is
 * for and which key opens it stand beside it in the clear, and are as little to be changed as its
 * content. Stateless.
 */
final class Envelope {
  static final String ENCODING = "encoding";
  static final ByteString SEALED = ByteString.copyFromUtf8("binary/orc-sealed");
  private static final String KEY = "orc-key";
  private static final String PLACE = "orc-place";
  private static final int NONCE = 12;
  private static final int TAG_BITS = 128;

  private Envelope() {}

  static boolean sealed(Payload payload) {
    return SEALED.equals(payload.getMetadataMap().get(ENCODING));
  }

  /** Whether it says that it was sealed for that place. */
  static boolean isFor(Payload payload, Place place) {
    return place.text().equals(text(payload, PLACE));
  }

  /** Which key it says that it was sealed with. */
  static String key(Payload payload) {
    return text(payload, KEY);
  }

  static Payload seal(Payload payload, SealingKey key, Place place)
      throws GeneralSecurityException {
    byte[] nonce = SealingKey.random(NONCE);
    Cipher cipher = cipher(Cipher.ENCRYPT_MODE, key, place, nonce);
    ByteString closed = ByteString.copyFrom(cipher.doFinal(payload.toByteArray()));
    return Payload.newBuilder()
        .putAllMetadata(
            Map.of(
                ENCODING,
                SEALED,
                KEY,
                ByteString.copyFromUtf8(key.id()),
                PLACE,
                ByteString.copyFromUtf8(place.text())))
        .setData(ByteString.copyFrom(nonce).concat(closed))
        .build();
  }

  /** What was sealed for the place that it names; fails when a bit of it is another. */
  static Payload open(Payload payload, SealingKey key)
      throws GeneralSecurityException, InvalidProtocolBufferException {
    ByteString data = payload.getData();
    if (data.size() < NONCE) {
      throw new GeneralSecurityException("it is too short");
    }
    Place place = new Place(text(payload, PLACE));
    byte[] nonce = data.substring(0, NONCE).toByteArray();
    Cipher cipher = cipher(Cipher.DECRYPT_MODE, key, place, nonce);
    return Payload.parseFrom(cipher.doFinal(data.substring(NONCE).toByteArray()));
  }

  private static Cipher cipher(int mode, SealingKey key, Place place, byte[] nonce)
      throws GeneralSecurityException {
    byte[] about =
        ("orc-sealed-1\n" + key.id() + "\n" + place.text()).getBytes(StandardCharsets.UTF_8);
    Mac derivation = Mac.getInstance("HmacSHA256");
    derivation.init(key.derivation());
    SecretKeySpec own = new SecretKeySpec(derivation.doFinal(about), "AES");
    Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
    cipher.init(mode, own, new GCMParameterSpec(TAG_BITS, nonce));
    cipher.updateAAD(about);
    return cipher;
  }

  private static String text(Payload payload, String name) {
    return payload.getMetadataOrDefault(name, ByteString.EMPTY).toStringUtf8();
  }
}
