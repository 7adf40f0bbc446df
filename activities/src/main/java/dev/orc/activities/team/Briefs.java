package dev.orc.activities.team;

import dev.orc.activities.files.WholeFile;
import dev.orc.workflows.activities.AgentActivities.LaunchOrder;
import dev.orc.workflows.model.HostFolders;
import dev.orc.workflows.model.Role;
import dev.orc.workflows.model.Spec;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Writes what an agent is told when it starts or starts again. Immutable. */
public final class Briefs {
  /** A longer spec is named instead of repeated. */
  private static final int SPEC_REPEATED_BYTES = 20 * 1024;

  private final HostFolders folders;
  private final RoleLibrary library = RoleLibrary.bundled();
  private final Template template = Template.bundled("brief.md");

  public Briefs(HostFolders folders) {
    this.folders = folders;
  }

  /** Writes the brief for one life of the agent; writing it again gives the same file. */
  public Path write(LaunchOrder order) {
    Path file =
        folders
            .project(order.project())
            .resolve("briefs")
            .resolve(order.role().name() + "-" + order.incarnation() + ".md");
    WholeFile.write(file, render(order));
    return file;
  }

  /** The brief's text. */
  public String render(LaunchOrder order) {
    Role role = order.role();
    Map<String, String> values = new HashMap<>();
    values.put("role", role.name());
    values.put("project", order.project());
    values.put("duty", role.duty());
    values.put("recovered", order.recovered() ? recovered(order) : "");
    values.put("duties", duties(role));
    values.put("worktree", "`" + order.worktree().path() + "`");
    values.put("branch", branch(order));
    values.put("starting", order.repository().branch());
    values.put("team", team(order));
    values.put("talks", talks(role));
    values.put("example", partner(order));
    values.put("hub", hub(order));
    values.put("done", done(order));
    values.put("title", order.spec().title());
    values.put("spec", spec(order.spec()));
    return template.filled(values);
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

  private String duties(Role role) {
    List<String> duties =
        library
            .role(role.name())
            .map(CoreRole::duties)
            .filter(known -> !known.isEmpty())
            .orElse(List.of(role.duty()));
    return bullets(duties);
  }

  private static String branch(LaunchOrder order) {
    String branch = order.worktree().branch();
    return branch == null
        ? "You are on no branch; that is all right: commit as usual, your commits are found."
        : "Your branch is `" + branch + "`. Stay on it.";
  }

  private static String team(LaunchOrder order) {
    return order.team().roles().stream()
        .map(
            other ->
                "- "
                    + other.name()
                    + (other.name().equals(order.role().name()) ? " (you)" : "")
                    + (other.leads() ? " (leads)" : "")
                    + ": "
                    + other.duty())
        .collect(Collectors.joining("\n"));
  }

  private static String talks(Role role) {
    return role.talksTo().isEmpty()
        ? "You may write to everybody."
        : "Write directly to "
            + String.join(", ", role.talksTo())
            + " where they are in the team; what you send to others goes through the lead.";
  }

  private static String partner(LaunchOrder order) {
    String self = order.role().name();
    List<String> others =
        order.team().roles().stream().map(Role::name).filter(name -> !name.equals(self)).toList();
    Optional<String> allowed = others.stream().filter(order.role().talksTo()::contains).findFirst();
    return allowed.or(() -> others.stream().findFirst()).orElse(self);
  }

  private static String hub(LaunchOrder order) {
    Optional<Role> lead = order.team().lead().filter(role -> !role.equals(order.role()));
    return lead.map(Role::name).orElse("a person, with `orc report blocked`");
  }

  private static String done(LaunchOrder order) {
    StringBuilder text = new StringBuilder();
    if (!order.spec().criteria().isEmpty()) {
      text.append("The success criteria hold:\n\n").append(bullets(order.spec().criteria()));
      text.append("\n\n");
    }
    if (!order.spec().verify().isEmpty()) {
      text.append("These commands pass in the merged result:\n\n");
      text.append(
          order.spec().verify().stream().map(c -> "    " + c).collect(Collectors.joining("\n")));
      text.append("\n\n");
    }
    text.append("Everything is committed, and you have said so with `orc report done`.");
    if (order.role().leads()) {
      text.append(
          """


          You speak for the team. When the goal is reached and every role has committed its work, say \
          `orc report done "what was reached"`: only that ends the project. If it can not be reached, \
          say `orc report failed "why"`. Nothing on your screen counts for either.""");
    }
    return text.toString();
  }

  private static String spec(Spec spec) {
    Path file = Path.of(spec.file());
    try {
      return Files.size(file) <= SPEC_REPEATED_BYTES
          ? Files.readString(file)
          : "It is long. Read it whole before you begin: `"
              + file
              + "`\n\nIts goal: "
              + spec.goal();
    } catch (IOException e) {
      throw new UncheckedIOException("the spec " + file + " can not be read", e);
    }
  }

  private static String bullets(List<String> items) {
    return items.stream().map(item -> "- " + item).collect(Collectors.joining("\n"));
  }
}
