package dev.orc.activities.plan.team;

import dev.orc.base.text.CleanText;
import dev.orc.base.text.Template;
import dev.orc.workflows.activities.AgentActivities.Handover;
import dev.orc.workflows.activities.AgentActivities.LaunchOrder;
import dev.orc.workflows.model.Role;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What the gaps of a brief are filled with. Pure. */
final class BriefValues {
  /** The gaps that a template may have, in the order of the bundled one. */
  static final List<String> NAMES =
      List.of(
          "role",
          "project",
          "duty",
          "recovered",
          "task",
          "handovers",
          "part",
          "worktree",
          "branch",
          "branchrule",
          "starting",
          "folders",
          "team",
          "talks",
          "example",
          "hub",
          "done",
          "title",
          "spec");

  private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9._/@+-]+");

  private BriefValues() {}

  static Map<String, String> of(LaunchOrder order, Optional<LibraryRole> known, String spec) {
    Role role = order.role();
    BriefTeam team = new BriefTeam(order.team(), role);
    Map<String, String> values = new HashMap<>();
    values.put("role", role.name());
    values.put("project", order.project());
    values.put("title", CleanText.oneLine(order.spec().title()));
    values.put("worktree", CleanText.oneLine(order.worktree().path()));
    values.put("branch", branch(order));
    values.put("starting", CleanText.oneLine(order.repository().branch()));
    values.put("hub", team.hub());
    // A role's own part may use what is there so far, and nothing of what others wrote.
    values.put("part", known.map(library -> part(library, values)).orElse(""));
    values.put("duty", CleanText.oneLine(role.duty()));
    values.put("recovered", order.recovered() ? recovered(order) : "");
    values.put("task", role.temporary() ? task(role) : "");
    values.put("handovers", handovers(order.handovers()));
    values.put("branchrule", branchRule(order));
    values.put("folders", known.map(BriefValues::folders).orElse(""));
    values.put("team", team.listed());
    values.put("talks", team.talks() + (team.hasOthersToLead() ? temporary(order) : ""));
    values.put("example", team.partner());
    values.put("done", BriefDone.of(order, team));
    values.put("spec", CleanText.forTerminal(spec));
    return values;
  }

  private static String temporary(LaunchOrder order) {
    return """


        For one task that nobody here has the time or the knowledge for, fetch somebody: \
        `orc team add %s ROLE --temp --task "what is to be done, and what proves it"`; it ends when it has reported \
        that done, and its branch is merged. `orc team roles` lists whom there is."""
        .formatted(order.project());
  }

  private static String part(LibraryRole library, Map<String, String> values) {
    return Template.of(library.brief()).filled(values);
  }

  private static String recovered(LaunchOrder order) {
    return """

        ## You were here before

        You were started again; this is your life number %d, and you remember nothing of the earlier ones. \
        Before anything else look at `git status` and `git log --oneline -15` in your worktree, commit what \
        is worth keeping, and go on from there. Do not begin anew.
        """
        .formatted(order.incarnation());
  }

  private static String task(Role role) {
    return """

        ## Your one task

        %s

        You are here for this alone and take on nothing else. Commit, then say `orc report done "what is there"`: \
        that ends you, and your branch is merged. If it turns out to be larger than it looks, report that and stop.
        """
        .formatted(quoted(role.task()));
  }

  private static String handovers(List<Handover> handovers) {
    return handovers.isEmpty()
        ? ""
        : "\n## What is handed over to you\n\nTake it up before you begin, and read it.\n"
            + handovers.stream().map(BriefValues::handover).collect(Collectors.joining());
  }

  private static String handover(Handover handover) {
    String from = "\nFrom " + CleanText.oneLine(handover.role());
    String merge =
        handover.branch() == null
            ? ", without a branch:"
            : ", with `git merge " + word(handover.branch()) + "`:";
    String words = handover.text() == null ? "" : handover.text();
    return from + merge + "\n\n" + quoted(words.isBlank() ? "(no words)" : words) + "\n";
  }

  /** A branch's name as a shell takes it for one word. */
  private static String word(String branch) {
    String clean = CleanText.oneLine(branch);
    return PLAIN.matcher(clean).matches() ? clean : "'" + clean.replace("'", "'\\''") + "'";
  }

  /** What others wrote stays theirs: no line of it can pass for a line of the brief. */
  private static String quoted(String text) {
    return CleanText.forTerminal(text)
        .strip()
        .lines()
        .map(line -> ("> " + line).stripTrailing())
        .collect(Collectors.joining("\n"));
  }

  private static String branch(LaunchOrder order) {
    String branch = order.worktree().branch();
    return branch == null ? "HEAD" : CleanText.oneLine(branch);
  }

  private static String branchRule(LaunchOrder order) {
    return order.worktree().branch() == null
        ? "You are on no branch; that is all right: commit as usual, your commits are found."
        : "Your branch is `" + branch(order) + "`. Stay on it.";
  }

  private static String folders(LibraryRole library) {
    return library.folders().isEmpty()
        ? ""
        : "- Your work lies in "
            + library.folders().stream()
                .map(folder -> "`" + folder + "`")
                .collect(Collectors.joining(", "))
            + ", or where this project keeps such things. Ask whoever owns the rest before you change it.\n";
  }
}
