package dev.orc.worker.temporal;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Starts {@link EmbeddedServerMain}. Stateless; whoever calls holds the server lock. */
final class EmbeddedServer {
  private EmbeddedServer() {}

  static ServerRecord start(TemporalFolder folder, int port) {
    OwnServer.Plan plan =
        new OwnServer.Plan(
            TemporalServer.Kind.EMBEDDED, command(port), Map.of(), port, 0, 0, null, null);
    return OwnServer.start(plan, folder);
  }

  private static List<String> command(int port) {
    return List.of(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "-Xmx1g",
        "-XX:+UseSerialGC",
        "-XX:TieredStopAtLevel=1",
        "-Dlogback.configurationFile=dev/orc/worker/logback-server.xml",
        "-cp",
        System.getProperty("java.class.path"),
        EmbeddedServerMain.class.getName(),
        String.valueOf(port));
  }
}
