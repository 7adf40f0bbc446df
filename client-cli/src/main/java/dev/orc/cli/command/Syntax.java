package dev.orc.cli.command;

import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/**
 * Describes a command without annotations, which would cost every command 40 ms of reflection. Not
 * thread-safe.
 */
public final class Syntax {
  private static final int WIDTH = 80;

  private final CommandSpec spec;
  private final List<String> examples = new ArrayList<>();
  private int positionals;

  private Syntax(Command command, String name, String summary) {
    spec = CommandSpec.wrapWithoutInspection(command).name(name);
    spec.usageMessage()
        .description(summary, "")
        .width(WIDTH)
        .sortOptions(false)
        .abbreviateSynopsis(true)
        .parameterListHeading("")
        .optionListHeading("")
        .commandListHeading("Commands:%n")
        .footerHeading("%nExample:%n");
    spec.parser().expandAtFiles(false).caseInsensitiveEnumValuesAllowed(true);
    spec.addOption(
        OptionSpec.builder("-h", "--help").usageHelp(true).description("Show this help.").build());
  }

  /** Starts the description; the summary is one sentence. */
  public static Syntax of(Command command, String name, String summary) {
    return new Syntax(command, name, summary);
  }

  public Syntax example(String line) {
    examples.add("  " + line);
    spec.usageMessage().footer(examples.toArray(String[]::new));
    return this;
  }

  /** One word that must be there. */
  public Syntax word(String label, String description) {
    return positional(label, description, String.class, "1");
  }

  /** One word that may be there. */
  public Syntax optionalWord(String label, String description) {
    return positional(label, description, String.class, "0..1");
  }

  /** All the words that follow; ask with {@link GivenArguments#words}. */
  public Syntax words(String label, String description, int least) {
    spec.parser().unmatchedOptionsArePositionalParams(true);
    return positional(label, description, String[].class, least + "..*");
  }

  public Syntax flag(String name, String description) {
    spec.addOption(
        OptionSpec.builder(name.split(",", -1))
            .type(boolean.class)
            .arity("0")
            .description(description)
            .build());
    return this;
  }

  public Syntax option(String name, String label, String description) {
    return option(name, label, description, String.class);
  }

  public Syntax number(String name, String label, String description) {
    return option(name, label, description, Integer.class);
  }

  /** May be given again and again. */
  public Syntax options(String name, String label, String description) {
    return option(name, label, description, String[].class);
  }

  /** May be given again and again, and with several values at once. */
  public Syntax files(String name, String label, String description) {
    spec.addOption(
        OptionSpec.builder(name)
            .paramLabel(label)
            .type(String[].class)
            .arity("1..*")
            .description(description)
            .build());
    return this;
  }

  /** The flag of everything that lists. */
  public Syntax json() {
    return flag("--json", "Answer as JSON.");
  }

  /** Adds commands below this one. */
  public Syntax below(List<Command> commands) {
    for (Command command : commands) {
      CommandSpec lower = command.syntax().spec();
      spec.addSubcommand(lower.name(), lower);
    }
    return this;
  }

  /** The finished description; its user object is the command. */
  public CommandSpec spec() {
    return spec;
  }

  private Syntax positional(String label, String description, Class<?> type, String arity) {
    boolean rest = type.isArray();
    spec.addPositional(
        PositionalParamSpec.builder()
            .index(rest ? positionals + "..*" : String.valueOf(positionals))
            .paramLabel(label)
            .type(type)
            .arity(arity)
            .required(!arity.startsWith("0"))
            .description(description)
            .build());
    positionals++;
    return this;
  }

  private Syntax option(String name, String label, String description, Class<?> type) {
    spec.addOption(
        OptionSpec.builder(name.split(",", -1))
            .paramLabel(label)
            .type(type)
            .arity("1")
            .description(description)
            .build());
    return this;
  }
}
