package dev.orc.worker.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import dev.orc.activities.failure.Refusal;
import dev.orc.worker.orchestration.Orchestrations;
import dev.orc.worker.orchestration.Run;
import dev.orc.worker.process.Json;
import dev.orc.worker.process.Threads;
import dev.orc.workflows.model.EntryKind;
import dev.orc.workflows.model.TimelineEntry;
import dev.orc.workflows.model.Trace;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Server-sent events: while somebody listens, one thread asks how things stand and tells everybody
 * what is new to them. Thread-safe.
 */
final class EventsResource implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(EventsResource.class);
  private static final int MOST = 64;
  private static final long LOOK_MILLIS = 500;
  private static final long MILLIS_A_PROJECT = 20;

  private final Orchestrations orchestrations;
  private final Statuses statuses;
  private final QueriesResource queries;
  private final List<Subscriber> subscribers = new CopyOnWriteArrayList<>();
  private final ExecutorService writers = Executors.newCachedThreadPool(Threads.daemons("events"));
  private final Semaphore somebody = new Semaphore(0);
  private final Thread hub = new Thread(this::run, "events-hub");

  /** The last entry of each timeline that was seen; touched by the hub's thread alone. */
  private final Map<String, Long> last = new HashMap<>();

  EventsResource(Orchestrations orchestrations, Statuses statuses, QueriesResource queries) {
    this.orchestrations = orchestrations;
    this.statuses = statuses;
    this.queries = queries;
    hub.setDaemon(true);
    hub.start();
  }

  void routes(Router router) {
    router.get("/v1/events", this::subscribe);
  }

  @Override
  public void close() {
    hub.interrupt();
    writers.shutdownNow();
  }

  private ApiAnswer subscribe(ApiRequest call) {
    subscribers.removeIf(Subscriber::gone);
    if (subscribers.size() >= MOST) {
      throw new Refusal(
          Refusal.Kind.REFUSED, "too many listen already", "close one of them, then try again");
    }
    Subscriber subscriber = new Subscriber(call.exchange(), call.query("project"));
    subscribers.add(subscriber);
    writers.execute(subscriber::write);
    somebody.release();
    return null;
  }

  private void run() {
    try {
      while (!Thread.currentThread().isInterrupted()) {
        subscribers.removeIf(Subscriber::gone);
        if (subscribers.isEmpty()) {
          last.clear();
          somebody.acquire();
        }
        int projects = look();
        long pause = Math.max(LOOK_MILLIS, projects * MILLIS_A_PROJECT);
        if (somebody.tryAcquire(pause, TimeUnit.MILLISECONDS)) {
          somebody.drainPermits();
        }
      }
    } catch (InterruptedException closing) {
      Thread.currentThread().interrupt();
    }
  }

  private int look() {
    try {
      List<String> open = orchestrations.open().stream().map(Run::project).toList();
      open.forEach(this::tellIfItAnswers);
      last.keySet().stream()
          .filter(project -> !open.contains(project))
          .toList()
          .forEach(this::tellEnd);
      return open.size();
    } catch (RuntimeException away) {
      LOG.debug("nothing can be told just now: {}", away.getMessage());
      return 0;
    }
  }

  /** It was open at the last look and is not now: how it ended is told once. */
  private void tellEnd(String project) {
    tellIfItAnswers(project);
    last.remove(project);
  }

  /** One orchestration that does not answer keeps nobody from hearing of the others. */
  private void tellIfItAnswers(String project) {
    try {
      tell(project);
    } catch (Refusal silent) {
      LOG.debug("{} can not be told of just now: {}", project, silent.getMessage());
    }
  }

  /**
   * The timeline is read before the status: whoever has got a status gets every entry that is made
   * after it.
   */
  private void tell(String project) {
    List<Subscriber> interested = subscribers.stream().filter(one -> one.wants(project)).toList();
    if (interested.isEmpty()) {
      return;
    }
    long since = last.getOrDefault(project, 0L);
    List<TimelineEntry> entries = queries.timeline(project, since);
    long newest = entries.isEmpty() ? since : entries.get(entries.size() - 1).number();
    String json = json(statuses.of(project));
    last.put(project, newest);
    interested.forEach(one -> one.status(project, json));
    for (Subscriber one : interested) {
      if (!one.begins(project, newest)) {
        entries.forEach(entry -> one.timeline(project, entry.number(), json(project, entry)));
      }
    }
  }

  /** An entry and its project, as one flat object. */
  private record ProjectEntry(
      String project,
      long number,
      Instant at,
      EntryKind kind,
      String who,
      String what,
      @JsonInclude(JsonInclude.Include.NON_NULL) Trace trace) {}

  private static String json(String project, TimelineEntry entry) {
    return json(
        new ProjectEntry(
            project,
            entry.number(),
            entry.at(),
            entry.kind(),
            entry.who(),
            entry.what(),
            entry.trace()));
  }

  private static String json(Object value) {
    try {
      return Json.lenient().writeValueAsString(value);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
