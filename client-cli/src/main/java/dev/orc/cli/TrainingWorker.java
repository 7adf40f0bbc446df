package dev.orc.cli;

import dev.orc.cli.api.ApiJson;
import dev.orc.workflows.model.Accepted;
import dev.orc.workflows.model.AgentState;
import dev.orc.workflows.model.AgentStatus;
import dev.orc.workflows.model.ApiAddress;
import dev.orc.workflows.model.CheckIn;
import dev.orc.workflows.model.Need;
import dev.orc.workflows.model.Night;
import dev.orc.workflows.model.NightFigures;
import dev.orc.workflows.model.Phase;
import dev.orc.workflows.model.ProjectStatus;
import dev.orc.workflows.model.Schedule;
import dev.orc.workflows.model.Totals;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;

/** Answers the training run's requests with made-up projects. Serves one request at a time. */
final class TrainingWorker implements AutoCloseable {
  private final ServerSocket server = new ServerSocket(0, 8, InetAddress.getLoopbackAddress());

  TrainingWorker() throws IOException {
    Thread thread = new Thread(this::serve, "training-worker");
    thread.setDaemon(true);
    thread.start();
  }

  ApiAddress address() {
    return new ApiAddress("127.0.0.1", server.getLocalPort(), "training", 1, "training");
  }

  @Override
  public void close() throws IOException {
    server.close();
  }

  private void serve() {
    while (!server.isClosed()) {
      try (Socket client = server.accept()) {
        answer(client);
      } catch (SocketException e) {
        return;
      } catch (IOException e) {
        throw new IllegalStateException("the training run has lost its worker", e);
      }
    }
  }

  private static void answer(Socket client) throws IOException {
    BufferedReader in =
        new BufferedReader(new InputStreamReader(client.getInputStream(), StandardCharsets.UTF_8));
    String request = in.readLine();
    int length = 0;
    for (String line = in.readLine(); line != null && !line.isEmpty(); line = in.readLine()) {
      if (line.startsWith("Content-Length: ")) {
        length = Integer.parseInt(line.substring("Content-Length: ".length()));
      }
    }
    in.skip(length);
    byte[] body = body(request);
    OutputStream out = client.getOutputStream();
    String head = "HTTP/1.1 200 OK\r\nContent-Length: " + body.length + "\r\n\r\n";
    out.write(head.getBytes(StandardCharsets.UTF_8));
    out.write(body);
    out.flush();
  }

  private static byte[] body(String request) {
    if (request.startsWith("POST")) {
      return ApiJson.write(new Accepted("1", false, null));
    }
    if (request.contains("/v1/night?")) {
      return ApiJson.write(night());
    }
    ProjectStatus status = status();
    return ApiJson.write(request.contains("/training ") ? status : List.of(status));
  }

  private static Night night() {
    Instant now = Instant.now();
    NightFigures one = new NightFigures(1, 0, 0, 0, 0, 0, 1, 1, 0, 0, 0);
    return new Night("host", now, now, one, null, null, null, null, null, null);
  }

  private static ProjectStatus status() {
    Instant now = Instant.now();
    AgentStatus agent =
        new AgentStatus(
            "developer",
            true,
            "scripted",
            AgentState.BUSY,
            now,
            null,
            1,
            0,
            2,
            3,
            4,
            now,
            now,
            "Well.",
            now,
            null,
            "/training",
            "feature/training",
            "@1",
            "%1");
    return new ProjectStatus(
        "training",
        "Training",
        "host",
        "/training",
        "main",
        "training",
        Phase.WORKING,
        List.of(),
        null,
        now,
        now,
        null,
        List.of(agent),
        List.of(new Need("n", "training", "developer", "asks", "orc attach", now)),
        List.of(),
        new CheckIn("c", "orc", "developer", "Well?", Schedule.every(20), now, true),
        Totals.NONE);
  }
}
