package dev.orc.worker.seal;

import dev.orc.activities.failure.Refusal;
import dev.orc.activities.json.HostJson;
import dev.orc.base.files.PrivateFiles;
import dev.orc.workflows.model.HostFolders;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/**
 * The program behind {@code orc key}; the launcher starts it. It needs no worker: a host without a
 * key has none that runs.
 */
public final class KeyMain {
  private static final Set<String> FLAGS = Set.of("--prepare", "--seal");

  private final KeyFile keys;
  private final PrintStream out;

  KeyMain(HostFolders folders, PrintStream out) {
    this.keys = new KeyFile(folders);
    this.out = out;
  }

  public static void main(String[] arguments) {
    try {
      new KeyMain(HostFolders.of(System.getenv()), System.out).run(List.of(arguments));
    } catch (Refusal refusal) {
      System.err.println("orc: " + refusal.getMessage() + ". Remedy: " + refusal.remedy());
      System.exit(refusal.kind().exit());
    } catch (UncheckedIOException failed) {
      System.err.println("orc: " + failed.getMessage() + ": " + failed.getCause().getMessage());
      System.exit(Refusal.Kind.FAILED.exit());
    }
  }

  void run(List<String> arguments) {
    List<String> words = arguments.stream().filter(word -> !FLAGS.contains(word)).toList();
    String verb = words.isEmpty() ? "show" : words.get(0);
    boolean file = verb.equals("export") || verb.equals("import");
    if (words.size() != (file ? 2 : Math.min(1, words.size()))) {
      throw usage();
    }
    switch (verb) {
      case "show" -> show();
      case "rotate" -> rotate(arguments.contains("--prepare"));
      case "export" -> export(Path.of(words.get(1)).toAbsolutePath());
      case "import" -> take(Path.of(words.get(1)).toAbsolutePath(), arguments.contains("--seal"));
      default -> throw usage();
    }
  }

  /** Never the secrets. */
  private void show() {
    KeyRing ring = keys.ring();
    for (SealingKey key : ring.keys()) {
      out.println(
          key.id() + "  made " + key.made() + (key.id().equals(ring.seals()) ? "  seals" : ""));
    }
  }

  /** A key that was prepared comes first: other hosts may have it by then. */
  private void rotate(boolean prepare) {
    KeyRing changed =
        keys.change(
            ring -> {
              if (ring.keys().isEmpty()) {
                return KeyRing.of(SealingKey.random(Instant.now()));
              }
              SealingKey last = ring.keys().get(ring.keys().size() - 1);
              if (!prepare && !last.id().equals(ring.seals())) {
                return ring.sealingWith(last.id());
              }
              SealingKey fresh = SealingKey.random(Instant.now());
              return prepare ? ring.with(fresh) : ring.with(fresh).sealingWith(fresh.id());
            });
    out.println(
        changed.seals() + " seals; " + changed.keys().size() + " open what was sealed before too");
  }

  private void export(Path file) {
    if (Files.exists(file)) {
      throw new Refusal(Refusal.Kind.REFUSED, file + " is there already", "name another file");
    }
    try {
      PrivateFiles.replace(file, HostJson.pretty(keys.ring()));
    } catch (IOException cannot) {
      throw new UncheckedIOException("cannot write " + file, cannot);
    }
    out.println("Wrote " + file + ", which only you can read: bring it to the other host by ssh.");
  }

  private void take(Path file, boolean seal) {
    KeyRing brought = read(file);
    KeyRing changed =
        keys.change(
            ring -> {
              KeyRing all = ring.keys().isEmpty() ? brought : ring;
              for (SealingKey key : brought.keys()) {
                all = all.with(key);
              }
              return seal ? all.sealingWith(brought.seals()) : all;
            });
    out.println(changed.seals() + " seals; " + changed.keys().size() + " keys open");
  }

  private static KeyRing read(Path file) {
    try {
      KeyRing ring = HostJson.MAPPER.readValue(Files.readString(file), KeyRing.class);
      if (ring != null && ring.whole()) {
        return ring;
      }
    } catch (IOException unreadable) {
      // Falls through to the refusal, as what holds no keys does; nothing of it is said.
    }
    throw new Refusal(
        Refusal.Kind.USAGE, file + " holds no keys", "name a file that 'orc key export' wrote");
  }

  private static Refusal usage() {
    return new Refusal(Refusal.Kind.USAGE, "that is no way to use orc key", "see: orc key --help");
  }
}
