package dev.orc.cli.project;

import dev.orc.base.files.Bundled;
import dev.orc.base.files.GitMark;
import dev.orc.base.text.Template;
import dev.orc.cli.command.Command;
import dev.orc.cli.command.CommandContext;
import dev.orc.cli.command.Failure;
import dev.orc.cli.command.GivenArguments;
import dev.orc.cli.command.Syntax;
import dev.orc.cli.screen.Clean;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * {@code orc spec new}: a Spec Kit directory from the templates that come with orc, with the next
 * number. Needs no worker and no network; whatever is there stays as it is.
 */
public final class SpecNew implements Command {
  private static final List<String> DOCUMENTS = List.of("spec.md", "plan.md", "tasks.md");
  private static final Pattern NUMBERED = Pattern.compile("(\\d{3,9})-(.+)");
  private static final int LONGEST = 48;

  @Override
  public Syntax syntax() {
    return Syntax.of(this, "new", "Make a Spec Kit directory from templates, with the next number.")
        .word("NAME", "What it is about, in a few words.")
        .option("--project", "DIR", "The repository; otherwise the one around this directory.")
        .flag("--example", "A finished example instead, which orc spec check finds right.")
        .example("orc spec new \"photo albums\"")
        .example("orc spec new word-count --example");
  }

  @Override
  public int run(GivenArguments given, CommandContext here) {
    String title = Clean.line(given.word(0)).strip();
    String name = name(title);
    Path specs = root(given.text("--project"), here).resolve("specs");
    Path directory = specs.resolve(next(specs, name));
    boolean example = given.flag("--example");
    LocalDate today = here.now().atZone(ZoneId.systemDefault()).toLocalDate();
    Map<String, String> values =
        Map.of(
            "title", title,
            "directory", directory.getFileName().toString(),
            "date", today.toString());
    try {
      Files.createDirectories(directory);
      for (String document : DOCUMENTS) {
        String template = "kit/" + (example ? "example/" : "template/") + document;
        Files.writeString(
            directory.resolve(document),
            filled(Bundled.text(SpecNew.class, template), values),
            StandardOpenOption.CREATE_NEW);
      }
    } catch (IOException e) {
      throw Failure.failed(
          directory + " can not be made: " + e.getMessage(), "See whether the folder is yours");
    }
    here.say("Made " + directory + " with " + String.join(", ", DOCUMENTS) + ".");
    here.say(
        example
            ? "It is complete: orc spec check " + directory
            : "Fill in what stands in brackets; what is left of it says: orc spec check "
                + directory);
    return Failure.DONE;
  }

  private static String filled(String text, Map<String, String> values) {
    return Template.of(text).filled(values);
  }

  private static String name(String title) {
    String name =
        title.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-+|-+$", "");
    if (name.isEmpty() || name.length() > LONGEST) {
      throw Failure.usage(
          "'" + title + "' makes no name for a directory",
          "Say it in a few words of letters and digits, " + LONGEST + " characters at most");
    }
    return name;
  }

  /** The repository's root; a directory of no repository is its own. */
  private static Path root(String named, CommandContext here) {
    Path directory = here.directory().resolve(named == null ? "" : named).normalize();
    if (!Files.isDirectory(directory)) {
      throw Failure.notFound(directory + " is no directory", "Name one with --project DIR");
    }
    return GitMark.around(directory).orElse(directory);
  }

  /** The name with the number after the highest that is there. */
  private static String next(Path specs, String name) {
    int highest = 0;
    for (String taken : taken(specs)) {
      Matcher numbered = NUMBERED.matcher(taken);
      if (numbered.matches()) {
        if (numbered.group(2).equals(name)) {
          throw new Failure(
              Failure.REFUSED,
              specs.resolve(taken) + " is there already",
              "Go on with that one, or take another name");
        }
        highest = Math.max(highest, Integer.parseInt(numbered.group(1)));
      }
    }
    return String.format(Locale.ROOT, "%03d-%s", highest + 1, name);
  }

  private static List<String> taken(Path specs) {
    if (!Files.isDirectory(specs)) {
      return List.of();
    }
    try (Stream<Path> inside = Files.list(specs)) {
      return inside.map(path -> path.getFileName().toString()).toList();
    } catch (IOException e) {
      throw Failure.failed(specs + " can not be read", "See its permissions: ls -ld " + specs);
    }
  }
}
