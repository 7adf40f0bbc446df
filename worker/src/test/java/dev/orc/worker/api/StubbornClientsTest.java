package dev.orc.worker.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orc.activities.agent.LifeTokens;
import dev.orc.worker.orchestration.Rights;
import dev.orc.workflows.model.HostFolders;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Clients that do not finish what they begin must not keep the others out. */
@Timeout(90)
class StubbornClientsTest {
  private static final InetAddress HERE = InetAddress.getLoopbackAddress();

  @Test
  void halfARequestDoesNotKeepOthersOut() throws IOException {
    Router router = new Router();
    router.getOpen("/ok", call -> ApiAnswer.ok("ok"));
    ApiServer server = new ApiServer(router, doorway(Tokens.random()), 0);
    server.start();
    List<Socket> halves = new ArrayList<>();
    try {
      for (int count = 0; count < 60; count++) {
        halves.add(say(server.port(), "GET /ok HTTP/1.1\r\nHost:"));
      }
      while (!answers(server.port())) {
        assertThat(halves).hasSize(60);
      }
    } finally {
      for (Socket half : halves) {
        half.close();
      }
      server.close();
    }
  }

  @Test
  void aListenerThatStopsReadingIsLetGo() throws IOException, InterruptedException {
    BlockingQueue<Subscriber> joined = new LinkedBlockingQueue<>();
    BlockingQueue<Thread> writers = new LinkedBlockingQueue<>();
    Router router = new Router();
    router.getOpen(
        "/events",
        call -> {
          Subscriber subscriber = new Subscriber(call.exchange(), "");
          Thread writer = new Thread(subscriber::write);
          writer.setDaemon(true);
          writer.start();
          writers.add(writer);
          joined.add(subscriber);
          return null;
        });
    ApiServer server = new ApiServer(router, doorway(Tokens.random()), 0);
    server.start();
    try (Socket deaf = say(server.port(), "GET /events HTTP/1.1\r\nHost: x\r\n\r\n")) {
      InputStream in = deaf.getInputStream();
      assertThat(in.read()).isPositive();
      Subscriber subscriber = joined.poll(10, TimeUnit.SECONDS);
      String large = "x".repeat(20_000);
      for (int count = 0; count < 3_000 && !subscriber.gone(); count++) {
        subscriber.status("p", large + count);
      }
      assertThat(subscriber.gone()).isTrue();
      Thread writer = writers.take();
      writer.join(10_000);
      assertThat(writer.isAlive()).isFalse();
    } finally {
      server.close();
    }
  }

  /** The first may be cut off with those that it waits behind. */
  private static boolean answers(int port) throws SocketTimeoutException {
    try (Socket whole = say(port, "GET /ok HTTP/1.1\r\nHost: x\r\n\r\n")) {
      byte[] answer = whole.getInputStream().readNBytes(15);
      return new String(answer, StandardCharsets.UTF_8).equals("HTTP/1.1 200 OK");
    } catch (SocketTimeoutException never) {
      throw never;
    } catch (IOException cutOff) {
      return false;
    }
  }

  private static Socket say(int port, String text) throws IOException {
    Socket socket = new Socket(HERE, port);
    // Whoever is never answered fails the test, and does not hang it.
    socket.setSoTimeout(60_000);
    OutputStream out = socket.getOutputStream();
    out.write(text.getBytes(StandardCharsets.US_ASCII));
    out.flush();
    return socket;
  }

  private static Callers doorway(Tokens tokens) {
    HostFolders nowhere = HostFolders.of(Map.of("ORC_HOME", "/nonexistent"));
    return new Callers(tokens, new LifeTokens(nowhere), new Rights(null));
  }
}
