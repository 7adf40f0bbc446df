package dev.orc.activities.scripted;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Finds a playbook: a file, or one of those that come with the program. */
final class Library {
  private Library() {}

  /**
   * @param wanted a file; a set as {@code demo}, of which the role's own playbook is taken; or a
   *     playbook as {@code idle}
   */
  static Playbook find(String wanted, String role, int incarnation) throws IOException {
    if (isWord(wanted) && !Files.exists(Path.of(wanted))) {
      String builtIn = resource("/playbooks/" + wanted + "/" + role + ".play");
      if (builtIn == null) {
        builtIn = resource("/playbooks/" + wanted + ".play");
      }
      if (builtIn == null) {
        throw new IllegalArgumentException(
            "there is no playbook '" + wanted + "' for '" + role + "'; give a file");
      }
      return PlaybookReader.read(wanted, builtIn, incarnation);
    }
    return PlaybookReader.read(wanted, Files.readString(Path.of(wanted)), incarnation);
  }

  private static boolean isWord(String wanted) {
    for (int i = 0; i < wanted.length(); i++) {
      char c = wanted.charAt(i);
      if (!(c >= 'a' && c <= 'z' || c >= '0' && c <= '9' || c == '-')) {
        return false;
      }
    }
    return !wanted.isEmpty();
  }

  private static String resource(String path) throws IOException {
    try (InputStream in = Library.class.getResourceAsStream(path)) {
      return in == null ? null : new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
