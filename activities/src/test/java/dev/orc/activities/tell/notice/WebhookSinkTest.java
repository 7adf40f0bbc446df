package dev.orc.activities.tell.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import dev.orc.activities.json.HostJson;
import dev.orc.activities.tell.notice.NoticeSettings.Webhook;
import dev.orc.workflows.model.HostFolders;
import dev.orc.workflows.model.Need;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Over a real connection to a real server. */
class WebhookSinkTest {
  private static final Instant NOW = Instant.ofEpochSecond(1_700_000_000);

  @TempDir Path folder;
  private final List<Got> got = new CopyOnWriteArrayList<>();
  private HttpServer server;
  private Path secret;
  private volatile int status = 204;

  private record Got(String timestamp, String signature, String notice, String body) {}

  @BeforeEach
  void prepare() throws IOException {
    server = HttpServer.create(address(), 0);
    server.createContext("/hook", this::take);
    server.start();
    secret = folder.resolve("secret");
    Files.writeString(secret, "It is a secret\n");
    Files.setPosixFilePermissions(secret, PosixFilePermissions.fromString("rw-------"));
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  @Test
  void theSignatureIsTheOneThatOthersCompute() {
    // printf '1700000000.{"a":1}' | openssl dgst -sha256 -hmac 'It is a secret'
    assertThat(Signature.of("It is a secret", 1_700_000_000, "{\"a\":1}"))
        .isEqualTo("sha256=6ef91a8184cca4e6198d522d1ce360755474c3af4fc7c80e1f7c5b870023b941");
  }

  @Test
  void whatIsPostedIsSignedAndWhole() throws IOException, InterruptedException {
    sink(url("http", server)).tell(notice("it \"needs\" you"));
    Got one = got.get(0);
    assertThat(one.signature())
        .isEqualTo(Signature.of("It is a secret", 1_700_000_000, one.body()));
    assertThat(one.timestamp()).isEqualTo("1700000000");
    JsonNode body = HostJson.MAPPER.readTree(one.body());
    assertThat(body.path("id").asText()).isEqualTo(one.notice()).isNotBlank();
    assertThat(body.path("host").asText()).isEqualTo("h1");
    assertThat(body.path("needs").get(0).path("what").asText()).isEqualTo("it \"needs\" you");
    assertThat(body.path("needs").get(0).path("remedy").asText()).isEqualTo("do it");
  }

  @Test
  void whatIsNotTakenIsAFailure() {
    status = 503;
    assertThatThrownBy(() -> sink(url("http", server)).tell(notice("x")))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("answered with 503");
    status = 302;
    assertThatThrownBy(() -> sink(url("http", server)).tell(notice("x")))
        .hasMessageContaining("answered with 302");
  }

  @Test
  void overTlsOnlyToWhomTheFileVouchesFor()
      throws IOException, InterruptedException, GeneralSecurityException {
    TlsForTests tls = TlsForTests.in(folder);
    HttpsServer secure = HttpsServer.create(address(), 0);
    secure.setHttpsConfigurator(new HttpsConfigurator(tls.context()));
    secure.createContext("/hook", this::take);
    secure.start();
    try {
      new WebhookSink(
              new Webhook(url("https", secure), new Secret(secret, null), tls.certificate()),
              "h1",
              Clock.systemUTC())
          .tell(notice("secure"));
      assertThat(got).hasSize(1);
      assertThatThrownBy(() -> sink(url("https", secure)).tell(notice("secret")))
          .isInstanceOf(IOException.class);
      assertThat(got).hasSize(1);
    } finally {
      secure.stop(0);
    }
  }

  private void take(HttpExchange exchange) throws IOException {
    String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    got.add(
        new Got(
            exchange.getRequestHeaders().getFirst("X-Orc-Timestamp"),
            exchange.getRequestHeaders().getFirst("X-Orc-Signature"),
            exchange.getRequestHeaders().getFirst("X-Orc-Notice"),
            body));
    exchange.getResponseHeaders().add("Location", "http://127.0.0.1:1/elsewhere");
    exchange.sendResponseHeaders(status, -1);
    exchange.close();
  }

  private static InetSocketAddress address() {
    return new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
  }

  private static URI url(String scheme, HttpServer server) {
    return URI.create(scheme + "://localhost:" + server.getAddress().getPort() + "/hook");
  }

  private WebhookSink sink(URI url) {
    return new WebhookSink(
        new Webhook(url, new Secret(secret, null), null), "h1", Clock.fixed(NOW, ZoneOffset.UTC));
  }

  private Notice notice(String what) {
    HostFolders folders = HostFolders.of(Map.of("ORC_HOME", folder.toString()));
    Need need = new Need("n", "shop", "developer", what, "do it", NOW);
    return new NoticeText(folders, "h1").of(List.of(need));
  }
}
