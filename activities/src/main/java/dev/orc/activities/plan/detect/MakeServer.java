package dev.orc.activities.plan.detect;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** A target of a make file that is called as what starts a dev server usually is. */
final class MakeServer implements DevServer {
  private static final List<String> TARGETS = List.of("dev", "serve", "run");
  private static final List<String> FILES = List.of("GNUmakefile", "makefile", "Makefile");

  @Override
  public Optional<Found> in(ProjectFiles files) {
    return files
        .first(FILES)
        .flatMap(
            name ->
                TARGETS.stream()
                    .filter(target -> has(files.text(name).orElse(""), target))
                    .findFirst()
                    .map(
                        target ->
                            new Found(
                                List.of("make", target), name + " has a target '" + target + "'")));
  }

  private static boolean has(String makefile, String target) {
    return Pattern.compile(
            "^(?:[\\w.-]+ +)*" + target + "(?: +[\\w.-]+)*\\s*::?(?![=:])", Pattern.MULTILINE)
        .matcher(makefile)
        .find();
  }
}
