package dev.orc.activities.host.tmux;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/**
 * One life of a control-mode connection: commands go out without waiting for each other, replies
 * come back in order. It ends once, by itself or by {@link #discard}, and then answers nothing any
 * more. Thread-safe.
 */
final class ControlConnection {
  /** How long the server may say nothing at all while a command waits. */
  static final Duration SILENCE = Duration.ofSeconds(2);

  private final Process process;
  private final Consumer<String> notifications;
  private final Consumer<String> onEnd;
  private final BlockingQueue<ControlRequest> outgoing = new LinkedBlockingQueue<>();
  private final Queue<ControlRequest> waiting = new ConcurrentLinkedQueue<>();
  private final CountDownLatch attached = new CountDownLatch(1);
  private final AtomicBoolean ended = new AtomicBoolean();
  private volatile long heardAt = System.nanoTime();

  private ControlConnection(
      Process process, Consumer<String> notifications, Consumer<String> onEnd) {
    this.process = process;
    this.notifications = notifications;
    this.onEnd = onEnd;
  }

  /**
   * Starts the client process.
   *
   * @param notifications told each notification's line, on the reading thread; must not block
   * @param onEnd told once, when the connection has ended, why
   */
  static ControlConnection open(
      ProcessBuilder client, Consumer<String> notifications, Consumer<String> onEnd)
      throws IOException {
    ControlConnection connection = new ControlConnection(client.start(), notifications, onEnd);
    thread("orc-tmux-read", connection::read).start();
    thread("orc-tmux-write", connection::write).start();
    return connection;
  }

  boolean alive() {
    return !ended.get();
  }

  /** The process id of the client. */
  long pid() {
    return process.pid();
  }

  /** Sends the batch and waits for its reply. */
  Reply run(CommandGroup batch) throws ConnectionLost {
    ControlRequest request = new ControlRequest(batch);
    long start = System.nanoTime();
    outgoing.add(request);
    if (ended.get()) {
      request.lose("the connection has ended");
    }
    try {
      return await(request, start);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new TmuxException("interrupted while tmux was at: " + batch.summary(), e);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof ConnectionLost lost) {
        throw lost;
      }
      throw new TmuxException("tmux could not do: " + batch.summary(), e);
    }
  }

  private Reply await(ControlRequest request, long start)
      throws InterruptedException, ExecutionException {
    while (true) {
      long left = SILENCE.toNanos() - quietFor(start);
      if (left <= 0) {
        discard("it stopped answering");
      }
      try {
        return request.reply().get(Math.max(left, 1), TimeUnit.NANOSECONDS);
      } catch (TimeoutException e) {
        continue; // it may have answered others meanwhile, and then it is alive
      }
    }
  }

  /** For how long no reply came, counted from the start at the earliest. */
  private long quietFor(long start) {
    long now = System.nanoTime();
    return Math.min(now - start, now - heardAt);
  }

  /** Ends the connection; whatever waits for a reply is told. */
  void discard(String why) {
    if (!ended.compareAndSet(false, true)) {
      return;
    }
    // By its handle, since ending it by the process itself would wait for a writer that is stuck.
    process.toHandle().destroyForcibly();
    attached.countDown();
    outgoing.add(new ControlRequest(CommandGroup.once())); // wakes the writer
    loseAll(outgoing, why);
    loseAll(waiting, why);
    onEnd.accept(why);
  }

  private static void loseAll(Queue<ControlRequest> requests, String why) {
    for (ControlRequest request : requests) {
      request.lose(why);
    }
  }

  private void write() {
    try (OutputStream out = process.getOutputStream()) {
      attached.await(); // what comes sooner is carried out as if by nobody
      while (alive()) {
        send(outgoing.take(), out);
      }
    } catch (IOException e) {
      discard("it can not be written to: " + e.getMessage());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      discard("its writer was interrupted");
    }
  }

  private void send(ControlRequest request, OutputStream out) throws IOException {
    if (request.reply().isDone() || !alive()) {
      return;
    }
    request.markSent();
    waiting.add(request);
    if (!alive()) {
      request.lose("the connection has ended");
    }
    out.write(request.line());
    out.flush();
  }

  private void read() {
    ControlProtocol protocol = new ControlProtocol(new Replies());
    try (BufferedReader in =
        new BufferedReader(
            new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8), 1 << 16)) {
      for (String line = in.readLine(); line != null && alive(); line = in.readLine()) {
        protocol.line(line);
        if (protocol.insideReply()) {
          heardAt = System.nanoTime();
        }
      }
      discard("it was closed");
    } catch (IOException e) {
      discard("it can not be read: " + e.getMessage());
    }
  }

  /** Gives each block to the request that has waited longest. */
  private final class Replies implements ControlProtocol.Sink {
    @Override
    public void reply(boolean ok, List<String> lines) {
      heardAt = System.nanoTime();
      ControlRequest first = waiting.peek();
      if (first == null) {
        discard("it answered what nobody asked");
      } else if (first.take(ok, lines)) {
        waiting.remove();
      }
    }

    @Override
    public void notification(String line) {
      if (line.startsWith("%session-changed ")) {
        attached.countDown();
      }
      notifications.accept(line);
    }

    @Override
    public void exit() {
      discard("the server ended it");
    }

    @Override
    public void garbled(String line) {
      discard("its replies can no longer be told apart");
    }
  }

  private static Thread thread(String name, Runnable body) {
    Thread thread = new Thread(body, name);
    thread.setDaemon(true);
    return thread;
  }
}
