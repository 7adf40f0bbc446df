package dev.orc.workflows.project;

import dev.orc.workflows.entity.Carried;
import dev.orc.workflows.entity.Texts;
import dev.orc.workflows.model.FormerLife;
import dev.orc.workflows.model.Message;
import dev.orc.workflows.model.Role;
import dev.orc.workflows.model.Sighting;
import dev.orc.workflows.model.Worktree;
import dev.orc.workflows.policy.Backoff;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** One agent and everything the orchestration knows of it. Workflow threads only. */
@Carried
final class Agent {
  private static final int TRUSTED_DEFERRALS = 3;

  private static final int MOST_DOUBTS = 20;

  /** It travels with every launch of those who start after it. */
  private static final int LONGEST_HANDOVER = 2_000;

  private Role role;
  private Life life;
  private int incarnation;
  private Worktree worktree;
  private String briefFile;
  private String window;
  private String pane;
  private List<Instant> crashes = new ArrayList<>();
  private int restarts;
  private Hold hold;
  private int deferrals;
  private Trail trail;
  private boolean briefed;
  private FormerLife formerLife;
  private boolean done;
  private String handover;
  private long limitedSeconds;
  private Long limitedFrom;
  private CutOff cut;
  private boolean worktreeInDoubt;
  private String keptBy;
  private Instant keptSince;
  private String introduction;
  private List<String> doubts = new ArrayList<>();

  Agent(Role role, Instant now) {
    this.role = role;
    this.life = role.startsAfter().isEmpty() ? new Life.Waiting(now, false) : new Life.Later(now);
    this.trail = Trail.begin(now);
  }

  @SuppressWarnings("unused") // for Jackson
  private Agent() {}

  /** Takes over the count of lives, so that an old life is never taken for a new one. */
  void comesAfter(Agent former) {
    incarnation = former.incarnation;
    worktree = former.worktree;
  }

  /**
   * It lived in an orchestration that is gone. A life that still runs is asked for by its own
   * number, so that the host finds it; what ended is followed by the next one.
   */
  void comesAfter(FormerLife former) {
    incarnation = former.living() ? former.number() - 1 : former.number();
    briefed = true;
    formerLife = former;
  }

  /** What it was before this orchestration, at its first launch here; null ever after. */
  FormerLife takeFormerLife() {
    FormerLife former = formerLife;
    formerLife = null;
    return former;
  }

  Role role() {
    return role;
  }

  String name() {
    return role.name();
  }

  Life life() {
    return life;
  }

  void live(Life next) {
    life = next;
  }

  int incarnation() {
    return incarnation;
  }

  /** The next life begins; nothing of the one before counts any more. */
  void startLife(Instant now) {
    boolean again = life instanceof Life.Waiting waiting && waiting.again();
    incarnation += again ? 0 : 1;
    hold = null;
    deferrals = 0;
    window = null;
    pane = null;
    introduction = null;
    keptBy = null;
    keptSince = null;
    life = new Life.Starting(now, false);
    trail = trail.touched(now);
  }

  /** The launch was taken back: the same life is asked for again later. */
  void takeLifeBack(Instant now) {
    life = new Life.Waiting(now, true);
  }

  void found(String windowId, String paneId, String brief) {
    window = windowId;
    pane = paneId;
    briefFile = brief == null ? briefFile : brief;
  }

  void saw(Sighting sighting) {
    trail = trail.saw(sighting);
    window = sighting.window() == null ? window : sighting.window();
    pane = sighting.pane() == null ? pane : sighting.pane();
  }

  /** Whether this life is the one that something was said about, and its program is there. */
  boolean lives(int life) {
    return incarnation == life && this.life.launched();
  }

  boolean inTeam() {
    return !(life instanceof Life.Removed);
  }

  /** Whether it may still be told something. */
  boolean reachable() {
    return inTeam() && !(life instanceof Life.Finished);
  }

  /** Counts a crash; answers how many there were within the window, this one included. */
  int crashed(Instant now, Duration window) {
    crashes.removeIf(crash -> crash.isBefore(now.minus(window)));
    crashes.add(now);
    return crashes.size();
  }

  void restarted() {
    restarts++;
  }

  void forgiveCrashes() {
    crashes.clear();
  }

  int restarts() {
    return restarts;
  }

  /** Whether a message that it admits may be tried now. */
  boolean takes(boolean urgent, Instant now) {
    boolean awaited = cutOff() && life instanceof Life.Limited;
    return (life.takes(urgent) || awaited) && (hold == null || !hold.stops(urgent, now));
  }

  /**
   * Whether that message may come before the others: nothing comes to a new life before its brief,
   * and nothing but "go on" to one that was cut off.
   */
  boolean admits(Message message) {
    boolean first = message.id().equals(introduction);
    if (cutOff()) {
      return cut.spoken() && (first || Resumption.isGoOn(message));
    }
    return first || introduction == null;
  }

  /** A delivery was deferred: the mail waits until the watch says that the agent is ready. */
  void hold(boolean urgentToo, String why, Instant now) {
    deferrals++;
    keptSince = why != null && why.equals(keptBy) ? keptSince : why == null ? null : now;
    keptBy = why;
    hold = new Hold(null, urgentToo, why);
  }

  void holdUntil(Instant until, String why) {
    hold = new Hold(until, true, why);
  }

  /** What keeps its mail although it is ready; null when nothing does. */
  String keptBy() {
    return keptBy;
  }

  /** Since when; null when nothing does. */
  Instant keptSince() {
    return keptSince;
  }

  Hold held() {
    return hold;
  }

  /**
   * The agent is ready: its mail is tried again; at once, unless the host has deferred so often
   * that its two opinions must be expected to differ for a while.
   */
  void release(Instant now) {
    if (hold == null || hold.until() != null) {
      return;
    }
    int distrust = deferrals - TRUSTED_DEFERRALS;
    hold =
        distrust <= 0
            ? null
            : hold.until(
                now.plus(Backoff.wait(Duration.ofSeconds(1), Duration.ofSeconds(30), distrust)));
  }

  void tookMail() {
    hold = null;
    deferrals = 0;
    keptBy = null;
    keptSince = null;
  }

  /** Whether it was cut off in its work and does not go on yet. */
  boolean cutOff() {
    return cut != null && cut.open();
  }

  /** How it was cut off last; null when it never was in this life. */
  CutOff cut() {
    return cut;
  }

  void cut(CutOff how) {
    cut = how;
  }

  /** The message that has to be the first of this life; null when it was. */
  String introduction() {
    return introduction;
  }

  void introduce(String messageId) {
    introduction = messageId;
  }

  /** That message is out of the way, the first one included. */
  void settled(String messageId) {
    introduction = messageId.equals(introduction) ? null : introduction;
  }

  /** Nobody knows whether that message has arrived; its next life is told so. */
  void doubt(String message) {
    doubts.add(message);
    if (doubts.size() > MOST_DOUBTS) {
      doubts.remove(0);
    }
  }

  /** What may or may not have arrived, told once. */
  List<String> takeDoubts() {
    List<String> all = List.copyOf(doubts);
    doubts.clear();
    return all;
  }

  /** When held mail is tried again; null when nothing is held until a time. */
  Instant heldUntil() {
    return hold == null ? null : hold.until();
  }

  boolean waitsForReady() {
    return hold != null && hold.until() == null;
  }

  Worktree worktree() {
    return worktree;
  }

  void worktree(Worktree opened) {
    worktree = opened;
    worktreeInDoubt = false;
  }

  /** Its worktree may be gone: it is found or made again. */
  void doubtWorktree() {
    worktreeInDoubt = true;
  }

  boolean wantsWorktree() {
    return worktree == null || worktreeInDoubt;
  }

  /** Whether any of its lives was told what it is to do. */
  boolean briefed() {
    return briefed;
  }

  void brief() {
    briefed = true;
  }

  String briefFile() {
    return briefFile;
  }

  String window() {
    return window;
  }

  String pane() {
    return pane;
  }

  /** It waits for credits from now on; the clock is that of the work. */
  void limited(Duration worked) {
    limitedFrom = worked.toSeconds();
  }

  /** It waits for credits no longer. */
  void unlimited(Duration worked) {
    limitedSeconds = limitedFor(worked).toSeconds();
    limitedFrom = null;
  }

  /** For how much of the work's time it waited for credits. */
  Duration limitedFor(Duration worked) {
    long now = limitedFrom == null ? 0 : Math.max(0, worked.toSeconds() - limitedFrom);
    return Duration.ofSeconds(limitedSeconds + now);
  }

  Trail trail() {
    return trail;
  }

  void trail(Trail next) {
    trail = next;
  }

  boolean done() {
    return done;
  }

  void done(boolean reported) {
    done = reported;
  }

  /** It is done, and that is what it says to those who start after it. */
  void done(String words) {
    done = true;
    handover = Texts.cut(words == null ? "" : words, LONGEST_HANDOVER);
  }

  /** What it said when it was done last; null when it never was. */
  String handover() {
    return handover;
  }
}
