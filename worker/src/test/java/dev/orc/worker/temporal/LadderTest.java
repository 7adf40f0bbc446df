package dev.orc.worker.temporal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.uber.m3.tally.NoopScope;
import dev.orc.activities.failure.Refusal;
import dev.orc.base.process.ProcessMark;
import dev.orc.workflows.model.HostFolders;
import io.temporal.api.operatorservice.v1.ListSearchAttributesRequest;
import io.temporal.api.operatorservice.v1.OperatorServiceGrpc;
import io.temporal.api.workflowservice.v1.DescribeNamespaceRequest;
import io.temporal.common.converter.DefaultDataConverter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The ladder, with real servers of a home of its own. */
class LadderTest {
  @TempDir Path home;
  private final Map<String, String> environment = new HashMap<>();
  private HostFolders folders;

  @BeforeEach
  void ownHome() {
    environment.put("ORC_HOME", home.toString());
    environment.put("HOME", home.toString());
    environment.put("PATH", System.getenv("PATH"));
    String program = TemporalForTests.program();
    if (program != null) {
      environment.put("ORC_TEMPORAL_BIN", program);
    }
    folders = HostFolders.of(environment);
  }

  @AfterEach
  void endServer() throws InterruptedException {
    TemporalDown.end(folders);
  }

  @Test
  void startsTheEmbeddedServerOnLoopbackAndFindsItAgain() throws IOException {
    Ladder ladder = ladder("embedded");
    TemporalServer server = ladder.climb();

    assertThat(server.kind()).isEqualTo(TemporalServer.Kind.EMBEDDED);
    assertThat(server.durable()).isFalse();
    assertThat(server.note()).contains("runs end with it").contains("orc setup");
    assertThat(ladder("embedded").climb()).isEqualTo(server);
    assertThat(listeners(server))
        .allMatch(line -> line.startsWith("0100007F") || line.endsWith("0100007F"));
    try (Connection connection = connect(ladder, server)) {
      assertThat(connection.reachable()).isTrue();
    }
  }

  @Test
  void startsTheDevelopmentServerWithAttributesAndRetention() {
    assumeThat(environment).containsKey("ORC_TEMPORAL_BIN");
    Ladder ladder = ladder(null);
    TemporalServer server = ladder.climb();

    assertThat(server.kind()).isEqualTo(TemporalServer.Kind.DEVELOPMENT);
    assertThat(folders.state().resolve("temporal/orc.db")).exists();
    try (Connection connection = connect(ladder, server)) {
      var channel = connection.workers().getWorkflowServiceStubs().getRawChannel();
      var listed =
          OperatorServiceGrpc.newBlockingStub(channel)
              .listSearchAttributes(
                  ListSearchAttributesRequest.newBuilder().setNamespace("default").build());
      assertThat(listed.getCustomAttributesMap()).containsKeys("OrcHost", "OrcPhase", "OrcBatch");
      var namespace =
          connection
              .workers()
              .getWorkflowServiceStubs()
              .blockingStub()
              .describeNamespace(
                  DescribeNamespaceRequest.newBuilder().setNamespace("default").build());
      assertThat(namespace.getConfig().getWorkflowExecutionRetentionTtl().getSeconds())
          .isEqualTo(Duration.ofDays(30).toSeconds());
    }
  }

  @Test
  void aKilledServerIsStartedAgainWhereItWas() throws InterruptedException {
    Ladder ladder =
        ladder(environment.containsKey("ORC_TEMPORAL_BIN") ? "development" : "embedded");
    TemporalServer server = ladder.climb();
    ServerRecord first = new TemporalFolder(folders).read().orElseThrow();
    CountDownLatch restarted = new CountDownLatch(1);
    try (Connection connection = connect(ladder, server);
        Supervisor supervisor = Supervisor.of(ladder, server, restarted::countDown)) {
      assertThat(ProcessHandle.of(first.pid()).orElseThrow().destroyForcibly()).isTrue();

      assertThat(restarted.await(40, TimeUnit.SECONDS)).isTrue();
      ServerRecord second = new TemporalFolder(folders).read().orElseThrow();
      assertThat(second.pid()).isNotEqualTo(first.pid());
      assertThat(second.port()).isEqualTo(first.port());
      connection.prepareServer();
      assertThat(connection.reachable()).isTrue();
    }
  }

  @Test
  void anotherKindIsRefusedWhileOneRuns() {
    ladder("embedded").climb();

    assertThatThrownBy(() -> ladder("development").climb())
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("embedded server of this host runs");
  }

  @Test
  void aProfileWinsOverEverything() {
    environment.put("TEMPORAL_ADDRESS", "temporal.example:7233");
    environment.put("TEMPORAL_NAMESPACE", "teams");
    Ladder ladder = ladder(null);

    assertThat(ladder.climb())
        .isEqualTo(new TemporalServer(TemporalServer.Kind.PROFILE, "temporal.example:7233", null));
    assertThat(ladder.profile().namespace()).isEqualTo("teams");
  }

  @Test
  void aServerOfAnotherUserIsLeftAlone() throws IOException, InterruptedException {
    assumeThat(environment).containsKey("ORC_TEMPORAL_BIN");
    assumeThat(Files.getAttribute(home, "unix:uid")).as("only root is two users").isEqualTo(0);
    int port = Ports.free();
    Path program = forEverybody(Path.of(environment.get("ORC_TEMPORAL_BIN")));
    Process theirs = serverOf(65_534, program, port);
    try (Probe probe = new Probe("127.0.0.1:" + port)) {
      assertThat(probe.answersWithin(Duration.ofSeconds(60))).isTrue();

      TemporalServer server = ladderAt(port).climb();

      assertThat(server.kind()).isEqualTo(TemporalServer.Kind.DEVELOPMENT);
      assertThat(server.address()).isNotEqualTo("127.0.0.1:" + port);
    } finally {
      theirs.destroyForcibly();
      theirs.waitFor();
      Files.delete(program);
      Files.delete(program.getParent());
    }
  }

  @Test
  void aServerOfOurOwnIsTakenUpWhereAPortIsNamed() {
    TemporalServer ours = ladder("embedded").climb();
    int port = new TemporalFolder(folders).read().orElseThrow().port();
    HostFolders others = HostFolders.of(Map.of("ORC_HOME", home.resolve("second").toString()));

    TemporalServer found =
        new Ladder(others, TemporalSettings.of(null, String.valueOf(port), environment)).climb();

    assertThat(found.kind()).isEqualTo(TemporalServer.Kind.RUNNING);
    assertThat(found.address()).isEqualTo(ours.address());
  }

  private Ladder ladderAt(int port) {
    return new Ladder(folders, TemporalSettings.of(null, String.valueOf(port), environment));
  }

  /** Ours may lie where nobody else can go. */
  private static Path forEverybody(Path program) throws IOException {
    Path folder = Files.createTempDirectory("orc-server-of-another");
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
    Path copy = Files.copy(program, folder.resolve("temporal"));
    Files.setPosixFilePermissions(copy, PosixFilePermissions.fromString("rwxr-xr-x"));
    return copy;
  }

  private Process serverOf(int user, Path program, int port) throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(
                "setpriv",
                "--reuid=" + user,
                "--regid=" + user,
                "--clear-groups",
                program.toString(),
                "server",
                "start-dev",
                "--headless",
                "--disable-config-file",
                "--port",
                String.valueOf(port))
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD);
    builder.environment().put("HOME", "/tmp");
    return builder.start();
  }

  @Test
  void aStrangerWithTheRecordedPidIsLeftAlone() throws InterruptedException {
    ProcessMark self = ProcessMark.of(ProcessHandle.current().pid()).orElseThrow();
    ServerRecord stranger =
        new ServerRecord(
            TemporalServer.Kind.EMBEDDED,
            self.pid(),
            "1",
            1,
            0,
            0,
            null,
            null,
            java.time.Instant.EPOCH);
    new TemporalFolder(folders).write(stranger);

    assertThat(TemporalDown.end(folders)).isEmpty();
    assertThat(self.alive()).isTrue();
  }

  @Test
  void theDatabaseIsKeptBeforeAnotherVersionOpensIt() throws IOException, InterruptedException {
    assumeThat(environment).containsKey("ORC_TEMPORAL_BIN");
    TemporalServer server = ladder("development").climb();
    assertThat(server.durable()).isTrue();
    TemporalDown.end(folders);
    Path temporal = folders.state().resolve("temporal");
    Files.writeString(temporal.resolve("orc.db.version"), "1.0 (Server 1.2.3)\n");

    ladder("development").climb();

    assertThat(temporal.resolve("orc.db.1.0-Server-1.2.3-.kept")).exists();
  }

  private Ladder ladder(String kind) {
    return new Ladder(folders, TemporalSettings.of(kind, null, environment));
  }

  private static Connection connect(Ladder ladder, TemporalServer server) {
    return Connection.open(
        server,
        ladder.profile(),
        DefaultDataConverter.newDefaultInstance(),
        "ladder-test",
        new NoopScope());
  }

  /** The local addresses, in the kernel's own spelling, that listen on the server's port. */
  private static java.util.List<String> listeners(TemporalServer server) throws IOException {
    String port = String.format(":%04X", Integer.parseInt(server.address().split(":", 2)[1]));
    java.util.List<String> found = new java.util.ArrayList<>();
    for (String table : new String[] {"/proc/net/tcp", "/proc/net/tcp6"}) {
      for (String line :
          Files.exists(Path.of(table))
              ? Files.readAllLines(Path.of(table))
              : java.util.List.<String>of()) {
        String[] words = line.strip().split("\\s+", -1);
        if (words[3].equals("0A") && words[1].endsWith(port)) {
          found.add(words[1].substring(0, words[1].indexOf(':')));
        }
      }
    }
    return found;
  }
}
