package dev.orc.activities.plan.detect;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** FastAPI, run by uvicorn, which listens on loopback unless it is told otherwise. */
final class FastApiServer implements DevServer {
  private static final Pattern APP =
      Pattern.compile("^(\\w+)\\s*(?::[^=\\n]+)?=\\s*(?:fastapi\\.)?FastAPI\\(", Pattern.MULTILINE);
  private static final Pattern MODULE = Pattern.compile("[A-Za-z_]\\w*(?:\\.[A-Za-z_]\\w*)*");
  private static final List<String> USUAL =
      List.of("main.py", "app.py", "app/main.py", "src/main.py", "src/app/main.py");
  private static final String SOURCES = "src/";
  private static final int DEPTH = 4;

  @Override
  public Optional<Found> in(ProjectFiles files) {
    Stream<String> all = files.withEnding("", ".py", DEPTH).stream().filter(path -> !isTest(path));
    return Stream.concat(USUAL.stream(), all)
        .flatMap(path -> app(files, path).stream())
        .findFirst();
  }

  private static Optional<Found> app(ProjectFiles files, String path) {
    Matcher app = APP.matcher(files.text(path).orElse(""));
    if (!app.find()) {
      return Optional.empty();
    }
    boolean fromSources = path.startsWith(SOURCES) && !files.has(SOURCES + "__init__.py");
    String module = module(fromSources ? path.substring(SOURCES.length()) : path);
    if (!MODULE.matcher(module).matches()) {
      return Optional.empty();
    }
    List<String> command = new ArrayList<>(List.of("uvicorn"));
    if (fromSources) {
      command.addAll(List.of("--app-dir", "src"));
    }
    command.addAll(List.of(module + ":" + app.group(1), "--reload"));
    return Optional.of(new Found(command, path + " makes FastAPI()"));
  }

  private static String module(String path) {
    String module = path.substring(0, path.length() - ".py".length()).replace('/', '.');
    return module.endsWith(".__init__")
        ? module.substring(0, module.length() - ".__init__".length())
        : module;
  }

  private static boolean isTest(String path) {
    return path.startsWith("test") || path.contains("/test");
  }
}
