package dev.orc.activities.agent.check;

import dev.orc.activities.agent.driver.Driver;
import dev.orc.activities.agent.driver.Reading;
import dev.orc.activities.failure.Refusal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;

/**
 * Saves screens and hook events as the tests read them: with the version of the program, the time,
 * and what the driver reads of them now. A person says whether that is right. Not thread-safe.
 */
final class Golden {
  private final Path folder;
  private final Driver driver;
  private final String version;
  private final PaneSize size;
  private int count;

  private Golden(Path folder, Driver driver, String version, PaneSize size) {
    this.folder = folder;
    this.driver = driver;
    this.version = version;
    this.size = size;
  }

  static Golden into(Path folder, Driver driver, PaneSize size) {
    try {
      return new Golden(Files.createDirectories(folder), driver, driver.version(), size);
    } catch (IOException e) {
      throw refusal(folder);
    }
  }

  void screen(String shown, Reading reading, Instant at, ZoneId zone) {
    StringBuilder text = new StringBuilder();
    head(text, "version", version);
    head(text, "zone", zone);
    head(text, "now", at);
    head(text, "condition", reading.condition());
    head(text, "detail", reading.detail());
    head(text, "resets", reading.resetsAt());
    head(text, "broke", reading.broke());
    head(
        text,
        "composer",
        driver.composer(shown).map(held -> held.replace("\n", "\\n")).orElse(null));
    count++;
    String state = reading.condition().name().toLowerCase(Locale.ROOT);
    write(
        String.format("%s-%02d-%s-%s.txt", state, count, version, size),
        text + shown.stripTrailing());
  }

  void hook(String line) {
    write("hooks-" + version + ".jsonl", line);
  }

  private static void head(StringBuilder text, String key, Object value) {
    if (value != null) {
      text.append("#! ").append(key).append(": ").append(value).append('\n');
    }
  }

  private void write(String name, String text) {
    try {
      Files.writeString(
          folder.resolve(name), text + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    } catch (IOException e) {
      throw refusal(folder);
    }
  }

  private static Refusal refusal(Path folder) {
    return new Refusal(
        Refusal.Kind.FAILED, folder + " can not be written", "name a folder of your own with --to");
  }
}
