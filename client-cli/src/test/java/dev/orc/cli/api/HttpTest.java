package dev.orc.cli.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orc.cli.FakeWorker;
import dev.orc.cli.Shell;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HttpTest {
  private static final String LIST = "GET /v1/projects";

  @TempDir Path folder;

  private final FakeWorker worker = new FakeWorker();

  @AfterEach
  void close() {
    worker.close();
  }

  private Shell.Result list(String response) {
    worker.raw(LIST, response);
    return new Shell(folder).speakingTo(worker).run("list");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n[]and more",
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n1\r\n[\r\n1;x=y\r\n]\r\n0\r\nTrailer: t\r\n\r\n",
        "HTTP/1.0 200 OK\r\n\r\n[]",
        "HTTP/1.1 200\nContent-Length: 2\n\n[]",
      })
  void readsEveryFraming(String response) {
    Shell.Result result = list(response);
    assertThat(result.err()).isEmpty();
    assertThat(result.exit()).isZero();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "SSH-2.0-OpenSSH_9.2\r\n",
        "HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\n[]",
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n",
        "HTTP/1.1 200 OK\r\nContent-Length: many\r\n\r\n",
      })
  void aBrokenAnswerIsNoWorker(String response) {
    Shell.Result result = list(response);
    assertThat(result.exit()).isEqualTo(4);
    assertThat(result.err()).contains("no worker answers at 127.0.0.1:" + worker.port());
    assertThat(result.err().lines()).hasSize(1);
  }

  @Test
  void answersThatAreNotOursAreSaidSo() {
    assertThat(list(FakeWorker.http(200, "{\"not\":\"a list\"}")).err())
        .contains("answer is not readable");
    assertThat(list(FakeWorker.http(200, "[{\"phase\":\"DREAMING\"}]")).err())
        .contains("'DREAMING' is no Phase");
    assertThat(list(FakeWorker.http(401, "{}")).exit()).isEqualTo(5);
    assertThat(list(FakeWorker.http(500, "{}")).err()).contains("status 500");
  }

  @Test
  void aFieldThatIsMissingOrNewDoesNoHarm() {
    Shell.Result result =
        list(
            FakeWorker.http(
                200, "[{\"project\":\"shop\",\"phase\":\"WORKING\",\"new\":[1],\"totals\":{}}]"));
    assertThat(result.err()).isEmpty();
    assertThat(result.out()).contains("shop");
  }

  @ParameterizedTest
  @ValueSource(strings = {"127.0.0.1:80", "https://host:80", "http://host", "http://bad host:1"})
  void anAddressMustBeOne(String address) {
    Shell.Result result =
        new Shell(folder).with("ORC_ADDRESS", address).with("ORC_TOKEN", "t").run("list");
    assertThat(result.exit()).isEqualTo(2);
    assertThat(result.err()).contains("is no address of a worker. Use http://host:port");
  }
}
