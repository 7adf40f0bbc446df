package dev.orc.cli.host;

import dev.orc.cli.api.ApiJson;
import dev.orc.cli.command.Command;
import dev.orc.cli.command.CommandContext;
import dev.orc.cli.command.Failure;
import dev.orc.cli.command.GivenArguments;
import dev.orc.cli.command.Syntax;
import dev.orc.workflows.model.HostHealth;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.Properties;

/** {@code orc version}: this program's, Java's and the worker's. */
public final class VersionCommand implements Command {
  @Override
  public Syntax syntax() {
    return Syntax.of(this, "version", "Say the versions of orc, of Java and of the worker.")
        .json()
        .example("orc version");
  }

  /** The versions, as they are listed. */
  public record Versions(String orc, String java, String worker, String temporal) {}

  @Override
  public int run(GivenArguments given, CommandContext here) {
    Optional<HostHealth> health = WorkerStart.health(here);
    Versions versions =
        new Versions(
            current(),
            Runtime.version().toString(),
            health.map(HostHealth::version).orElse(null),
            health.map(HostHealth::temporalKind).orElse(null));
    if (given.flag("--json")) {
      here.say(ApiJson.text(versions));
      return Failure.DONE;
    }
    here.say("orc " + versions.orc() + ", Java " + versions.java());
    here.say(
        versions.worker() == null
            ? "worker: not running"
            : "worker " + versions.worker() + ", Temporal: " + versions.temporal());
    return Failure.DONE;
  }

  static String current() {
    try (InputStream in = VersionCommand.class.getResourceAsStream("version.properties")) {
      Properties properties = new Properties();
      properties.load(in);
      return properties.getProperty("version");
    } catch (IOException e) {
      throw new UncheckedIOException("the version is not in the jar", e);
    }
  }
}
