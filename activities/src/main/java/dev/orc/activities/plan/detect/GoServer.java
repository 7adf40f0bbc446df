package dev.orc.activities.plan.detect;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A main package in Go that imports net/http and serves. */
final class GoServer implements DevServer {
  private static final Pattern MAIN = Pattern.compile("^package main\\b", Pattern.MULTILINE);
  private static final Pattern HTTP =
      Pattern.compile("^\\s*(?:import\\s+)?(?:\\w+\\s+)?\"net/http\"", Pattern.MULTILINE);
  private static final Pattern SERVES = Pattern.compile("\\bListen|\\bServe|http\\.Server\\b");
  private static final List<String> USUAL = List.of("server", "web", "api");

  @Override
  public Optional<Found> in(ProjectFiles files) {
    if (!files.has("go.mod")) {
      return Optional.empty();
    }
    List<String> commands =
        files.withEnding("cmd/", ".go", 2).stream()
            .filter(path -> path.indexOf('/') != path.lastIndexOf('/'))
            .map(path -> path.substring("cmd/".length(), path.lastIndexOf('/')))
            .distinct()
            .toList();
    Stream<String> usualFirst =
        Stream.concat(USUAL.stream().filter(commands::contains), commands.stream());
    return Stream.concat(Stream.of(""), usualFirst.map(name -> "cmd/" + name + "/"))
        .flatMap(folder -> serving(files, folder).stream())
        .findFirst();
  }

  private static Optional<Found> serving(ProjectFiles files, String folder) {
    List<String> sources =
        files.withEnding(folder, ".go", 1).stream()
            .filter(path -> !path.endsWith("_test.go"))
            .toList();
    List<String> texts = sources.stream().map(path -> files.text(path).orElse("")).toList();
    boolean serves =
        texts.stream().anyMatch(text -> MAIN.matcher(text).find())
            && texts.stream().anyMatch(text -> HTTP.matcher(text).find())
            && texts.stream().anyMatch(text -> SERVES.matcher(text).find());
    String place = folder.isEmpty() ? "." : folder.substring(0, folder.length() - 1);
    String target = folder.isEmpty() ? "." : "./" + place;
    return serves
        ? Optional.of(
            new Found(
                List.of("go", "run", target),
                "go.mod, and the main package in " + place + " serves"))
        : Optional.empty();
  }
}
