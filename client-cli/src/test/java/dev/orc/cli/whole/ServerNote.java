package dev.orc.cli.whole;

import dev.orc.cli.api.ApiJson;
import dev.orc.workflows.model.HostFolders;
import dev.orc.workflows.model.HostHealth;
import io.temporal.testing.TestWorkflowEnvironment;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Notes in the build folder which Temporal the whole tests ran against. Stateless. */
final class ServerNote {
  private static final Pattern PROGRAM = Pattern.compile("([^ ]+) \\(Server ([^,)]+).*");
  private static final Pattern JAR = Pattern.compile("temporal-testing-(.+)\\.jar$");

  private ServerNote() {}

  static void write(HostHealth health, HostFolders folders) throws IOException {
    Path note = Path.of("target", "temporal-server.txt");
    Files.createDirectories(note.getParent());
    Files.writeString(note, line(health, folders) + "\n");
  }

  private static String line(HostHealth health, HostFolders folders) throws IOException {
    if (!health.temporalDurable()) {
      return "embedded server of temporal-testing " + embeddedVersion();
    }
    Path record = folders.state().resolve("temporal/server.json");
    String version = String.valueOf(ApiJson.readMap(Files.readAllBytes(record)).get("version"));
    Matcher both = PROGRAM.matcher(version);
    return both.matches()
        ? "development server " + both.group(2) + " (temporal " + both.group(1) + ")"
        : "development server of temporal " + version;
  }

  private static String embeddedVersion() {
    String jar =
        TestWorkflowEnvironment.class.getProtectionDomain().getCodeSource().getLocation().getPath();
    Matcher version = JAR.matcher(jar);
    return version.find() ? version.group(1) : "unknown";
  }
}
