package dev.orc.workflows.activities;

import dev.orc.workflows.model.Condition;
import dev.orc.workflows.model.Message;
import dev.orc.workflows.model.Repository;
import dev.orc.workflows.model.Role;
import dev.orc.workflows.model.SideWindow;
import dev.orc.workflows.model.Spec;
import dev.orc.workflows.model.Team;
import dev.orc.workflows.model.Worktree;
import io.temporal.activity.ActivityInterface;
import io.temporal.activity.ActivityMethod;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** What an orchestration does to one agent. Every method may be repeated. */
@ActivityInterface(namePrefix = "agent.")
public interface AgentActivities {
  /**
   * Starts the role's program in a window of its own and waits until it can be briefed. A life that
   * runs already is found, not started twice; windows of earlier lives are archived and closed.
   */
  @ActivityMethod
  Launched launch(LaunchOrder order);

  /** Brings one message to one agent; the same message is never brought twice. */
  @ActivityMethod
  Receipt deliver(DeliveryOrder order);

  /** Ends the agent's program and closes its window, its transcript archived. */
  @ActivityMethod
  void dismiss(DismissOrder order);

  /**
   * @param incarnation the life to start; counts from 1
   * @param recovered whether the agent lived before and is to be told so in its brief
   * @param windows those that its session has besides, should it be opened anew
   * @param handovers what the roles that it starts after hand over to it
   * @param within how long the program may take until it can be briefed
   */
  record LaunchOrder(
      String project,
      Repository repository,
      Spec spec,
      Team team,
      Role role,
      Worktree worktree,
      int incarnation,
      boolean recovered,
      List<SideWindow> windows,
      List<Handover> handovers,
      Duration within) {
    public LaunchOrder {
      windows = windows == null ? List.of() : List.copyOf(windows);
      handovers = handovers == null ? List.of() : List.copyOf(handovers);
    }
  }

  /**
   * What a role that is done hands over to the one that starts after it.
   *
   * @param text of its last report
   */
  record Handover(String role, String branch, String text) {}

  /**
   * @param condition READY, or what keeps the program from being ready
   * @param detail of the condition; may be null
   * @param briefFile the host's file with the brief for this life
   * @param found whether this life ran already
   * @param resumed whether it goes on with the conversation of an earlier life: it needs no brief,
   *     only what it missed
   * @param briefed whether the brief went with the start and the program has taken it
   */
  record Launched(
      int incarnation,
      String window,
      String pane,
      long pid,
      Condition condition,
      String detail,
      Instant resetsAt,
      String briefFile,
      boolean found,
      boolean resumed,
      boolean briefed) {}

  record DeliveryOrder(String project, Role role, int incarnation, Message message) {}

  /** What became of a delivery. */
  enum Delivery {
    /** The program has it. */
    DELIVERED,
    /** It was submitted, and nothing says that the program has it. */
    UNKNOWN,
    /** The agent was busy, asking or limited: nothing was pasted, the mail waits. */
    DEFERRED,
    /** That life of the agent is over: nothing was pasted. */
    GONE
  }

  /**
   * @param condition the agent's condition afterwards
   * @param submittedAt when Enter was sent; null when it was not
   * @param detail why, in one line; null when there is nothing to say
   */
  record Receipt(
      String messageId,
      Delivery delivery,
      Condition condition,
      Instant submittedAt,
      Instant resetsAt,
      String detail) {}

  record DismissOrder(String project, String role, String reason) {}
}
