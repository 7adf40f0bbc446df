package dev.orc.worker.seal;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.Base64;
import javax.crypto.spec.SecretKeySpec;

/**
 * One secret that payloads are sealed with. Immutable.
 *
 * @param id what a sealed payload names it by; says nothing of the secret
 * @param secret 32 bytes in base64; null where it was taken away
 */
record SealingKey(String id, String secret, Instant made) {
  private static final int BYTES = 32;
  private static final int ID_BYTES = 6;
  private static final SecureRandom RANDOM = new SecureRandom();

  static SealingKey random(Instant now) {
    return new SealingKey("k" + hex(random(ID_BYTES)), encoded(random(BYTES)), now);
  }

  /** Whether it can be used. */
  boolean whole() {
    return id != null && id.matches("k[0-9a-f]{12}") && secret != null && bytes().length == BYTES;
  }

  /** What the keys of single payloads are derived with. */
  SecretKeySpec derivation() {
    return new SecretKeySpec(bytes(), "HmacSHA256");
  }

  static byte[] random(int count) {
    byte[] bytes = new byte[count];
    RANDOM.nextBytes(bytes);
    return bytes;
  }

  @Override
  public String toString() {
    return "SealingKey[" + id + "]";
  }

  private byte[] bytes() {
    try {
      return Base64.getDecoder().decode(secret);
    } catch (IllegalArgumentException notBase64) {
      return new byte[0];
    }
  }

  private static String encoded(byte[] bytes) {
    return Base64.getEncoder().encodeToString(bytes);
  }

  private static String hex(byte[] bytes) {
    return java.util.HexFormat.of().formatHex(bytes);
  }
}
