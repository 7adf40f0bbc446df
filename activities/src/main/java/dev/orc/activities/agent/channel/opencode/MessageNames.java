package dev.orc.activities.agent.channel.opencode;

import dev.orc.base.files.PrivateFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Under which name a letter is in a session. The order of the names is the order of the
 * conversation, so they begin with the time; their end is made of the letter's id alone, so that
 * the letter is found in a history whose names nobody kept. Thread-safe.
 */
final class MessageNames {
  private static final String LETTERS =
      "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
  private static final int END = 14;
  private static final long TIMES = (1L << 48) - 1;

  private final Path file;
  private final Clock clock;
  private final Map<String, String> letters = new HashMap<>();
  private long last;

  /**
   * @param file where the names are kept for those who come later
   */
  MessageNames(Path file, Clock clock) throws IOException {
    this.file = file;
    this.clock = clock;
    if (Files.exists(file)) {
      for (String line : Files.readAllLines(file)) {
        String[] words = line.split("\t", 2);
        if (words.length == 2) {
          letters.put(words[1], words[0]);
        }
      }
    }
  }

  /** A new name for the letter, behind all that were given before; kept before it is used. */
  synchronized String name(String letterId) {
    last = Math.max(last + 1, clock.millis() * 4096);
    String name = String.format("msg_%012x%s", last & TIMES, end(letterId));
    try {
      PrivateFiles.appendLine(file, letterId + "\t" + name);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    letters.put(name, letterId);
    return name;
  }

  /** The letter that has this name; empty when it is no letter's, or of another life. */
  synchronized Optional<String> letter(String name) {
    return Optional.ofNullable(letters.get(name));
  }

  /** Every name that the letter has had in this life. */
  synchronized List<String> all(String letterId) {
    return letters.entrySet().stream()
        .filter(named -> named.getValue().equals(letterId))
        .map(Map.Entry::getKey)
        .toList();
  }

  /** Whether the message is this letter, whoever has brought it. */
  static boolean isOf(String name, String letterId) {
    return name.endsWith(end(letterId));
  }

  private static String end(String letterId) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      BigInteger rest = new BigInteger(1, digest.digest(letterId.getBytes(StandardCharsets.UTF_8)));
      StringBuilder end = new StringBuilder();
      BigInteger base = BigInteger.valueOf(LETTERS.length());
      for (int i = 0; i < END; i++) {
        end.append(LETTERS.charAt(rest.mod(base).intValue()));
        rest = rest.divide(base);
      }
      return end.toString();
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
