package dev.orc.cli.host;

import java.util.List;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** Writes completions for fish, which the command library does not know. Stateless. */
final class FishCompletion {
  private FishCompletion() {}

  static String script(CommandSpec root) {
    StringBuilder script =
        new StringBuilder("# Completions of orc for fish.\ncomplete -c orc -f\n");
    for (Map.Entry<String, CommandLine> command : root.subcommands().entrySet()) {
      CommandSpec spec = command.getValue().getCommandSpec();
      offer(script, "__fish_use_subcommand", command.getKey(), spec);
      options(script, List.of(command.getKey()), spec);
      for (Map.Entry<String, CommandLine> lower : spec.subcommands().entrySet()) {
        CommandSpec lowerSpec = lower.getValue().getCommandSpec();
        offer(script, seen(List.of(command.getKey())), lower.getKey(), lowerSpec);
        options(script, List.of(command.getKey(), lower.getKey()), lowerSpec);
      }
    }
    return script.toString();
  }

  private static void offer(StringBuilder script, String when, String name, CommandSpec spec) {
    script
        .append("complete -c orc -n '")
        .append(when)
        .append("' -a ")
        .append(name)
        .append(" -d ")
        .append(quoted(spec.usageMessage().description()[0]))
        .append('\n');
  }

  private static void options(StringBuilder script, List<String> path, CommandSpec spec) {
    for (OptionSpec option : spec.options()) {
      script.append("complete -c orc -n '").append(seen(path)).append('\'');
      for (String name : option.names()) {
        script.append(
            name.startsWith("--") ? " -l " + name.substring(2) : " -s " + name.substring(1));
      }
      script.append(option.arity().max() > 0 ? " -r" : "");
      script.append(" -d ").append(quoted(option.description()[0])).append('\n');
    }
  }

  private static String seen(List<String> path) {
    StringBuilder all = new StringBuilder();
    for (String word : path) {
      all.append(all.isEmpty() ? "" : "; and ").append("__fish_seen_subcommand_from ").append(word);
    }
    return all.toString();
  }

  private static String quoted(String text) {
    return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'";
  }
}
