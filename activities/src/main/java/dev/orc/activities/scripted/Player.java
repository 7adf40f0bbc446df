package dev.orc.activities.scripted;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Does what the playbook says, a prompt at a time, on a thread of its own. */
final class Player extends Thread {
  private static final long LOOK_AGAIN_MILLIS = 50;

  private final Playbook playbook;
  private final Conversation conversation;
  private final PaneEnvironment surroundings;
  private final Commands commands;

  Player(Playbook playbook, Conversation conversation, PaneEnvironment surroundings) {
    super("player");
    this.playbook = playbook;
    this.conversation = conversation;
    this.surroundings = surroundings;
    this.commands = new Commands(surroundings);
  }

  @Override
  public void run() {
    try {
      conversation.pause(playbook.slowStartMillis());
      if (!conversation.mayStart(playbook.question())) {
        conversation.exit(1);
      }
      conversation.begin();
      while (true) {
        Prompt prompt = conversation.next();
        play(prompt);
        conversation.finish();
      }
    } catch (IOException | RuntimeException e) {
      ScriptedAgent.fail(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void play(Prompt prompt) throws IOException, InterruptedException {
    List<PlaybookStep> steps = playbook.stepsFor(prompt);
    for (int i = 0; i < steps.size(); i++) {
      boolean last = i == steps.size() - 1;
      if (!play(steps.get(i), new StepPlaceholders(surroundings, prompt), last)) {
        return;
      }
    }
  }

  private boolean play(PlaybookStep step, StepPlaceholders filled, boolean last)
      throws IOException, InterruptedException {
    List<String> words = filled.in(step.words());
    switch (step.verb()) {
      case BUSY -> {
        return conversation.pause(step.millis());
      }
      case WAIT_FOR -> {
        return waitFor(words.get(0), step.millis());
      }
      case ASK -> {
        return conversation.ask(words.get(0));
      }
      case LIMIT -> limit(words.get(0), step.millis(), last);
      case SAY -> conversation.say(words.get(0));
      case WRITE -> write(words.get(0), words.get(1));
      case HANG -> conversation.hang();
      case CRASH -> Runtime.getRuntime().halt(StepReader.number(words.get(0)));
      case EXIT -> conversation.exit(StepReader.number(words.get(0)));
      case KILL_SELF -> {
        conversation.say(commands.killSelf());
        conversation.hang();
      }
      case COMMIT -> conversation.say(commands.commit(words.get(0)));
      case RUN -> conversation.say(commands.run(words));
      case SEND -> conversation.say(commands.send(words.get(0), words.get(1)));
      case REPORT -> conversation.say(commands.report(words.get(0), words.get(1)));
      case REPORT_FROM_OLD_LIFE ->
          conversation.say(commands.reportFromOldLife(words.get(0), words.get(1)));
    }
    return conversation.pause(0);
  }

  private void limit(String text, long millis, boolean last)
      throws IOException, InterruptedException {
    conversation.limited(text.replace("{reset}", StepPlaceholders.resetIn(millis)), millis);
    if (!last) {
      conversation.workAgain();
    }
  }

  private boolean waitFor(String file, long millis) throws IOException, InterruptedException {
    long end = System.nanoTime() + millis * 1_000_000;
    while (!Files.exists(Path.of(file))) {
      if (System.nanoTime() > end) {
        conversation.say("waited in vain for " + file);
        return true;
      }
      if (!conversation.pause(LOOK_AGAIN_MILLIS)) {
        return false;
      }
    }
    return true;
  }

  private void write(String file, String text) throws IOException {
    Path worktree = Path.of("").toAbsolutePath();
    Path target = worktree.resolve(file).normalize();
    if (!target.startsWith(worktree)) {
      conversation.say("will not write outside of the worktree: " + file);
      return;
    }
    Files.createDirectories(target.getParent());
    Files.writeString(target, text + "\n");
    conversation.say("wrote " + file);
  }
}
