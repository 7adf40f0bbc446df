package dev.orc.activities.plan.detect;

import java.util.List;
import java.util.Set;

/** Tells source code from other files by its ending. Stateless. */
final class Sources {
  private static final Set<String> CODE =
      Set.of(
          "java", "kt", "kts", "scala", "groovy", "clj", "py", "rb", "php", "pl", "lua", "r", "jl",
          "js", "mjs", "cjs", "jsx", "ts", "tsx", "vue", "svelte", "go", "rs", "c", "h", "cc",
          "cpp", "cxx", "hpp", "cs", "fs", "swift", "m", "mm", "dart", "ex", "exs", "erl", "hs",
          "ml", "elm", "sh", "bash", "sql", "html", "css", "scss", "tf", "bicep");

  /** Code that describes something, or lies beside a program, rather than being one. */
  private static final Set<String> DESCRIPTIONS =
      Set.of("tf", "bicep", "sh", "bash", "sql", "html", "css", "scss");

  private Sources() {}

  static boolean code(String path) {
    return CODE.contains(ending(path));
  }

  /** How much of what is there, documents aside, is program code: 0 to 1. */
  static double share(List<String> paths) {
    long programs = paths.stream().filter(Sources::program).count();
    long all = paths.stream().filter(path -> !document(path)).count();
    return all == 0 ? 0 : (double) programs / all;
  }

  static boolean program(String path) {
    return code(path) && !DESCRIPTIONS.contains(ending(path));
  }

  private static boolean document(String path) {
    return Set.of("md", "txt", "rst", "adoc", "pdf", "png", "jpg", "svg").contains(ending(path));
  }

  private static String ending(String path) {
    int dot = path.lastIndexOf('.');
    return dot < path.lastIndexOf('/') ? "" : path.substring(dot + 1);
  }
}
