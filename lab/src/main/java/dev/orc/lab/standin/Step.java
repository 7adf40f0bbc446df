package dev.orc.lab.standin;

import java.time.Duration;
import java.util.List;

/** Something that a role does on its way to the goal. */
sealed interface Step {
  /** Whether a call that the model has made is this step. */
  boolean is(String call);

  /** As the model's next move. */
  Move move(Duration thinks);

  /** A command of the shell. */
  record Command(String line) implements Step {
    @Override
    public boolean is(String call) {
      return call.equals(line);
    }

    @Override
    public Move move(Duration thinks) {
      return new Move.Run(line, false, thinks);
    }
  }

  /** A file beside those that are there already. */
  record File(String name, List<String> lines) implements Step {
    @Override
    public boolean is(String call) {
      Move.Run byShell = new Move.Write(name, lines, Duration.ZERO).asRun();
      return call.equals(Move.Write.told(name)) || call.equals(byShell.command());
    }

    @Override
    public Move move(Duration thinks) {
      return new Move.Write(name, lines, thinks);
    }
  }

  static Step run(String line) {
    return new Command(line);
  }

  static Step write(String name, String... lines) {
    return new File(name, List.of(lines));
  }
}
