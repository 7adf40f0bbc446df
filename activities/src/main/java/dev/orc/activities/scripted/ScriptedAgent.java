package dev.orc.activities.scripted;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;

/**
 * A program that behaves like a coding agent in a real terminal, from a playbook; docs/
 * scripted-agent.md explains it.
 *
 * <p>Hundreds run at once, so this package uses neither lambdas nor libraries: what it does not
 * load need not start.
 */
public final class ScriptedAgent {
  private static final long ESCAPE_PATIENCE_NANOS = 5_000_000;

  private ScriptedAgent() {}

  public static void main(String[] arguments) {
    try {
      PaneEnvironment surroundings = PaneEnvironment.of(System.getenv());
      if (arguments.length > 0 && arguments[0].equals("--headless")) {
        String[] rest = Arrays.copyOfRange(arguments, 1, arguments.length);
        Headless.answer(playbookOf(rest, System.getenv()), surroundings);
      } else {
        start(playbookOf(arguments, System.getenv()), surroundings);
      }
    } catch (IOException | RuntimeException e) {
      fail(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Ends the program with one line that says why. */
  static void fail(Exception e) {
    System.err.print("scripted agent: " + e.getMessage() + "\r\n");
    System.err.flush();
    Runtime.getRuntime().exit(2);
  }

  private static void start(String wanted, PaneEnvironment surroundings)
      throws IOException, InterruptedException {
    Playbook playbook = Library.find(wanted, surroundings.role(), surroundings.incarnation());
    RawTerminal terminal = new RawTerminal();
    terminal.open();
    Conversation conversation =
        new Conversation(
            new Screen(terminal),
            new Spool(surroundings, playbook.hooks()),
            new PromptReceipts(surroundings),
            playbook.swallowedEnters(),
            playbook.lostPastes());
    new Player(playbook, conversation, surroundings).start();
    conversation.awaitOpen();
    readKeys(terminal.in(), new KeyParser(conversation));
    conversation.exit(0);
  }

  private static void readKeys(InputStream in, KeyParser parser) throws IOException {
    byte[] chunk = new byte[16_384];
    for (int length = in.read(chunk); length >= 0; length = in.read(chunk)) {
      parser.feed(chunk, length);
      if (parser.undecided() && in.available() == 0) {
        // The rest of a key's sequence may be on its way; only time tells the Escape key from it.
        LockSupport.parkNanos(ESCAPE_PATIENCE_NANOS);
        if (in.available() == 0) {
          parser.decide();
        }
      }
    }
  }

  private static String playbookOf(String[] arguments, Map<String, String> environment) {
    if (arguments.length == 2 && arguments[0].equals("--playbook")) {
      return arguments[1];
    }
    if (arguments.length > 0) {
      throw new IllegalArgumentException(
          "usage: [--headless] --playbook FILE, or --playbook demo|load|idle");
    }
    String wanted = environment.getOrDefault("ORC_PLAYBOOK", "");
    return wanted.isEmpty() ? "idle" : wanted;
  }
}
