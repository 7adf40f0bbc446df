package dev.orc.worker.temporal;

import dev.orc.activities.failure.Refusal;
import dev.orc.worker.process.FileLockHold;
import dev.orc.workflows.model.HostFolders;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.ToIntFunction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Provides a Temporal: a profile's, one that runs already, the development server, the embedded
 * one; the first that can be had. Thread-safe; a second process that climbs finds what the first
 * started.
 */
public final class Ladder {
  private static final ReentrantLock ONE_CLIMBER = new ReentrantLock();
  private static final Logger LOG = LoggerFactory.getLogger(Ladder.class);
  private static final Duration QUICK = Duration.ofSeconds(2);

  private final HostFolders folders;
  private final TemporalSettings settings;
  private final TemporalFolder folder;
  private final Profile profile;
  private final TemporalServer before;

  public Ladder(HostFolders folders, TemporalSettings settings) {
    this(folders, settings, null);
  }

  private Ladder(HostFolders folders, TemporalSettings settings, TemporalServer before) {
    this.folders = folders;
    this.settings = settings;
    this.folder = new TemporalFolder(folders);
    this.profile = Profile.of(settings.environment());
    this.before = before;
  }

  /** A ladder that leads to a server of the same kind where that one listened, and nowhere else. */
  Ladder backTo(TemporalServer server) {
    int port = Integer.parseInt(server.address().substring(server.address().lastIndexOf(':') + 1));
    TemporalSettings same = new TemporalSettings(server.kind(), port, settings.environment());
    return new Ladder(folders, same, server);
  }

  TemporalFolder folder() {
    return folder;
  }

  /** A server that answers. */
  public TemporalServer climb() {
    if (settings.only() == null && profile.named()) {
      return new TemporalServer(TemporalServer.Kind.PROFILE, profile.address(), null);
    }
    ONE_CLIMBER.lock();
    try (FileLockHold hold = FileLockHold.take(folder.lockFile())) {
      return recorded().or(this::running).orElseGet(this::startOwn);
    } catch (IOException cannot) {
      throw new UncheckedIOException("cannot lock " + folder.lockFile(), cannot);
    } finally {
      ONE_CLIMBER.unlock();
    }
  }

  /** Where the web UI of a server of ours is let in to, and where it listens; empty without one. */
  public Optional<UiPorts> ui() {
    return folder
        .read()
        .filter(server -> server.door() != 0)
        .map(server -> new UiPorts(server.door(), server.uiAddress()));
  }

  /**
   * @param door where people come
   * @param behind where the UI itself listens
   */
  public record UiPorts(int door, String behind) {}

  /** The profile that connections are made with. */
  public Profile profile() {
    return profile;
  }

  /** The one that we, or a worker before us, started; one that hangs is ended. */
  private Optional<TemporalServer> recorded() {
    Optional<ServerRecord> found = folder.read().filter(server -> server.process().alive());
    if (found.isEmpty()) {
      return Optional.empty();
    }
    ServerRecord server = found.get();
    if (settings.only() != null && settings.only() != server.kind()) {
      throw new Refusal(
          Refusal.Kind.REFUSED,
          "the " + server.kind().word() + " server of this host runs, another kind is asked for",
          "end it with 'orc down', then try again");
    }
    try (Probe probe = new Probe(server.server().address())) {
      if (probe.answersWithin(Duration.ofSeconds(20))) {
        return Optional.of(server.server());
      }
    }
    end(server);
    return Optional.empty();
  }

  private Optional<TemporalServer> running() {
    if (settings.only() != null || settings.port() == TemporalSettings.AUTO) {
      return Optional.empty();
    }
    String address = "127.0.0.1:" + settings.port();
    if (Ports.isFree(settings.port()) || !Probe.answers(address, QUICK)) {
      return Optional.empty();
    }
    if (!PortOwner.isOurs(settings.port())) {
      LOG.warn(
          "a Temporal at {} belongs to another user: it is left alone; a profile that names it"
              + " (TEMPORAL_ADDRESS, temporal.toml) would have it used",
          address);
      return Optional.empty();
    }
    return Optional.of(new TemporalServer(TemporalServer.Kind.RUNNING, address, null));
  }

  private TemporalServer startOwn() {
    Optional<TemporalProgram> program =
        settings.only() == TemporalServer.Kind.EMBEDDED
            ? Optional.empty()
            : TemporalProgram.find(folders, settings.environment());
    if (program.isEmpty() && settings.only() == TemporalServer.Kind.DEVELOPMENT) {
      throw new Refusal(
          Refusal.Kind.NO_SERVER,
          "the development server is asked for, and there is no temporal program",
          "'orc setup' installs it");
    }
    int port = port(ServerRecord::port, settings.port());
    if (program.isEmpty()) {
      return EmbeddedServer.start(folder, port).server();
    }
    int usualUi = settings.port() == TemporalSettings.AUTO ? 0 : settings.port() + 1_000;
    int door = port(ServerRecord::door, usualUi);
    int ui = port(ServerRecord::ui, 0);
    return DevelopmentServer.start(program.get(), folder, profile.namespace(), port, ui, door)
        .server();
  }

  /**
   * The configured port; else, or when somebody else has it, the one of the last start, so that
   * clients find it again. Who comes in a server's place listens where that one did.
   */
  private int port(ToIntFunction<ServerRecord> last, int configured) {
    Optional<Integer> recorded = folder.read().map(last::applyAsInt).filter(port -> port != 0);
    if (before != null && (recorded.isPresent() || configured != 0)) {
      return recorded.orElse(configured);
    }
    if (configured != 0 && Ports.isFree(configured)) {
      return configured;
    }
    return recorded.filter(Ports::isFree).orElseGet(Ports::free);
  }

  private static void end(ServerRecord server) {
    try {
      server.process().end(Duration.ofSeconds(5));
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while a hanging server was ended", interrupted);
    }
  }
}
