package dev.orc.activities.agent.driver;

import dev.orc.activities.failure.Refusal;
import dev.orc.workflows.model.HostFolders;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * The drivers of this host by name: those that come with orc, and those of the user, which win.
 * Thread-safe: read once.
 */
public final class Drivers {
  private static final List<String> OURS =
      List.of("claude", "codex", "gemini", "opencode", "qwen", "scripted");

  private final Map<String, Driver> byName;

  private Drivers(Map<String, Driver> byName) {
    this.byName = byName;
  }

  /** Reads all driver files; refuses with file and line what is wrong in one. */
  public static Drivers load(HostFolders folders) {
    DriverFileReader reader = new DriverFileReader();
    Map<String, DriverFile> files = new TreeMap<>();
    for (String name : OURS) {
      String place = "drivers/" + name + ".yaml";
      files.put(name, complete(place, reader.read(place, resource("/" + place))));
    }
    Map<String, DriverFile> known = Map.copyOf(files);
    for (Path file : usersFiles(folders.config().resolve("drivers"))) {
      DriverFile read = reader.read(file.toString(), text(file));
      DriverFile whole = complete(file.toString(), extended(file.toString(), read, known));
      files.put(whole.name(), whole);
    }
    Map<String, Driver> drivers = new TreeMap<>();
    files.forEach((name, file) -> drivers.put(name, new FileDriver(file, folders)));
    return new Drivers(drivers);
  }

  /** The driver of that name; a refusal names those that exist. */
  public Driver get(String name) {
    Driver driver = byName.get(name);
    if (driver == null) {
      throw new Refusal(
          Refusal.Kind.NOT_FOUND,
          "there is no driver '" + name + "'",
          "use one of "
              + String.join(", ", byName.keySet())
              + ", or add drivers/"
              + name
              + ".yaml"
              + " to the configuration folder");
    }
    return driver;
  }

  public Set<String> names() {
    return byName.keySet();
  }

  private static DriverFile extended(String place, DriverFile file, Map<String, DriverFile> known) {
    if (file.base() == null) {
      return file;
    }
    DriverFile base = known.get(file.base());
    if (base == null) {
      throw DriverFileReader.refusal(
          place + ":1: extends '" + file.base() + "', which is none of " + OURS);
    }
    return file.over(base);
  }

  private static DriverFile complete(String place, DriverFile file) {
    try {
      return file.complete();
    } catch (IllegalArgumentException e) {
      throw DriverFileReader.refusal(place + ":1: " + e.getMessage());
    }
  }

  private static List<Path> usersFiles(Path folder) {
    List<Path> files = new ArrayList<>();
    if (Files.isDirectory(folder)) {
      try (DirectoryStream<Path> found = Files.newDirectoryStream(folder, "*.yaml")) {
        found.forEach(files::add);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    files.sort(null);
    return files;
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw DriverFileReader.refusal(file + ":1: can not be read: " + e.getMessage());
    }
  }

  private static String resource(String path) {
    try (InputStream in = Drivers.class.getResourceAsStream(path)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
