package dev.orc.cli.launcher;

import dev.orc.cli.Await;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A source checkout in a folder with blanks in its name: the real launcher, and a Maven and JDKs
 * that only write down how they were called.
 */
final class FakeTree implements AutoCloseable {
  private static final List<String> TOOLS =
      List.of(
          "sh",
          "cat",
          "cksum",
          "cut",
          "date",
          "dirname",
          "find",
          "head",
          "id",
          "ln",
          "locale",
          "mkdir",
          "mktemp",
          "mv",
          "ps",
          "readlink",
          "rm",
          "rmdir",
          "sed",
          "sleep",
          "touch",
          "tail",
          "uname",
          "nice");
  private static final String JAVA =
      """
      #!/bin/sh
      for word in "$@"; do printf '[%s]' "$word"; done >>"$FAKE/java.calls"
      echo >>"$FAKE/java.calls"
      for word in "$@"; do
        case $word in -XX:ArchiveClassesAtExit=* | -XX:AOTCacheOutput=*) echo x >"${word#*=}" ;; esac
      done
      [ ! -f "$FAKE/java.does" ] || . "$FAKE/java.does"
      """;
  private static final String MAVEN =
      """
      #!/bin/sh
      echo "$@" >>"$FAKE/mvn.calls"
      [ ! -f "$FAKE/mvn.says" ] || cat "$FAKE/mvn.says"
      [ ! -f "$FAKE/mvn.fails" ] || { echo broken; exit 1; }
      [ ! -f "$FAKE/mvn.slow" ] || sleep 1
      mkdir -p client-cli/target/orc/lib/cli client-cli/target/orc/lib/worker
      touch client-cli/target/orc/lib/cli/orc-client-cli.jar client-cli/target/orc/lib/worker/w.jar
      """;

  final Path folder;
  final Path root;

  FakeTree(Path folder) throws IOException {
    this.folder = folder;
    root = folder.resolve("my orc's checkout");
    Path real = repository();
    copy(real.resolve("orc"), root.resolve("orc"));
    try (Stream<Path> scripts = Files.list(real.resolve("scripts/launcher"))) {
      for (Path script : scripts.toList()) {
        copy(script, root.resolve("scripts/launcher").resolve(script.getFileName()));
      }
    }
    Files.writeString(root.resolve("pom.xml"), "<project/>");
    copy(real.resolve("scripts/install-temporal"), root.resolve("scripts/install-temporal"));
    Files.writeString(root.resolve("scripts/temporal.sha256"), "");
    source("A.java");
    Files.writeString(root.resolve("client-cli/pom.xml"), "<project/>");
    Path tools = Files.createDirectories(folder.resolve("tools"));
    for (String tool : TOOLS) {
      Path found = Path.of("/usr/bin", tool);
      Path program = Files.exists(found) ? found : Path.of("/bin", tool);
      script(tools.resolve(tool), "#!/bin/sh\nexec " + program + " \"$@\"\n");
    }
    script(tools.resolve("mvn"), MAVEN);
    program("tmux", "echo tmux 3.3a");
    program("git", "exit 0");
    program("temporal", "echo 'temporal version " + pinnedTemporal(real) + " (Server 1)'");
    Files.createDirectories(folder.resolve("jdks"));
  }

  /** How a run of the launcher went. */
  record Run(int exit, String out, String err) {}

  FakeTree jdk(String name, String version) throws IOException {
    Path home = folder.resolve("jdks").resolve(name);
    script(home.resolve("bin/java"), JAVA);
    script(home.resolve("bin/javac"), JAVA);
    Files.writeString(home.resolve("release"), "JAVA_RUNTIME_VERSION=\"" + version + "\"\n");
    return this;
  }

  /** A program on the PATH. */
  void program(String name, String text) throws IOException {
    script(folder.resolve("tools").resolve(name), "#!/bin/sh\n" + text + "\n");
  }

  /** From now on it is not there. */
  FakeTree without(String... programs) throws IOException {
    for (String name : programs) {
      Files.delete(folder.resolve("tools").resolve(name));
    }
    return this;
  }

  private static String pinnedTemporal(Path repository) throws IOException {
    try (Stream<String> lines = Files.lines(repository.resolve("scripts/install-temporal"))) {
      return lines
          .filter(line -> line.startsWith("version="))
          .findFirst()
          .orElseThrow()
          .substring("version=".length());
    }
  }

  Path source(String name) throws IOException {
    Path source = root.resolve("client-cli/src/main/java").resolve(name);
    Files.createDirectories(source.getParent());
    return Files.writeString(source, "class A {}");
  }

  /** Makes a source newer than anything built so far. */
  void edit(String name) throws IOException {
    Files.setLastModifiedTime(source(name), FileTime.from(Instant.now().plusSeconds(2)));
  }

  Path mark(String name, String content) throws IOException {
    return Files.writeString(folder.resolve(name), content);
  }

  List<String> calls(String program) throws IOException {
    Path calls = folder.resolve(program + ".calls");
    return Files.exists(calls) ? Files.readAllLines(calls) : List.of();
  }

  /** The calls that were asked for, without those that make archives. */
  List<String> commands() throws IOException {
    return calls("java").stream()
        .filter(call -> !call.contains("Training") && !call.contains("-Xshare:dump"))
        .toList();
  }

  Run run(String... arguments) throws IOException, InterruptedException {
    return run(Map.of(), root.resolve("orc"), arguments);
  }

  Run run(Map<String, String> environment, Path launcher, String... arguments)
      throws IOException, InterruptedException {
    Process process = start(environment, launcher, arguments);
    String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    String err = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
    return new Run(process.waitFor(), out, err);
  }

  Process start(Map<String, String> environment, Path launcher, String... arguments)
      throws IOException {
    List<String> command = new ArrayList<>(List.of(launcher.toString()));
    command.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
    builder.environment().clear();
    builder.environment().put("PATH", folder.resolve("tools").toString());
    builder.environment().put("FAKE", folder.toString());
    builder.environment().put("ORC_HOME", folder.resolve("home").toString());
    builder.environment().put("ORC_JDK_FOLDERS", folder.resolve("jdks").toString());
    builder.environment().put("ORC_ARCHIVE_PATIENCE", "0");
    builder.environment().putAll(environment);
    return builder.start();
  }

  /** Waits until what the launcher left in the background has ended: it writes into our folder. */
  @Override
  public void close() throws IOException {
    Await.until(() -> ProcessHandle.allProcesses().noneMatch(this::belongsHere));
  }

  private boolean belongsHere(ProcessHandle process) {
    return process.info().commandLine().orElse("").contains(folder.toString());
  }

  static void script(Path file, String text) throws IOException {
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  private static void copy(Path from, Path to) throws IOException {
    Files.createDirectories(to.getParent());
    Files.copy(from, to);
  }

  private static Path repository() {
    Path here = Path.of("").toAbsolutePath();
    return Files.exists(here.resolve("orc")) ? here : here.getParent();
  }
}
