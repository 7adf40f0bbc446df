package dev.orc.worker.api;

import dev.orc.workflows.policy.AgentRights.Deed;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Which handler serves which path. Filled at start, then only read: thread-safe from there on. */
final class Router {
  private final List<Route> routes = new ArrayList<>();

  /**
   * @param template as {@code /v1/projects/{project}}
   * @param open whether it is served without a token
   * @param looks whether it changes nothing, although it is asked with a body
   * @param deed what it is when an agent asks for it; null for what no agent may change
   */
  record Route(
      String method, String template, boolean open, boolean looks, Deed deed, Handler handler) {
    Optional<Map<String, String>> match(String[] segments) {
      String[] wanted = template.split("/", -1);
      if (wanted.length != segments.length) {
        return Optional.empty();
      }
      Map<String, String> words = new HashMap<>();
      for (int i = 0; i < wanted.length; i++) {
        if (wanted[i].startsWith("{")) {
          words.put(wanted[i].substring(1, wanted[i].length() - 1), segments[i]);
        } else if (!wanted[i].equals(segments[i])) {
          return Optional.empty();
        }
      }
      return Optional.of(words);
    }
  }

  /** A route and what its template's words stand for. */
  record Match(Route route, Map<String, String> words) {}

  void get(String template, Handler handler) {
    routes.add(new Route("GET", template, false, true, null, handler));
  }

  void getOpen(String template, Handler handler) {
    routes.add(new Route("GET", template, true, true, null, handler));
  }

  void post(String template, Handler handler) {
    post(template, null, handler);
  }

  void post(String template, Deed deed, Handler handler) {
    routes.add(new Route("POST", template, false, false, deed, handler));
  }

  /** For whoever may only look too. */
  void look(String template, Handler handler) {
    routes.add(new Route("POST", template, false, true, null, handler));
  }

  List<Route> routes() {
    return List.copyOf(routes);
  }

  /** The first that fits; whoever registers puts the literal path before the one with words. */
  Optional<Match> find(String method, String path) {
    String[] segments = path.split("/", -1);
    return routes.stream()
        .filter(route -> route.method().equals(method))
        .flatMap(route -> route.match(segments).map(words -> new Match(route, words)).stream())
        .findFirst();
  }

  boolean knows(String path) {
    String[] segments = path.split("/", -1);
    return routes.stream().anyMatch(route -> route.match(segments).isPresent());
  }
}
