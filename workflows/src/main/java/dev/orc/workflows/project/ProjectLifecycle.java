package dev.orc.workflows.project;

import dev.orc.workflows.entity.Carried;
import dev.orc.workflows.model.FailureKind;
import dev.orc.workflows.model.Phase;
import dev.orc.workflows.model.Repository;
import java.time.Instant;

/** Where the orchestration stands, and what it stands on. Workflow threads only. */
@Carried
final class ProjectLifecycle {
  /**
   * How it is to end, and why.
   *
   * @param failure null when it does not fail
   * @param notBefore when the limit ends that it fails by; null otherwise
   */
  record Ending(Phase phase, String reason, FailureKind failure, Instant notBefore) {}

  /** Somebody says that the work is complete. */
  record Claim(String by, String reason) {}

  private Instant startedAt;
  private Phase phase = Phase.PREPARING;
  private Instant phaseSince;
  private boolean paused;
  private Repository repository;
  private String session;
  private boolean sessionAsked;
  private Claim claim;
  private Ending ending;
  private boolean stopAsked;
  private int integrations;
  private String head;
  private String completionFile;
  private Instant completionFileAt;
  private String workerRun;
  private Instant endedAt;

  ProjectLifecycle(Instant now) {
    startedAt = now;
    phaseSince = now;
  }

  @SuppressWarnings("unused") // for Jackson
  private ProjectLifecycle() {}

  Phase phase() {
    return phase;
  }

  void enter(Phase next, Instant now) {
    phase = next;
    phaseSince = now;
    endedAt = next.over() ? now : null;
  }

  Instant startedAt() {
    return startedAt;
  }

  Instant phaseSince() {
    return phaseSince;
  }

  Instant endedAt() {
    return endedAt;
  }

  boolean paused() {
    return paused;
  }

  void paused(boolean now) {
    paused = now;
  }

  Repository repository() {
    return repository;
  }

  void repository(Repository prepared) {
    repository = prepared;
  }

  String session() {
    return session;
  }

  /** The session's tmux id; null when it is lost. */
  void session(String id) {
    session = id;
  }

  /** Whether there may be a session on the host. */
  boolean sessionAsked() {
    return sessionAsked;
  }

  void askSession() {
    sessionAsked = true;
  }

  Claim claim() {
    return claim;
  }

  void claim(String by, String reason) {
    claim = new Claim(by, reason);
  }

  void dropClaim() {
    claim = null;
  }

  Ending ending() {
    return ending;
  }

  /** The work is complete; the first word about the end counts. */
  void complete(String reason) {
    end(new Ending(Phase.COMPLETED, reason, null, null));
  }

  /** It failed; the first word about the end counts. */
  void fail(FailureKind failure, String reason) {
    fail(failure, reason, null);
  }

  /**
   * @param notBefore when the limit ends that it fails by; null otherwise
   */
  void fail(FailureKind failure, String reason, Instant notBefore) {
    end(new Ending(Phase.FAILED, reason, failure, notBefore));
  }

  /** A person's stop outranks every other end, until the closing has begun. */
  void stop(String reason) {
    stopAsked = true;
    if (phase != Phase.CLOSING) {
      ending = new Ending(Phase.STOPPED, reason, null, null);
    }
  }

  boolean stopAsked() {
    return stopAsked;
  }

  int integrations() {
    return integrations;
  }

  void integrated(String newHead) {
    integrations++;
    head = newHead == null ? head : newHead;
  }

  String head() {
    return head;
  }

  String completionFile() {
    return completionFile;
  }

  /** When it was written; null when that is not known. */
  Instant completionFileAt() {
    return completionFileAt;
  }

  void completionFile(String content, Instant at) {
    completionFile = content;
    completionFileAt = at;
  }

  /** Answers whether this run of the host's worker was not known yet. */
  boolean newWorker(String run) {
    boolean fresh = run != null && !run.equals(workerRun);
    workerRun = fresh ? run : workerRun;
    return fresh;
  }

  private void end(Ending how) {
    ending = ending == null ? how : ending;
  }
}
