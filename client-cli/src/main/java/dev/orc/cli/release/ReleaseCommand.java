package dev.orc.cli.release;

import dev.orc.cli.command.Command;
import dev.orc.cli.command.CommandContext;
import dev.orc.cli.command.Failure;
import dev.orc.cli.command.GivenArguments;
import dev.orc.cli.command.Syntax;
import dev.orc.cli.command.YesOrNo;
import dev.orc.cli.screen.Clean;
import java.time.LocalDate;
import java.util.List;
import java.util.regex.Pattern;

/**
 * {@code orc release}: plans a release of the repository of the current directory, shows it, and
 * makes it.
 */
public final class ReleaseCommand implements Command {
  private static final Pattern AUTHOR =
      Pattern.compile("[^<>\\p{Cntrl}]+ <[^<>\\s\\p{Cntrl}]+@[^<>\\s\\p{Cntrl}]+>");

  @Override
  public Syntax syntax() {
    return Syntax.of(
            this, "release", "Commit, tag the next semantic version, and push, all in one step.")
        .word("MESSAGE", "As 'feat: …'; 'feat!: …' and BREAKING CHANGE count as breaking.")
        .flag("-a,--all", "Commit new files too, and all changes beside those staged.")
        .options("--co-author", "'NAME <MAIL>'", "Names somebody who wrote it too.")
        .flag("--no-push", "Keep it here, also where there is a remote.")
        .flag("-y,--yes", "Also when there is nothing to commit, without asking.")
        .flag("--dry-run", "Show all of it; change nothing.")
        .example("orc release 'feat: pay by invoice' --dry-run")
        .example("orc release 'fix: count the last page' --no-push");
  }

  @Override
  public int run(GivenArguments given, CommandContext here) {
    boolean dry = given.flag("--dry-run");
    OwnGit git = OwnGit.of(here);
    ReleasePlan plan = new ReleasePlanner(git, wish(given), LocalDate.now(here.clock())).plan();
    show(plan, dry, here);
    if (dry) {
      return Failure.DONE;
    }
    if (plan.files().isEmpty() && !given.flag("-y")) {
      ask(plan, here);
    }
    ReleaseSteps steps = new ReleaseSteps(git, plan);
    steps.make();
    here.tell("Released " + plan.tag());
    if (plan.push() != null) {
      steps.push();
      here.tell(Clean.line("Pushed to " + plan.push().remote()));
    }
    return Failure.DONE;
  }

  private static ReleasePlanner.Wish wish(GivenArguments given) {
    ReleaseMessage message = new ReleaseMessage(given.word(0));
    if (message.text().isEmpty()) {
      throw Failure.usage("the message is empty", "Say what it brings: orc release 'feat: …'");
    }
    List<String> authors = given.texts("--co-author");
    for (String author : authors) {
      if (!AUTHOR.matcher(author).matches()) {
        throw Failure.usage("'" + author + "' is no author", "Say 'NAME <MAIL>'");
      }
    }
    return new ReleasePlanner.Wish(message, authors, given.flag("-a"), !given.flag("--no-push"));
  }

  private static void ask(ReleasePlan plan, CommandContext here) {
    String what = "there is nothing to commit";
    if (!YesOrNo.canBeAsked(here)) {
      throw new Failure(
          Failure.REFUSED, what, "Change something, or release what is committed already: --yes");
    }
    if (!YesOrNo.ask(here, "There is nothing to commit. Release it as " + plan.tag() + "?")) {
      throw new Failure(Failure.REFUSED, "not released", "Change something, then release again");
    }
  }

  private static void show(ReleasePlan plan, boolean dry, CommandContext here) {
    String would = dry ? "Would release " : "Releasing ";
    here.say(
        Clean.line(
            would
                + plan.tag()
                + " after "
                + plan.last()
                + " ("
                + plan.level()
                + ") on "
                + plan.branch()));
    for (String file : plan.files()) {
      here.say("  " + Clean.line(file));
    }
    if (!dry) {
      here.out().flush();
      return;
    }
    part("Commit:", plan.commits() ? Clean.lines(plan.message()).lines().toList() : null, here);
    part("CHANGELOG.md:", plan.changelog() == null ? null : plan.changelog().lines(), here);
    here.say("Tag: " + plan.tag());
    here.say(
        plan.push() == null
            ? "Push: nowhere"
            : Clean.line("Push: " + plan.push().command(plan.tag())));
  }

  private static void part(String title, List<String> lines, CommandContext here) {
    if (lines == null) {
      here.say(title + " none");
      return;
    }
    here.say(title);
    lines.forEach(line -> here.say(("  " + Clean.line(line)).stripTrailing()));
  }
}
