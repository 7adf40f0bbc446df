package dev.orc.worker.orchestration;

import dev.orc.worker.host.HostServices;
import java.util.function.Supplier;
import org.slf4j.MDC;

/** Writes an audit line for every request that wants to change something. Thread-safe. */
public final class Audit {
  private final HostServices host;

  public Audit(HostServices host) {
    this.host = host;
  }

  /** Does it, and records who asked for what and what came of it; texts are never recorded. */
  public <T> T around(String project, String by, String what, String id, Supplier<T> work) {
    long start = System.nanoTime();
    String outcome = "accepted";
    try (MDC.MDCCloseable inProject = MDC.putCloseable("project", project);
        MDC.MDCCloseable ofRequest = MDC.putCloseable("message", id)) {
      return work.get();
    } catch (RuntimeException failed) {
      outcome = String.valueOf(failed.getMessage());
      throw failed;
    } finally {
      long took = (System.nanoTime() - start) / 1_000_000;
      host.audit(new HostServices.AuditEntry(project, by, what, id, outcome, took));
    }
  }
}
