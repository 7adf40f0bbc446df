package dev.orc.base.process;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** What a process was started with, where the system shows it. Stateless. */
public final class ProcessEnvironment {
  private ProcessEnvironment() {}

  /**
   * Its variables, {@code NAME=VALUE} each; empty for a process that has gone meanwhile or is
   * somebody else's, and for all of them where there is no {@code /proc}.
   */
  public static List<String> of(long pid) {
    try {
      byte[] bytes = Files.readAllBytes(Path.of("/proc", Long.toString(pid), "environ"));
      return List.of(new String(bytes, StandardCharsets.ISO_8859_1).split("\0"));
    } catch (IOException goneOrNotOurs) {
      return List.of();
    }
  }
}
