package dev.orc.activities.plan.analysis;

import dev.orc.activities.json.HostJson;
import dev.orc.base.files.PrivateFiles;
import dev.orc.base.text.CleanText;
import dev.orc.base.text.Digest;
import dev.orc.workflows.model.HostFolders;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

/**
 * Keeps what came of each try in the project's state folder, for people: not the prompt but its
 * digest, the answer's first 4 KiB, values of secret variables covered. Immutable.
 */
final class TryLog {
  private static final int KEPT_CHARACTERS = 4_096;

  private final Path folder;
  private final Secrets secrets;

  TryLog(HostFolders folders, String project, Secrets secrets) {
    this.folder = folders.project(project).resolve("analysis");
    this.secrets = secrets;
  }

  /** One try as its file holds it. */
  record Entry(
      Instant at,
      String task,
      String driver,
      int number,
      String prompt,
      long millis,
      String answer,
      List<String> faults) {}

  void keep(
      Instant at,
      Task task,
      String driver,
      int number,
      String prompt,
      long millis,
      String answer,
      List<String> faults) {
    Entry entry =
        new Entry(
            at,
            task.noun(),
            driver,
            number,
            "sha-256 " + Digest.of(prompt),
            millis,
            cut(secrets.covered(CleanText.forTerminal(answer))),
            faults.stream().map(secrets::covered).toList());
    String name = at.truncatedTo(ChronoUnit.SECONDS).toString().replace(":", "");
    Path file = folder.resolve(name + "-" + task.noun() + "-" + number + ".json");
    try {
      PrivateFiles.replace(file, HostJson.pretty(entry));
    } catch (IOException e) {
      throw new UncheckedIOException("the try " + file + " can not be written", e);
    }
  }

  Path folder() {
    return folder;
  }

  private static String cut(String text) {
    return text.length() <= KEPT_CHARACTERS ? text : text.substring(0, KEPT_CHARACTERS) + "…";
  }
}
