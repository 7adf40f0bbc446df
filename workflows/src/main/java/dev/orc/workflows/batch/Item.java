package dev.orc.workflows.batch;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.orc.workflows.entity.Carried;
import dev.orc.workflows.entity.Millis;
import dev.orc.workflows.entity.Texts;
import dev.orc.workflows.model.BatchEntry;
import dev.orc.workflows.model.FailureKind;
import dev.orc.workflows.model.ItemState;
import dev.orc.workflows.model.Outcome;
import dev.orc.workflows.model.StartRequest;
import java.time.Instant;
import java.util.List;

/**
 * One project of the batch. Whatever changes its place in the order is changed inside {@link
 * Items#change}. Workflow threads only.
 */
@Carried
@JsonInclude(JsonInclude.Include.NON_DEFAULT)
final class Item {
  private static final int LONGEST_REASON = 300;

  private String id;
  private String name;
  private String request;
  private String spec;
  private String directory;
  private boolean fresh;
  private String asked;
  private StartRequest start;
  private List<String> dependsOn = List.of();
  private List<String> tags = List.of();
  private int priority;
  private long place;
  private boolean preferred;
  private ItemState state = ItemState.WAITING;
  private String reason;
  private FailureKind failure;
  private String project;
  private String runId;
  @Millis private Instant addedAt;
  @Millis private Instant startedAt;
  @Millis private Instant endedAt;
  @Millis private Instant nextAt;
  private Tries tries = new Tries();
  private Outcome failed;
  private boolean unexplained;
  private Inquiry inquiry;
  private String enhanced;
  private String removal;
  private boolean untold;

  private Item() {}

  /**
   * @param dependsOn ids of other items
   */
  static Item of(
      String id,
      String name,
      String request,
      BatchEntry entry,
      List<String> dependsOn,
      Instant now) {
    Item item = new Item();
    item.id = id;
    item.name = name;
    item.request = request;
    item.start = entry.start();
    item.spec = entry.start().spec();
    item.directory = entry.start().project();
    item.fresh = entry.start().newProject() != null;
    item.asked = entry.start().project();
    item.priority = entry.priority();
    item.dependsOn = List.copyOf(dependsOn);
    item.tags = entry.tags();
    item.addedAt = now;
    return item;
  }

  String id() {
    return id;
  }

  String name() {
    return name;
  }

  /** The id of the update that it was added by. */
  String request() {
    return request;
  }

  String spec() {
    return spec;
  }

  /** Null until it is known. */
  String directory() {
    return directory;
  }

  List<String> dependsOn() {
    return dependsOn;
  }

  List<String> tags() {
    return tags;
  }

  int priority() {
    return priority;
  }

  long place() {
    return place;
  }

  ItemState state() {
    return state;
  }

  /** May be null. */
  String reason() {
    return reason;
  }

  FailureKind failure() {
    return failure;
  }

  /** The slug; null until it is known. */
  String project() {
    return project;
  }

  /** The first run of what runs for it; null when nothing does. */
  String runId() {
    return runId;
  }

  Instant addedAt() {
    return addedAt;
  }

  Instant startedAt() {
    return startedAt;
  }

  Instant endedAt() {
    return endedAt;
  }

  Instant nextAt() {
    return nextAt;
  }

  Tries tries() {
    return tries;
  }

  /** What the last try failed by; null when nothing failed, and when that is settled. */
  Outcome failed() {
    return failed;
  }

  Inquiry inquiry() {
    return inquiry;
  }

  /** Why it is to be removed as soon as it has stopped; null when it is not. */
  String removal() {
    return removal;
  }

  /** Whether people are still to be told that it failed for good. */
  boolean untold() {
    return untold;
  }

  boolean waits() {
    return state == ItemState.WAITING || state == ItemState.RETRYING;
  }

  /** Whether it takes one of the places of those that run. */
  boolean active() {
    return state == ItemState.STARTING
        || state == ItemState.RUNNING
        || state == ItemState.RESEARCHING;
  }

  /** Whether it is looked into before it is tried again. */
  boolean wantsResearch() {
    return state == ItemState.RETRYING && unexplained;
  }

  /** When its turn may come; null when at any time. Research need not wait for the back-off. */
  Instant dueAt() {
    return wantsResearch() ? null : nextAt;
  }

  /** Whether others of the same priority, which were never tried, go first. */
  boolean stepsBack() {
    return tries.anyFailure() && !preferred;
  }

  /** Whether both work in one repository, as far as that is known. */
  boolean sharesRepository(Item other) {
    if (project != null && project.equals(other.project)) {
      return true;
    }
    return directory != null && directory.equals(other.directory) && !fresh && !other.fresh;
  }

  /** What makes two entries one: the same spec for the same repository; null when nothing does. */
  String sameness() {
    return fresh ? null : sameness(spec, asked);
  }

  /** The same of an entry that may become an item. */
  static String sameness(StartRequest start) {
    return start.newProject() != null ? null : sameness(start.spec(), start.project());
  }

  /** What to plan for its next try: an enhanced spec stands elsewhere than the repository does. */
  StartRequest order() {
    boolean again = tries.begun() > 0 && directory != null;
    return new StartRequest(
        start.id(),
        start.by(),
        enhanced == null ? start.spec() : enhanced,
        again ? directory : start.project(),
        start.name(),
        start.driver(),
        start.team(),
        start.programs(),
        start.settings(),
        again ? null : start.newProject(),
        start.devServer(),
        start.env(),
        start.review());
  }

  /** What it was first asked for with; null when it has completed. */
  StartRequest start() {
    return start;
  }

  void place(long where) {
    place = where;
  }

  void prefer(int rank, long where) {
    priority = rank;
    place = where;
    preferred = true;
  }

  void waitFor(String why, Instant until) {
    state = ItemState.WAITING;
    reason = Texts.cut(why, LONGEST_REASON);
    nextAt = until;
  }

  void starting() {
    state = ItemState.STARTING;
    reason = null;
    nextAt = null;
  }

  void planned(String slug, String where) {
    project = slug;
    directory = where;
  }

  void running(String run, Instant now) {
    state = ItemState.RUNNING;
    tries.begin();
    runId = run;
    startedAt = now;
    failure = null;
    failed = null;
    reason = null;
  }

  /** A try failed, and another one follows. */
  void retryAt(Instant when, Outcome outcome, boolean research, String why) {
    state = ItemState.RETRYING;
    failed = outcome;
    failure = outcome.failure();
    unexplained = research;
    preferred = false;
    nextAt = when;
    reason = Texts.cut(why, LONGEST_REASON);
    runId = null;
  }

  void researching() {
    state = ItemState.RESEARCHING;
  }

  void inquire(Inquiry how) {
    inquiry = how;
  }

  /**
   * Its failure was looked into, or could not be.
   *
   * @param better the host's file with the enhanced spec; null to try it with the one before
   */
  void explained(String better) {
    state = ItemState.RETRYING;
    unexplained = false;
    inquiry = null;
    enhanced = better == null ? enhanced : better;
  }

  void end(ItemState how, String why, Instant now) {
    state = how;
    reason = Texts.cut(why, LONGEST_REASON);
    endedAt = now;
    nextAt = null;
    runId = null;
    inquiry = null;
    removal = null;
    unexplained = false;
    if (how == ItemState.COMPLETED) {
      start = null;
      failed = null;
      failure = null;
      enhanced = null;
      tries.close();
    }
  }

  void escalate(Outcome outcome, String why, Instant now) {
    end(ItemState.ESCALATED, why, now);
    failed = outcome;
    failure = outcome.failure();
    untold = true;
  }

  void told() {
    untold = false;
  }

  void removeWhenStopped(String why) {
    removal = why;
  }

  /** From the beginning, with all its tries. */
  void anew() {
    state = ItemState.WAITING;
    reason = null;
    failure = null;
    failed = null;
    endedAt = null;
    nextAt = null;
    untold = false;
    tries.forgive();
  }

  private static String sameness(String spec, String project) {
    return spec + "\n" + project;
  }
}
