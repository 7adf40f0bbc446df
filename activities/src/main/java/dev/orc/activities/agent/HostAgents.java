package dev.orc.activities.agent;

import dev.orc.activities.failure.ActivityErrors;
import dev.orc.activities.failure.Refusal;
import dev.orc.activities.tell.audit.AuditEvent;
import dev.orc.workflows.activities.AgentActivities;
import dev.orc.workflows.model.AgentName;
import dev.orc.workflows.model.AnswerRequest;
import dev.orc.workflows.model.AnswerTaken;
import dev.orc.workflows.model.OpenQuestion;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** The agents of this host. Thread-safe. */
public final class HostAgents implements AgentActivities, AutoCloseable {
  private final Supplier<Beat> beats;
  private final Launcher launcher;
  private final Courier courier;
  private final Dismissal dismissal;
  private final Channels channels;
  private final DialogWatch dialogs;
  private final OpenQuestions questions;

  /**
   * @param audit is told what became of each message
   */
  public HostAgents(
      AgentHost host, LaunchRoom room, MessageTexts texts, Consumer<AuditEvent> audit) {
    this(host, room, texts, audit, Beat::ofActivity, ChannelOpeners.ofThisHost());
  }

  HostAgents(
      AgentHost host,
      LaunchRoom room,
      MessageTexts texts,
      Consumer<AuditEvent> audit,
      Supplier<Beat> beats,
      ChannelOpeners openers) {
    this.beats = beats;
    this.channels = new Channels(host, openers);
    Lives lives = new Lives(host.tmux(), host.folders(), room.transcripts());
    Journal journal = new Journal(host.folders().state().resolve("journal"));
    this.launcher = new Launcher(host, room, lives, channels);
    this.courier = new Courier(host, new Visits(host, lives, channels), journal, texts, audit);
    this.dismissal = new Dismissal(host, lives, channels);
    this.dialogs = new DialogWatch(host);
    this.questions = new OpenQuestions(host, channels);
    channels.takeUpAll();
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

  /** What an agent asks now; empty when it asks nothing. */
  public Optional<OpenQuestion> question(AgentName agent) {
    return questions.of(agent);
  }

  /** Gives a person's answer to what it asks. */
  public AnswerTaken answer(AgentName agent, AnswerRequest request) throws InterruptedException {
    return questions.answer(agent, request);
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

  /** Lets go of the agents, which live on. */
  @Override
  public void close() {
    dialogs.close();
    channels.close();
    courier.close();
    launcher.close();
  }
}
