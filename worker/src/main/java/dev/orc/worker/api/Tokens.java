package dev.orc.worker.api;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;

/**
 * The two secrets of the API: an operator may do everything, a viewer may only look. Compared in
 * constant time. Immutable.
 */
record Tokens(String operator, String viewer) {
  private static final String SCHEME = "Bearer ";

  /** What a token allows. */
  enum Access {
    OPERATOR,
    VIEWER
  }

  static Tokens random() {
    SecureRandom random = new SecureRandom();
    return new Tokens(secret(random), secret(random));
  }

  /** What the Authorization header allows; nothing when it holds neither token. */
  Optional<Access> access(String header) {
    if (header == null || !header.startsWith(SCHEME)) {
      return Optional.empty();
    }
    byte[] given = header.substring(SCHEME.length()).strip().getBytes(StandardCharsets.UTF_8);
    boolean operates = same(given, operator);
    boolean views = same(given, viewer);
    return operates
        ? Optional.of(Access.OPERATOR)
        : views ? Optional.of(Access.VIEWER) : Optional.empty();
  }

  @Override
  public String toString() {
    return "Tokens[secret]";
  }

  private static boolean same(byte[] given, String secret) {
    return MessageDigest.isEqual(given, secret.getBytes(StandardCharsets.UTF_8));
  }

  private static String secret(SecureRandom random) {
    byte[] bytes = new byte[32];
    random.nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
