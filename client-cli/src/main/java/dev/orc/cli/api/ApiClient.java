package dev.orc.cli.api;

import dev.orc.cli.command.CommandContext;
import dev.orc.cli.command.Failure;
import dev.orc.workflows.model.ApiError;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;

/** The worker's API as a command uses it: a path in, records out. Not thread-safe. */
public final class ApiClient {
  private static final Duration USUAL = Duration.ofSeconds(60);

  private final CommandContext here;
  private Endpoint found;

  private ApiClient(CommandContext here) {
    this.here = here;
  }

  /** The API of the worker that the surroundings name; looked for when it is first needed. */
  public static ApiClient of(CommandContext here) {
    return new ApiClient(here);
  }

  public <T> T get(Class<T> type, String path) {
    return read(type, call("GET", path, null, USUAL));
  }

  public <T> List<T> list(Class<T> type, String path) {
    byte[] json = call("GET", path, null, USUAL);
    try {
      return ApiJson.readList(type, json);
    } catch (IOException e) {
      throw unreadable(e);
    }
  }

  public <T> T post(Class<T> type, String path, Object body) {
    return post(type, path, body, USUAL);
  }

  /** The same for what may take long. */
  public <T> T post(Class<T> type, String path, Object body, Duration atMost) {
    return read(type, call("POST", path, ApiJson.write(body), atMost));
  }

  public <T> List<T> postForList(Class<T> type, String path, Object body) {
    byte[] json = call("POST", path, ApiJson.write(body), USUAL);
    try {
      return ApiJson.readList(type, json);
    } catch (IOException e) {
      throw unreadable(e);
    }
  }

  /** Follows what happens; close it when enough is seen. */
  public EventStream events(String path) {
    try {
      HttpCall call = new HttpCall(endpoint(), EventStream.LONGEST_SILENCE);
      HttpResponse response = call.send("GET", path, "text/event-stream", null);
      if (response.status() != 200) {
        try (call) {
          throw refusal(response.whole());
        }
      }
      return new EventStream(call, response.body());
    } catch (IOException e) {
      throw down(e);
    }
  }

  /** The path of something that belongs to a project. */
  public static String of(String project, String thing) {
    return "/v1/projects/" + part(project) + (thing.isEmpty() ? "" : "/" + thing);
  }

  /** A word as part of a path. */
  public static String part(String word) {
    return URLEncoder.encode(word, StandardCharsets.UTF_8).replace("+", "%20");
  }

  private Endpoint endpoint() {
    if (found == null) {
      found = Endpoint.find(here);
    }
    return found;
  }

  private byte[] call(String method, String path, byte[] body, Duration timeout) {
    HttpAnswer answer;
    try (HttpCall call = new HttpCall(endpoint(), timeout)) {
      answer = call.send(method, path, "application/json", body).whole();
    } catch (IOException e) {
      throw down(e);
    }
    if (answer.good()) {
      return answer.body();
    }
    throw refusal(answer);
  }

  private static <T> T read(Class<T> type, byte[] json) {
    try {
      return ApiJson.read(type, json);
    } catch (IOException e) {
      throw unreadable(e);
    }
  }

  private static Failure refusal(HttpAnswer answer) {
    if (answer.status() == 401 || answer.status() == 403) {
      return new Failure(
          Failure.REFUSED,
          "the worker does not accept this token",
          "Use the token in that host's api.json, or restart the worker: orc down, orc up");
    }
    try {
      ApiError error = ApiJson.read(ApiError.class, answer.body());
      if (error != null && error.error() != null && error.exit() > 0) {
        return new Failure(error.exit(), error.error(), error.remedy(), error.more());
      }
    } catch (IOException e) {
      return unreadable(e);
    }
    return Failure.failed("the worker answered with status " + answer.status(), "See: orc logs");
  }

  private static Failure unreadable(IOException e) {
    return Failure.failed(
        "the worker's answer is not readable: " + e.getMessage(),
        "Compare the versions: orc version");
  }

  private WorkerDown down(IOException e) {
    String reason =
        e instanceof SocketTimeoutException ? "no answer in time" : String.valueOf(e.getMessage());
    return new WorkerDown(endpoint(), reason);
  }
}
