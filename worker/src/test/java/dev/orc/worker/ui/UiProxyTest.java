package dev.orc.worker.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.orc.worker.WorkerUnderTest;
import dev.orc.worker.process.Json;
import dev.orc.worker.temporal.TemporalForTests;
import dev.orc.workflows.model.StartRequest;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The real web UI behind its door: its owner reads, nobody else gets anything. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(120)
class UiProxyTest {
  private static final String LIST = "/api/v1/namespaces/default/workflows";
  private static final String HISTORY =
      "/api/v1/namespaces/default/workflows/orc%2Fseen/history?maximumPageSize=20";

  @TempDir static Path home;
  private WorkerUnderTest worker;
  private int port;
  private String key;

  @BeforeAll
  void start() throws IOException {
    assumeThat(TemporalForTests.program()).isNotNull();
    worker = new WorkerUnderTest(home);
    String ui = worker.get("/v1/health").body().get("temporalUi").asText();
    port = Integer.parseInt(ui.substring(ui.lastIndexOf(':') + 1));
    key = Files.readString(UiKey.file(worker.folders())).strip();
    StartRequest request = StartRequest.of("s1", "person", "/spec.md", "/p/the-secret-place");
    assertThat(worker.post("/v1/projects", named(request)).status()).isEqualTo(201);
    awaitUi();
  }

  /** The server answers before its own web UI has found it. */
  private void awaitUi() throws IOException {
    long end = System.nanoTime() + Duration.ofSeconds(60).toNanos();
    while (!ask("GET " + LIST, "127.0.0.1:" + port, cookie()).contains("orc/seen")) {
      assertThat(System.nanoTime()).as("the UI lists what runs").isLessThan(end);
    }
  }

  @AfterAll
  void end() throws InterruptedException {
    if (worker != null) {
      worker.close();
    }
  }

  @Test
  void whoHasTheLinkIsLetInAndSeesTheUi() throws IOException {
    String first = ask("GET /?orc-key=" + key, "127.0.0.1:" + port);
    assertThat(first).contains(" 302 ").contains("HttpOnly").contains("SameSite=Strict");

    String page = ask("GET /", "127.0.0.1:" + port, cookie());
    assertThat(page).containsAnyOf("200 OK", " 302 ");
    assertThat(ask("GET " + LIST, "127.0.0.1:" + port, cookie()))
        .contains("200 OK")
        .contains("orc/seen");
  }

  /** A page can have its own name lead to 127.0.0.1, and try out all ports there. */
  @Test
  void besidesTheDoorNothingAnswersAForeignName() throws IOException {
    assumeThat(Path.of("/proc/net/tcp")).exists();
    List<Integer> ports = listeningOnTheUsualAddress();
    assertThat(ports).as("Temporal's own port is among them").hasSizeGreaterThan(1);
    for (int one : ports) {
      String answer = answerAt(one);
      assertThat(answer).as("port %s", one).doesNotContain("namespaceInfo").doesNotContain("orc/");
    }
  }

  /** What speaks no such HTTP hangs up. */
  private static String answerAt(int port) throws IOException {
    try {
      return askAt(port, "GET /api/v1/namespaces", "evil.example:" + port);
    } catch (SocketException hungUp) {
      return "";
    }
  }

  /** Ports of the server's process at 127.0.0.1, read from the kernel's own table. */
  private List<Integer> listeningOnTheUsualAddress() throws IOException {
    Path record = worker.folders().state().resolve("temporal/server.json");
    long pid = Json.lenient().readTree(Files.readString(record)).get("pid").asLong();
    List<String> sockets;
    try (var open = Files.list(Path.of("/proc/" + pid + "/fd"))) {
      sockets = open.map(UiProxyTest::target).toList();
    }
    return Files.readAllLines(Path.of("/proc/net/tcp")).stream()
        .map(line -> line.strip().split("\\s+", -1))
        .filter(words -> words[3].equals("0A") && words[1].startsWith("0100007F:"))
        .filter(words -> sockets.contains("socket:[" + words[9] + "]"))
        .map(words -> Integer.parseInt(words[1].substring(9), 16))
        .toList();
  }

  /** One that is closed meanwhile leads nowhere. */
  private static String target(Path link) {
    try {
      return Files.readSymbolicLink(link).toString();
    } catch (IOException closed) {
      return "";
    }
  }

  @Test
  void whoHasNoKeyGetsNothing() throws IOException {
    for (String path : List.of("/", LIST, "/orc-codec/decode", "/?orc-key=wrong")) {
      assertThat(ask("GET " + path, "127.0.0.1:" + port)).contains(" 401 ").doesNotContain("seen");
    }
  }

  @Test
  void aForeignNameGetsNothingEvenWithTheKey() throws IOException {
    for (String host : List.of("evil.example", "evil.example:" + port, "127.0.0.1:1", "")) {
      assertThat(ask("GET " + LIST, host, cookie())).containsAnyOf(" 403 ", " 400 ");
    }
    assertThat(ask("GET /?orc-key=" + key, "evil.example:" + port))
        .contains(" 403 ")
        .doesNotContain("Set-Cookie");
  }

  @Test
  void anotherSiteGetsNothing() throws IOException {
    for (String header :
        List.of("Origin: http://evil.example", "Origin: null", "Origin: http://127.0.0.1:1")) {
      assertThat(ask("POST /orc-codec/decode", "127.0.0.1:" + port, cookie(), header))
          .contains(" 403 ");
    }
    assertThat(
            ask(
                "POST /orc-codec/decode",
                "127.0.0.1:" + port,
                cookie(),
                "Sec-Fetch-Site: cross-site"))
        .contains(" 403 ");
  }

  @Test
  void itsOwnerReadsWhatIsSealed() throws IOException {
    String history = ask("GET " + HISTORY, "127.0.0.1:" + port, cookie());
    assertThat(history).contains("workflowExecutionStarted").doesNotContain("the-secret-place");
    String json =
        history.substring(history.indexOf("\r\n\r\n")).replaceAll("\r\n[0-9a-f]+\r\n", "");
    String body = json.substring(json.indexOf('{'), json.lastIndexOf('}') + 1);
    String input =
        Json.lenient()
            .readTree(body)
            .findValue("workflowExecutionStartedEventAttributes")
            .get("input")
            .toString();

    String shown = ask("POST /orc-codec/decode", "127.0.0.1:" + port, cookie(), "X: y", input);
    assertThat(shown).contains("200 OK");
    String data =
        Json.lenient()
            .readTree(shown.substring(shown.indexOf("\r\n\r\n")))
            .findValue("data")
            .asText();
    assertThat(new String(java.util.Base64.getDecoder().decode(data), StandardCharsets.UTF_8))
        .contains("the-secret-place");
  }

  private String cookie() {
    return "Cookie: theme=dark; orc-ui=" + key;
  }

  private static StartRequest named(StartRequest one) {
    return new StartRequest(
        one.id(),
        one.by(),
        one.spec(),
        one.project(),
        "seen",
        null,
        one.team(),
        one.programs(),
        one.settings(),
        null,
        null);
  }

  /** By a plain socket: only so a request can come under any name. */
  private String ask(String line, String host, String... headers) throws IOException {
    return askAt(port, line, host, headers);
  }

  /** What does not speak HTTP may leave the caller without an end. */
  private static String askAt(int port, String line, String host, String... headers)
      throws IOException {
    String body = headers.length > 2 ? headers[2] : "";
    StringBuilder request = new StringBuilder(line + " HTTP/1.1\r\nHost: " + host + "\r\n");
    for (int i = 0; i < Math.min(2, headers.length); i++) {
      request.append(headers[i]).append("\r\n");
    }
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    request.append("Content-Length: " + bytes.length + "\r\nConnection: close\r\n\r\n");
    try (Socket socket = new Socket("127.0.0.1", port)) {
      socket.setSoTimeout(30_000);
      OutputStream out = socket.getOutputStream();
      out.write(request.toString().getBytes(StandardCharsets.UTF_8));
      out.write(bytes);
      out.flush();
      InputStream in = socket.getInputStream();
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
