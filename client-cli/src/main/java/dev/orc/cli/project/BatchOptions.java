package dev.orc.cli.project;

import dev.orc.cli.batch.BatchFinder;
import dev.orc.cli.command.CommandContext;
import dev.orc.cli.command.Failure;
import dev.orc.cli.command.GivenArguments;
import dev.orc.cli.command.Syntax;
import dev.orc.workflows.model.BatchWish;
import dev.orc.workflows.model.StoryLevel;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * The options that say how several specs are worked on together.
 *
 * @param batch null when none is named
 */
public record BatchOptions(String batch, List<String> filterTags, BatchWish wish) {
  private static final int MOST_AT_A_TIME = 100;

  /** Adds the options to a command. */
  public static Syntax describedIn(Syntax syntax) {
    return SpecArguments.tagsDescribedIn(
            syntax.option("--batch", "NAME", "The batch that the specs are worked on in."))
        .number("--parallel", "N", "So many projects at a time.")
        .flag("--stop-on-error", "Start nothing more once one has failed for good.")
        .option("--log-level", "LEVEL", "The batch's story: debug, info, warning, error.");
  }

  /** Reads them. */
  public static BatchOptions of(GivenArguments given, CommandContext here) {
    Integer parallel = given.number("--parallel");
    if (parallel != null && (parallel < 1 || parallel > MOST_AT_A_TIME)) {
      throw Failure.usage(
          "--parallel " + parallel + " is out of range",
          "Say a number from 1 to " + MOST_AT_A_TIME);
    }
    Boolean goOn = given.flag("--stop-on-error") ? Boolean.FALSE : null;
    return new BatchOptions(
        BatchFinder.requireName(given.text("--batch")),
        SpecArguments.tags(given, here),
        new BatchWish(parallel, goOn, level(given.text("--log-level"))));
  }

  /** Whether one of them is given that means nothing for a spec alone. */
  boolean any() {
    return batch != null || !filterTags.isEmpty() || !wish.equals(BatchWish.NONE);
  }

  private static String level(String word) {
    if (word == null) {
      return null;
    }
    String level = word.toUpperCase(Locale.ROOT);
    if (Arrays.stream(StoryLevel.values()).noneMatch(one -> one.name().equals(level))) {
      throw Failure.usage(
          "'" + word + "' is no level of a story", "Say debug, info, warning or error");
    }
    return level;
  }
}
