package dev.orc.cli.real;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;

/**
 * A user with no rights, whom root can run programs as. Programs want a user that the system knows,
 * so it is {@code nobody}. Stateless.
 */
public final class OtherUser {
  private static final List<String> AS =
      List.of("setpriv", "--reuid=nobody", "--regid=nogroup", "--clear-groups");

  private OtherUser() {}

  /** Whether this user may run that file. */
  public static boolean canRun(Path file) throws IOException, InterruptedException {
    return runs(as("test", "-x", file.toString()));
  }

  /** Gives everything below a folder to the user. */
  static void give(Path folder) throws IOException, InterruptedException {
    if (!runs(List.of("chown", "-R", "nobody:nogroup", folder.toString()))) {
      throw new IOException(folder + " can not be given to nobody");
    }
  }

  /** A launcher that is the other one, run as this user. */
  static Path launcher(Path folder, Path launcher) throws IOException {
    Path file = folder.resolve("orc");
    String words = String.join(" ", AS);
    Files.writeString(file, "#!/bin/sh\nexec " + words + " -- '" + launcher + "' \"$@\"\n");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    return file;
  }

  /**
   * A program with everything that belongs to it, where this user can reach it: by hard links, for
   * the trees are large and nobody changes them.
   */
  static RealProgram reachable(RealProgram program, Path folder)
      throws IOException, InterruptedException {
    Path tree = folder.resolve(program.driver() + "-" + program.version());
    if (!Files.exists(tree)) {
      link(program.tree(), tree);
    }
    Path file = tree.resolve(program.tree().relativize(program.program()));
    return new RealProgram(program.driver(), program.version(), file);
  }

  /** The same of a file or folder; a copy where there can be no link. */
  public static void link(Path from, Path to) throws IOException, InterruptedException {
    boolean linked = runs(List.of("cp", "-al", from.toString(), to.toString()));
    if (!linked && !runs(List.of("cp", "-a", from.toString(), to.toString()))) {
      throw new IOException(from + " can not be copied to " + to);
    }
  }

  public static List<String> as(String... program) {
    List<String> words = new ArrayList<>(AS);
    words.add("--");
    words.addAll(List.of(program));
    return words;
  }

  public static boolean runs(List<String> program) throws IOException, InterruptedException {
    return new ProcessBuilder(program)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start()
            .waitFor()
        == 0;
  }
}
