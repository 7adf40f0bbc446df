package dev.orc.activities.agent.driver;

import dev.orc.activities.agent.channel.PaneStart;
import dev.orc.activities.agent.channel.Wiring;
import dev.orc.workflows.model.Program;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What we know about one agent program. Thread-safe: it is data. */
public interface Driver {
  String name();

  /** The command line and environment for one life, hooks and pre-accepted trust prepared. */
  PaneStart prepare(StartOrder order);

  /** How the program is spoken to besides its composer. */
  Wiring wiring(StartOrder order);

  /** Whether its conversation is named by us, so that a later life can go on with it. */
  boolean namesConversation();

  /** What stands before a first prompt on its command line; empty when it takes none. */
  Optional<List<String>> promptArguments();

  /** Reads the screen's bottom lines. */
  Reading read(String screen, Instant now, ZoneId zone);

  /** Reads one line that the program's hook wrote; empty when it says nothing about condition. */
  Optional<Reading> read(HookEvent event, Instant now, ZoneId zone);

  /** Whether its hooks tell of prompts, so that a delivery is confirmed by them. */
  boolean confirmsPrompts();

  /** Whether its hooks tell when it has started, so that a picture of a composer is no sign. */
  boolean tellsStart();

  /** Whether its receipt for a prompt comes when a working program has only queued it. */
  boolean receiptsWhenQueued();

  /** Whether the text of this hook event (a prompt receipt) holds the message's id. */
  boolean isReceiptOf(HookEvent event, String messageId);

  /** What the composer holds now, as far as the screen shows it; empty when it is empty. */
  Optional<String> composer(String screen);

  /** The wait between the end of a paste and Enter. */
  Duration gapBeforeEnter();

  /** What is pasted behind a text; may be empty. */
  String ending();

  /** tmux keys that empty the composer; never an interrupt. */
  List<String> clearKeys();

  /**
   * The next keys towards the answer to the question on the screen; empty when none is asked, or
   * when only a person may answer it.
   */
  Optional<DialogAnswer> answer(String screen);

  /** The question on the screen; empty when none is open. */
  Optional<ScreenQuestion> question(String screen);

  /**
   * The next keys towards a choice that a person has made; empty when it can not be reached.
   *
   * @param choice its place among the question's options, from 0 on
   */
  Optional<DialogAnswer> choose(String screen, int choice);

  /** How one prompt is answered without a terminal; empty when the program can not do that. */
  Optional<HeadlessStart> headless(HeadlessOrder order);

  /** The answer in what such a run has printed; empty when it is not where it should be. */
  Optional<String> headlessAnswer(String printed);

  /** Every mark that it looks for on a screen, by its place in the driver file. */
  Set<String> marks();

  /** Those of them that some line of the screen has. */
  Set<String> marksOn(String screen);

  /** The version that the program says it has; {@code unknown} when it says none. */
  String version();

  /** Why the program can not be used on this host, with the remedy; empty when it can. */
  Optional<String> unusable();

  /**
   * @param spool where the program's hooks write their lines
   * @param environment what every agent gets: ORC_PROJECT, ORC_ROLE and so on
   * @param conversation the id of its conversation; null for none of ours
   * @param resumes whether that conversation is gone on with
   */
  record StartOrder(
      String project,
      String role,
      int incarnation,
      Program program,
      Path worktree,
      Path stateFolder,
      Path spool,
      Map<String, String> environment,
      String conversation,
      boolean resumes) {
    public StartOrder(
        String project,
        String role,
        int incarnation,
        Program program,
        Path worktree,
        Path stateFolder,
        Path spool,
        Map<String, String> environment) {
      this(
          project,
          role,
          incarnation,
          program,
          worktree,
          stateFolder,
          spool,
          environment,
          null,
          false);
    }
  }

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
}
