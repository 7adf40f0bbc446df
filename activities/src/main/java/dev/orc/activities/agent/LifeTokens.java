package dev.orc.activities.agent;

import dev.orc.base.files.PrivateFiles;
import dev.orc.workflows.model.AgentName;
import dev.orc.workflows.model.HostFolders;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The token of each life of an agent: a file that is made before its program starts, and that tells
 * the worker afterwards who speaks. Those of earlier lives are kept for a day, and some for longer,
 * for what they said while the worker was down. Thread-safe.
 */
public final class LifeTokens {
  private static final int KEPT = 8;

  /** An agent that crashes again and again has many lives while its first words wait. */
  private static final Duration AT_LEAST = Duration.ofDays(1);

  private static final int BYTES = 32;
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final Pattern TOKEN =
      Pattern.compile(
          "life\\.(" + AgentName.WORD + ")\\.(" + AgentName.WORD + ")\\.([0-9]{1,9})\\.[\\w-]+");

  private static final Pattern LIFE = Pattern.compile("[0-9]{1,9}");

  private final Path folder;

  public LifeTokens(HostFolders folders) {
    this.folder = folders.state().resolve("life-tokens");
  }

  /** Whose token it is. */
  public record Life(String project, String role, int incarnation) {}

  /** Where the program finds its token. */
  Path file(String project, String role, int incarnation) {
    return folder
        .resolve(AgentName.requireWord(project))
        .resolve(AgentName.requireWord(role) + "." + incarnation);
  }

  /** Makes the token of a life that is about to start. */
  public void issue(String project, String role, int incarnation) {
    byte[] secret = new byte[BYTES];
    RANDOM.nextBytes(secret);
    String word = Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
    Path file = file(project, role, incarnation);
    try {
      PrivateFiles.replace(
          file, String.join(".", "life", project, role, String.valueOf(incarnation), word) + "\n");
      forget(file.getParent(), role + ".", incarnation - KEPT);
    } catch (IOException cannot) {
      throw new UncheckedIOException("the token at " + file + " can not be made", cannot);
    }
  }

  /** Removes what nobody can wait for any more. */
  private static void forget(Path folder, String role, int upTo) throws IOException {
    Instant longAgo = Instant.now().minus(AT_LEAST);
    try (DirectoryStream<Path> tokens = Files.newDirectoryStream(folder, role + "*")) {
      for (Path token : tokens) {
        String life = token.getFileName().toString().substring(role.length());
        boolean old = LIFE.matcher(life).matches() && Integer.parseInt(life) <= upTo;
        if (old && Files.getLastModifiedTime(token).toInstant().isBefore(longAgo)) {
          Files.deleteIfExists(token);
        }
      }
    }
  }

  /** The life that has that token; empty when none has. */
  public Optional<Life> of(String token) {
    Matcher words = TOKEN.matcher(token);
    if (!words.matches()) {
      return Optional.empty();
    }
    Life life = new Life(words.group(1), words.group(2), Integer.parseInt(words.group(3)));
    return issued(life, token) ? Optional.of(life) : Optional.empty();
  }

  private boolean issued(Life life, String token) {
    try {
      byte[] kept = Files.readAllBytes(file(life.project(), life.role(), life.incarnation()));
      return MessageDigest.isEqual(kept, (token + "\n").getBytes(StandardCharsets.UTF_8));
    } catch (IOException none) {
      return false;
    }
  }
}
