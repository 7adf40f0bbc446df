package dev.orc.activities.plan.team;

import dev.orc.base.text.CleanText;
import dev.orc.workflows.model.Role;
import dev.orc.workflows.model.Team;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** The team as one of its roles sees it. Immutable. */
record BriefTeam(Team team, Role self) {

  String listed() {
    return team.roles().stream().map(this::line).collect(Collectors.joining("\n"));
  }

  private String line(Role role) {
    return "- "
        + role.name()
        + (role.name().equals(self.name()) ? " (you)" : "")
        + (role.leads() ? " (leads)" : "")
        + (role.temporary() ? " (for one task)" : "")
        + (role.reportsTo() == null ? "" : " (under " + role.reportsTo() + ")")
        + ": "
        + CleanText.oneLine(role.duty());
  }

  /** Whom it may write to, whom it answers to, and whom it shares its job with. */
  String talks() {
    StringBuilder text = new StringBuilder(direct());
    manager().ifPresent(manager -> text.append(answersTo(manager)));
    if (!managed().isEmpty()) {
      text.append(manages());
    }
    if (!twins().isEmpty()) {
      text.append(
          "\n\n%s has the same job as you: agree with each other who takes which part, before either begins."
              .formatted(String.join(", ", twins())));
    }
    return text.toString();
  }

  private String direct() {
    List<String> present = self.talksTo().stream().filter(this::here).toList();
    if (self.talksTo().isEmpty()) {
      return "You may write to everybody.";
    }
    return present.isEmpty()
        ? "Nobody you work with directly is in this team: write to " + hub() + "."
        : "Write directly to "
            + String.join(", ", present)
            + "; what you send to others goes through the lead.";
  }

  private static String answersTo(Role manager) {
    return "\n\n%s manages you: it hands you your tasks, your reports reach it, and you ask it first."
        .formatted(manager.name());
  }

  private String manages() {
    return "\n\nYou manage %s: hand them their tasks, read their reports, review their work, and tell %s how it stands."
        .formatted(String.join(", ", managed()), hub());
  }

  /** Somebody to name in an example. */
  String partner() {
    List<String> others =
        team.roles().stream().map(Role::name).filter(name -> !name.equals(self.name())).toList();
    Optional<String> allowed = others.stream().filter(self.talksTo()::contains).findFirst();
    return allowed.or(() -> others.stream().findFirst()).orElse(self.name());
  }

  /** Whom it turns to when it does not get on by itself. */
  String hub() {
    return manager()
        .or(() -> team.lead().filter(lead -> !lead.name().equals(self.name())))
        .map(Role::name)
        .orElse("a person (`orc report blocked`)");
  }

  /** The roles that start when this one is done. */
  List<String> followers() {
    return names(role -> role.startsAfter().contains(self.name()));
  }

  /** Whether it hands out work. */
  boolean hasOthersToLead() {
    return self.leads() || !managed().isEmpty();
  }

  private Optional<Role> manager() {
    return Optional.ofNullable(self.reportsTo()).flatMap(team::role);
  }

  private List<String> managed() {
    return names(role -> self.name().equals(role.reportsTo()));
  }

  private List<String> twins() {
    String base = RoleLibrary.base(self.name());
    return names(
        role -> !role.name().equals(self.name()) && RoleLibrary.base(role.name()).equals(base));
  }

  private boolean here(String name) {
    return team.role(name).isPresent();
  }

  private List<String> names(Predicate<Role> wanted) {
    return team.roles().stream().filter(wanted).map(Role::name).toList();
  }
}
