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

  static Tokens random() {
    SecureRandom random = new SecureRandom();
    return new Tokens(secret(random), secret(random));
  }

  /** What the Authorization header allows; nothing when it holds neither token. */
  Optional<Access> access(String header) {
    if (header == null || !header.startsWith(SCHEME)) {
      return Optional.empty();
    }
    byte[] given = bearer(header).getBytes(StandardCharsets.UTF_8);
    boolean operates = same(given, operator);
    boolean views = same(given, viewer);
    return operates
        ? Optional.of(Access.OPERATOR)
        : views ? Optional.of(Access.VIEWER) : Optional.empty();
  }

  /** The token in a header that {@link #access} did not know; empty where it holds none. */
  static String bearer(String header) {
    return header == null || !header.startsWith(SCHEME)
        ? ""
        : header.substring(SCHEME.length()).strip();
  }

  /** Whether both are there; a file may hold anything. */
  boolean whole() {
    return operator != null && viewer != null && !operator.isBlank() && !viewer.isBlank();
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
