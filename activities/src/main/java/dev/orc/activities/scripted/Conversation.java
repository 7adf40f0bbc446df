package dev.orc.activities.scripted;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * The terminal conversation: what is typed, what waits, what is shown and what the hooks are told.
 * Thread-safe: one thread brings keys, another takes prompts; everything is guarded by this object.
 */
final class Conversation implements Keyboard {
  private final Screen screen;
  private final Spool spool;
  private final PromptReceipts receipts;
  private final Composer composer = new Composer();
  private final Deque<Prompt> waiting = new ArrayDeque<>();
  private int enterSwallows;
  private int pasteLosses;
  private int prompts;
  private int announced;
  private boolean open;
  private boolean busy;
  private boolean interrupted;
  private boolean hung;
  private String limit;
  private String question;
  private Boolean answer;

  Conversation(
      Screen screen, Spool spool, PromptReceipts receipts, int enterSwallows, int pasteLosses) {
    this.screen = screen;
    this.spool = spool;
    this.receipts = receipts;
    this.enterSwallows = enterSwallows;
    this.pasteLosses = pasteLosses;
  }

  // What the agent does.

  /** Asks before the program starts; answers whether it may. */
  synchronized boolean mayStart(String text) throws InterruptedException {
    open = true;
    notifyAll();
    return text == null || answered(text);
  }

  /** Shows the composer for the first time. */
  synchronized void begin() throws IOException {
    draw("Scripted agent");
    spool.started();
  }

  /** Waits until the program reads its keys. */
  synchronized void awaitOpen() throws InterruptedException {
    while (!open) {
      wait();
    }
  }

  /** Waits for the next prompt; from then on the agent is busy. */
  synchronized Prompt next() throws InterruptedException, IOException {
    while (waiting.isEmpty()) {
      wait();
    }
    Prompt prompt = waiting.remove();
    busy = true;
    interrupted = false;
    announce(prompt);
    draw("\n❯ " + firstLine(prompt.text()) + "\n");
    return prompt;
  }

  /** Ends the turn. */
  synchronized void finish() throws IOException {
    busy = false;
    draw(interrupted ? "  ⎿  Interrupted" : null);
    if (interrupted) {
      spool.idle();
    } else {
      spool.stopped();
    }
  }

  synchronized void say(String text) throws IOException {
    draw("● " + text);
  }

  /** Lets time pass; answers whether nobody interrupted. */
  synchronized boolean pause(long millis) throws InterruptedException {
    long end = System.nanoTime() + millis * 1_000_000;
    for (long left = millis; left > 0 && !interrupted; ) {
      wait(left);
      left = (end - System.nanoTime() + 999_999) / 1_000_000;
    }
    return !interrupted;
  }

  /** Asks in the middle of a turn; answers whether it may go on. */
  synchronized boolean ask(String text) throws InterruptedException, IOException {
    spool.asking(text);
    boolean yes = answered(text);
    draw(null);
    spool.working();
    return yes;
  }

  /** Is limited for a while; prompts that come meanwhile wait. */
  void limited(String text, long millis) throws InterruptedException, IOException {
    synchronized (this) {
      limit = text;
      busy = false;
      draw(null);
      spool.limited(text);
    }
    pause(millis);
    synchronized (this) {
      limit = null;
      interrupted = false;
      draw(null);
      spool.idle();
    }
  }

  /** Goes on with a turn after a limit. */
  synchronized void workAgain() throws IOException {
    busy = true;
    draw(null);
    spool.working();
  }

  /** Never does anything again. */
  synchronized void hang() throws InterruptedException {
    hung = true;
    while (hung) {
      wait();
    }
  }

  /** Ends the program in an orderly way. */
  synchronized void exit(int status) throws IOException {
    spool.ended("prompt_input_exit");
    Runtime.getRuntime().exit(status);
  }

  // What happens at the keyboard.

  @Override
  public synchronized void typed(String text) {
    holdWhenHung();
    if (question != null) {
      decide(text.startsWith("1") ? Boolean.TRUE : text.startsWith("2") ? Boolean.FALSE : null);
      return;
    }
    composer.type(text);
    redraw();
  }

  @Override
  public synchronized void pasted(String text) {
    holdWhenHung();
    if (pasteLosses > 0) {
      pasteLosses--;
    } else if (question == null) {
      composer.paste(text);
      redraw();
    }
  }

  @Override
  public synchronized void enter() {
    holdWhenHung();
    if (question != null) {
      decide(Boolean.TRUE);
    } else if (enterSwallows > 0) {
      enterSwallows--;
    } else if (!composer.isEmpty()) {
      submit();
    }
  }

  @Override
  public synchronized void escape() {
    holdWhenHung();
    if (question != null) {
      decide(Boolean.FALSE);
    } else if (busy) {
      interrupted = true;
      notifyAll();
    }
  }

  @Override
  public synchronized void clear() {
    holdWhenHung();
    composer.clear();
    redraw();
  }

  @Override
  public synchronized void rubOut() {
    holdWhenHung();
    composer.rubOut();
    redraw();
  }

  @Override
  public synchronized void interrupt() {
    holdWhenHung();
    if (busy && !interrupted) {
      interrupted = true;
      notifyAll();
      return;
    }
    try {
      exit(130);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void submit() {
    prompts++;
    waiting.add(Prompt.of(prompts, composer.take()));
    try {
      if (limit != null) {
        announceWaiting();
        spool.limited(limit);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    redraw();
    notifyAll();
  }

  private void announceWaiting() throws IOException {
    for (Prompt prompt : waiting) {
      announce(prompt);
    }
  }

  /** Tells once that the program has the prompt. */
  private void announce(Prompt prompt) throws IOException {
    if (prompt.number() > announced) {
      announced = prompt.number();
      spool.prompted(prompt.text());
      receipts.note(prompt);
    }
  }

  private boolean answered(String text) throws InterruptedException {
    question = text;
    answer = null;
    redraw();
    while (answer == null) {
      wait();
    }
    question = null;
    return answer;
  }

  private void decide(Boolean decided) {
    answer = decided;
    notifyAll();
  }

  private void holdWhenHung() {
    try {
      while (hung) {
        wait();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void redraw() {
    try {
      draw(null);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void draw(String output) throws IOException {
    screen.draw(
        output,
        question == null ? Screen.foot(limit, busy, composer.rows()) : Screen.question(question));
  }

  private static String firstLine(String text) {
    int end = text.indexOf('\n');
    String line = end < 0 ? text : text.substring(0, end) + " …";
    return line.length() > 70 ? line.substring(0, 70) + "…" : line;
  }
}
