package dev.orc.activities.git;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Git's own files of one checkout, read without git. Immutable. */
final class GitFiles {
  private static final String LINK = "gitdir: ";
  private static final String REFERENCE = "ref: ";

  private final Path own;
  private final Path common;

  private GitFiles(Path own, Path common) {
    this.own = own;
    this.common = common;
  }

  static GitFiles of(Path checkout) {
    Path dotGit = checkout.resolve(".git");
    Path own =
        Files.isDirectory(dotGit)
            ? dotGit
            : checkout.resolve(line(dotGit).substring(LINK.length()));
    Path note = own.resolve("commondir");
    return new GitFiles(own, Files.exists(note) ? own.resolve(line(note)).normalize() : own);
  }

  /** Whether the checkout was removed since. */
  boolean gone() {
    return Files.notExists(own);
  }

  /** The folder that is this checkout's alone. */
  Path own() {
    return own;
  }

  /** The folder that all checkouts of the repository share. */
  Path common() {
    return common;
  }

  /** The commit that the checkout stands on; null when its branch has none. */
  String head() {
    String head = line(own.resolve("HEAD"));
    if (!head.startsWith(REFERENCE)) {
      return head;
    }
    String reference = head.substring(REFERENCE.length());
    Path loose = common.resolve(reference);
    if (Files.exists(loose)) {
      return line(loose);
    }
    try (History history = History.of(this)) {
      return history.commit(reference);
    }
  }

  /** A path may end in blanks and hold newlines; only git's own last newline goes. */
  private static String line(Path file) {
    try {
      String content = Files.readString(file);
      return content.endsWith("\n") ? content.substring(0, content.length() - 1) : content;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
