package dev.orc.cli.host;

import dev.orc.cli.command.Command;
import dev.orc.cli.command.CommandContext;
import dev.orc.cli.command.Failure;
import dev.orc.cli.command.GivenArguments;
import dev.orc.cli.command.Syntax;

/**
 * {@code orc key}: only its description. Keys are not to be seen from here, so the launcher starts
 * a Java that sees them.
 */
public final class Key implements Command {
  @Override
  public Syntax syntax() {
    return Syntax.of(this, "key", "Keep the keys that seal what goes through Temporal.")
        .word("VERB", "show, rotate, export FILE or import FILE.")
        .words("FILE", "Where keys are written to, or come from.", 0)
        .flag("--prepare", "With rotate: make the next key, and seal with it from the next rotate.")
        .flag("--seal", "With import: seal with the key that seals where the file comes from.")
        .example("orc key show")
        .example("orc key export keys.orc && scp keys.orc other:");
  }

  @Override
  public int run(GivenArguments given, CommandContext here) {
    throw Failure.usage("the launcher keeps keys", "Run it by the launcher: ./orc key show");
  }
}
