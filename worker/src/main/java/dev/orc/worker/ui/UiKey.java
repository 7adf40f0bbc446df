package dev.orc.worker.ui;

import com.sun.net.httpserver.HttpExchange;
import dev.orc.base.files.PrivateFiles;
import dev.orc.workflows.model.HostFolders;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/**
 * What lets a browser in: it comes once with the link that {@code orc up} shows, and keeps a cookie
 * from then on. Immutable.
 */
final class UiKey {
  static final String PARAMETER = "orc-key";
  private static final String COOKIE = "orc-ui";
  private static final int BYTES = 32;

  private final byte[] secret;

  private UiKey(String secret) {
    this.secret = secret.getBytes(StandardCharsets.UTF_8);
  }

  static Path file(HostFolders folders) {
    return folders.state().resolve("temporal/ui.key");
  }

  /** The kept one, so that a browser is let in after a restart too; made where there is none. */
  static UiKey of(HostFolders folders) throws IOException {
    Path file = file(folders);
    try {
      String kept = Files.readString(file).strip();
      if (kept.length() >= BYTES) {
        return new UiKey(kept);
      }
    } catch (NoSuchFileException first) {
      // Made below, as one that is of no use is.
    }
    byte[] random = new byte[BYTES];
    new SecureRandom().nextBytes(random);
    String fresh = Base64.getUrlEncoder().withoutPadding().encodeToString(random);
    PrivateFiles.replace(file, fresh + "\n");
    return new UiKey(fresh);
  }

  boolean is(String given) {
    return MessageDigest.isEqual(secret, given.getBytes(StandardCharsets.UTF_8));
  }

  /** Whether the browser has been let in before. */
  boolean isIn(HttpExchange exchange) {
    return cookies(exchange).stream()
        .filter(cookie -> cookie.startsWith(COOKIE + "="))
        .anyMatch(cookie -> is(cookie.substring(COOKIE.length() + 1)));
  }

  /** What the browser keeps; no script and no other site gets at it. */
  String cookie() {
    return COOKIE
        + "="
        + new String(secret, StandardCharsets.UTF_8)
        + "; Path=/; HttpOnly; SameSite=Strict; Max-Age=31536000";
  }

  /** The browser's cookies for the UI itself, without ours. */
  static Optional<String> others(HttpExchange exchange) {
    List<String> others =
        cookies(exchange).stream().filter(cookie -> !cookie.startsWith(COOKIE + "=")).toList();
    return others.isEmpty() ? Optional.empty() : Optional.of(String.join("; ", others));
  }

  private static List<String> cookies(HttpExchange exchange) {
    List<String> headers = exchange.getRequestHeaders().getOrDefault("Cookie", List.of());
    return headers.stream()
        .flatMap(header -> List.of(header.split(";", -1)).stream())
        .map(String::strip)
        .filter(cookie -> !cookie.isEmpty())
        .toList();
  }
}
