package dev.orc.activities.agent.watch;

import dev.orc.activities.agent.channel.ProgramEvent;
import dev.orc.activities.agent.channel.Question;
import dev.orc.workflows.model.HostView;
import dev.orc.workflows.model.Sighting;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * What is true of every agent on this host right now, from tmux, processes, hooks, screens and
 * commits, in that trust order: the program's protocol, its hooks, its process, its screen.
 * Thread-safe.
 */
public interface HostTruth {
  /** All agents of a project; those that have a window or had one since the worker started. */
  HostView view(String project);

  Optional<Sighting> sighting(String project, String role);

  /**
   * Waits until the agent's sighting satisfies the predicate, or the time is over; answers the last
   * sighting either way. Woken by what happens, not by a clock.
   */
  Optional<Sighting> await(String project, String role, Predicate<Sighting> until, Duration atMost)
      throws InterruptedException;

  /** When that life of the agent confirmed the message by its hook; empty when the time is over. */
  Optional<Instant> awaitReceipt(
      String project, String role, int incarnation, String messageId, Duration atMost)
      throws InterruptedException;

  /** Takes in what the program of that life says by its protocol. */
  void heard(String project, String role, int incarnation, ProgramEvent event);

  /** The name of the agent's driver; empty when it is not known. */
  Optional<String> driver(String project, String role);

  /** What the program of that life asks by its protocol, oldest first. */
  List<Question> questions(String project, String role, int incarnation);

  /** Says that there is an agent to look after, before its window is opened. */
  void expect(Expected agent);

  /** Whether the program's hooks have spoken in that life of the agent. */
  boolean hooksHeard(String project, String role, int incarnation);

  /**
   * Says that a delivery was put off, and the watch answers when what kept it is over; or, with
   * {@link Deferral#NONE}, that one was made.
   *
   * @param why in one line; null when there is nothing to say
   */
  void deferred(String project, String role, Deferral reason, String why);

  /** Forgets an agent that was dismissed, or a whole project when the role is null. */
  void forget(String project, String role);

  /** What keeps mail from an agent. */
  enum Deferral {
    /** Nothing does. */
    NONE,
    /** It is not READY. */
    NOT_READY,
    /** Its hooks say READY, and its screen shows something that a paste would disturb. */
    SCREEN_IN_USE
  }

  /**
   * An agent to look after.
   *
   * @param worktree where its commits are counted; null when the caller does not know it
   * @param base the commit they are counted from; null when the caller does not know it
   */
  record Expected(
      String project, String role, int incarnation, String driver, String worktree, String base) {}
}
