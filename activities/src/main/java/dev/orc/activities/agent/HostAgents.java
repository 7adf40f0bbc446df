package dev.orc.activities.agent;

import dev.orc.activities.ActivityErrors;
import dev.orc.activities.Refusal;
import dev.orc.workflows.activities.AgentActivities;
import java.util.concurrent.CancellationException;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/** The agents of this host. Thread-safe. */
public final class HostAgents implements AgentActivities {
  private final Supplier<Beat> beats;
  private final Launcher launcher;
  private final Courier courier;
  private final Dismissal dismissal;

  /**
   * @param clean takes from a text what a terminal must not get
   */
  public HostAgents(
      AgentHost host, LaunchRoom room, MessageTexts texts, UnaryOperator<String> clean) {
    this(host, room, texts, clean, Beat::ofActivity);
  }

  HostAgents(
      AgentHost host,
      LaunchRoom room,
      MessageTexts texts,
      UnaryOperator<String> clean,
      Supplier<Beat> beats) {
    this.beats = beats;
    Lives lives = new Lives(host.tmux(), room.transcripts());
    Journal journal = new Journal(host.folders().state().resolve("journal"));
    Lanes lanes = new Lanes();
    this.launcher = new Launcher(host, room, lives);
    this.courier = new Courier(host, journal, texts, clean, lanes);
    this.dismissal = new Dismissal(host, lives, lanes);
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
