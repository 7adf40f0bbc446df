package dev.orc.activities.agent;

import dev.orc.activities.ActivityErrors;
import dev.orc.activities.Refusal;
import dev.orc.activities.audit.AuditEvent;
import dev.orc.workflows.activities.AgentActivities;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** The agents of this host. Thread-safe. */
public final class HostAgents implements AgentActivities {
  private final Supplier<Beat> beats;
  private final Launcher launcher;
  private final Courier courier;
  private final Dismissal dismissal;

  /**
   * @param audit is told what became of each message
   */
  public HostAgents(
      AgentHost host, LaunchRoom room, MessageTexts texts, Consumer<AuditEvent> audit) {
    this(host, room, texts, audit, Beat::ofActivity);
  }

  HostAgents(
      AgentHost host,
      LaunchRoom room,
      MessageTexts texts,
      Consumer<AuditEvent> audit,
      Supplier<Beat> beats) {
    this.beats = beats;
    Lives lives = new Lives(host.tmux(), room.transcripts());
    Journal journal = new Journal(host.folders().state().resolve("journal"));
    this.launcher = new Launcher(host, room, lives);
    this.courier = new Courier(host, lives, journal, texts, audit);
    this.dismissal = new Dismissal(host, lives);
  }

  @Override
  public Launched launch(LaunchOrder order) {
    return translated(() -> launcher.launch(order, beats.get()));
  }

  @Override
  public Receipt deliver(DeliveryOrder order) {
    return translated(() -> courier.deliver(order, beats.get()));
  }

  @Override
  public void dismiss(DismissOrder order) {
    translated(
        () -> {
          dismissal.dismiss(order, beats.get());
          return null;
        });
  }

  private static <T> T translated(Act<T> act) {
    try {
      return act.act();
    } catch (Refusal refusal) {
      throw ActivityErrors.failure(refusal);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CancellationException("the worker is closing");
    }
  }
}
