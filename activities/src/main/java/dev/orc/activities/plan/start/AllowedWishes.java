package dev.orc.activities.plan.start;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.orc.activities.failure.Refusal;
import dev.orc.activities.json.HostJson;
import dev.orc.base.files.PrivateFiles;
import dev.orc.workflows.model.HostFolders;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Which wishes of which repositories a person has allowed, line by line: a line that has changed is
 * another. A file that its owner alone can read. Thread-safe.
 */
final class AllowedWishes {
  private final Path file;

  AllowedWishes(HostFolders folders) {
    this.file = folders.state().resolve("trust.json");
  }

  /** By repository. */
  private record Kept(Map<String, List<String>> allowed) {
    Kept {
      allowed = allowed == null ? Map.of() : allowed;
    }
  }

  synchronized List<String> of(Path root) {
    return read().allowed().getOrDefault(key(root), List.of());
  }

  synchronized void allow(Path root, List<String> lines) {
    Map<String, List<String>> all = new TreeMap<>(read().allowed());
    all.merge(
        key(root),
        lines,
        (old, more) -> Stream.concat(old.stream(), more.stream()).distinct().toList());
    write(all);
  }

  synchronized void revoke(Path root) {
    Map<String, List<String>> all = new TreeMap<>(read().allowed());
    all.remove(key(root));
    write(all);
  }

  private static String key(Path root) {
    return Paths.real(root).toString();
  }

  private Kept read() {
    try {
      Kept kept = HostJson.MAPPER.readValue(Files.readString(file), Kept.class);
      return kept == null ? new Kept(null) : kept;
    } catch (NoSuchFileException none) {
      return new Kept(null);
    } catch (JsonProcessingException noJson) {
      throw new Refusal(
          Refusal.Kind.REFUSED,
          "what was allowed to repositories can not be read in " + file,
          "delete that file; every repository is asked for anew then");
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + file, e);
    }
  }

  private void write(Map<String, List<String>> all) {
    try {
      PrivateFiles.replace(file, HostJson.pretty(new Kept(all)));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write " + file, e);
    }
  }
}
