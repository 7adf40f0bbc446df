package dev.orc.activities.plan.detect;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.orc.activities.json.HostJson;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** A script of package.json, run by the package manager that the project uses. */
final class NodeServer implements DevServer {
  private static final List<String> SCRIPTS = List.of("dev", "start", "serve");
  private static final List<String> MANAGERS = List.of("npm", "pnpm", "yarn", "bun");
  private static final Map<String, String> BY_LOCK = new LinkedHashMap<>();

  static {
    BY_LOCK.put("pnpm-lock.yaml", "pnpm");
    BY_LOCK.put("yarn.lock", "yarn");
    BY_LOCK.put("bun.lock", "bun");
    BY_LOCK.put("bun.lockb", "bun");
    BY_LOCK.put("package-lock.json", "npm");
    BY_LOCK.put("npm-shrinkwrap.json", "npm");
  }

  /** It would listen everywhere; its script must be the program alone for options to reach it. */
  private static final Pattern NEXT = Pattern.compile("next dev(?: (?!-H|--hostname)[\\w./:=-]+)*");

  @Override
  public Optional<Found> in(ProjectFiles files) {
    return files.text("package.json").flatMap(text -> script(read(text), files));
  }

  private static Optional<Found> script(JsonNode manifest, ProjectFiles files) {
    for (String name : SCRIPTS) {
      String script = manifest.path("scripts").path(name).asText("").strip();
      if (!script.isEmpty()) {
        Manager manager = manager(manifest, files);
        List<String> command = new ArrayList<>(List.of(manager.program, "run", name));
        command.addAll(loopback(script, manager.program));
        return Optional.of(
            new Found(command, "package.json has a script '" + name + "', " + manager.why));
      }
    }
    return Optional.empty();
  }

  private record Manager(String program, String why) {}

  private static Manager manager(JsonNode manifest, ProjectFiles files) {
    String named = manifest.path("packageManager").asText("").split("@", 2)[0];
    if (MANAGERS.contains(named)) {
      return new Manager(named, "packageManager is " + named);
    }
    return BY_LOCK.keySet().stream()
        .filter(files::has)
        .map(lock -> new Manager(BY_LOCK.get(lock), lock + " is " + BY_LOCK.get(lock) + "'s"))
        .findFirst()
        .orElse(new Manager("npm", "no lock file, so npm"));
  }

  private static List<String> loopback(String script, String manager) {
    if (!NEXT.matcher(script).matches()) {
      return List.of();
    }
    return manager.equals("npm") ? List.of("--", "-H", "127.0.0.1") : List.of("-H", "127.0.0.1");
  }

  private static JsonNode read(String text) {
    try {
      return HostJson.MAPPER.readTree(text);
    } catch (JsonProcessingException broken) {
      return HostJson.MAPPER.createObjectNode(); // its own tools will complain of it
    }
  }
}
