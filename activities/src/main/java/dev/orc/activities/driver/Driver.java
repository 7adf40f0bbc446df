package dev.orc.activities.driver;

import dev.orc.workflows.model.Program;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What we know about one agent program. Thread-safe: it is data. */
public interface Driver {
  String name();

  /** The command line and environment for one life, hooks and pre-accepted trust prepared. */
  Start prepare(StartOrder order);

  /** Reads the screen's bottom lines. */
  Reading read(String screen, Instant now, ZoneId zone);

  /** Reads one line that the program's hook wrote; empty when it says nothing about condition. */
  Optional<Reading> read(HookEvent event, Instant now, ZoneId zone);

  /** Whether its hooks tell of prompts, so that a delivery is confirmed by them. */
  boolean confirmsPrompts();

  /** Whether the text of this hook event (a prompt receipt) holds the message's id. */
  boolean isReceiptOf(HookEvent event, String messageId);

  /** What the composer holds now, as far as the screen shows it; empty when it is empty. */
  Optional<String> composer(String screen);

  /** The wait between the end of a paste and Enter. */
  Duration gapBeforeEnter();

  /** tmux keys that empty the composer; never an interrupt. */
  List<String> clearKeys();

  /** What to answer to a dialog on the screen, as tmux keys; empty when only a person may. */
  Optional<List<String>> answer(String dialog);

  /** How one prompt is answered without a terminal; empty when the program can not do that. */
  Optional<HeadlessStart> headless(HeadlessOrder order);

  /** The answer in what such a run has printed; empty when it is not where it should be. */
  Optional<String> headlessAnswer(String printed);

  /** Why the program can not be used on this host, with the remedy; empty when it can. */
  Optional<String> unusable();

  /**
   * @param spool where the program's hooks write their lines
   * @param environment what every agent gets: ORC_PROJECT, ORC_ROLE and so on
   */
  record StartOrder(
      String project,
      String role,
      int incarnation,
      Program program,
      Path worktree,
      Path stateFolder,
      Path spool,
      Map<String, String> environment) {}

  /**
   * @param directory where the program is started
   */
  record HeadlessOrder(String project, Path directory, Path stateFolder, String prompt) {}

  /**
   * A program to run to its end, without a shell.
   *
   * @param input what it reads from its standard input; may be empty
   */
  record HeadlessStart(List<String> command, Map<String, String> environment, String input) {
    public HeadlessStart {
      command = List.copyOf(command);
      environment = Map.copyOf(environment);
    }
  }

  /** A program to start, without a shell. */
  record Start(List<String> command, Map<String, String> environment) {
    public Start {
      command = List.copyOf(command);
      environment = Map.copyOf(environment);
    }
  }
}
