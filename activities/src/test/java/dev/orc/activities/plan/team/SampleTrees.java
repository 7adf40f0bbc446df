package dev.orc.activities.plan.team;

import dev.orc.activities.plan.detect.ProjectTree;
import dev.orc.activities.plan.spec.SpecDocument;
import dev.orc.activities.plan.spec.SpecReader;
import dev.orc.workflows.model.HostFolders;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The projects of {@code sample-trees.txt}, made below a folder when they are asked for. */
final class SampleTrees {
  private final Path folder;
  private final Map<String, List<String>> trees = new LinkedHashMap<>();

  SampleTrees(Path folder) {
    this.folder = folder;
    List<String> tree = new ArrayList<>();
    for (String line : text("sample-trees.txt").lines().toList()) {
      if (line.startsWith("[")) {
        tree = new ArrayList<>();
        trees.put(line.substring(1, line.length() - 1), tree);
      } else if (!line.isBlank() && !line.startsWith("#")) {
        tree.add(line);
      }
    }
  }

  /** A tree that was made, with its spec. */
  record Sample(ProjectTree tree, Optional<SpecDocument> spec) {}

  Sample make(String name) {
    Path root = folder.resolve(name);
    Path spec = folder.resolve(name + ".spec.md");
    try {
      Files.createDirectories(root);
      for (String line : trees.get(name)) {
        write(root, spec, line);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new Sample(
        ProjectTree.of(root),
        Files.exists(spec) ? Optional.of(new SpecReader().read(spec)) : Optional.empty());
  }

  int count() {
    return trees.size();
  }

  private static void write(Path root, Path spec, String line) throws IOException {
    String[] parts = line.split(" = ", 2);
    String text = parts.length > 1 ? parts[1].replace("\\n", "\n") + "\n" : "x\n";
    if (parts[0].equals("SPEC")) {
      Files.writeString(spec, text);
      return;
    }
    String[] many = parts[0].split(" x ", 2);
    int count = many.length > 1 ? Integer.parseInt(many[1].strip()) : 1;
    for (int number = 1; number <= count; number++) {
      Path file = root.resolve(many[0].strip().replace("*", String.valueOf(number)));
      Files.createDirectories(file.getParent());
      Files.writeString(file, text);
    }
  }

  /** A resource beside this class. */
  static String text(String name) {
    try (InputStream in = SampleTrees.class.getResourceAsStream(name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A planner with the types and workflows that count on such a host. */
  static TeamPlanner planner(RoleLibrary library, HostFolders folders) {
    Teams teams = new Teams(library);
    return new TeamPlanner(
        library,
        TeamTypes.load(folders, Optional.empty(), teams),
        TeamWorkflows.load(folders, teams));
  }
}
