package dev.orc.workflows.policy;

import dev.orc.workflows.model.Message;
import dev.orc.workflows.model.Role;
import dev.orc.workflows.model.Team;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/** Who answers a request for authorization, and how long that may take. */
public final class AuthorizationRules {
  /** A subject: the words that show it, who decides, and by when. */
  private record Subject(List<String> words, String role, Duration within) {}

  /** Who is asked and when the request escalates. */
  public record Asked(String role, Duration within) {}

  private static final List<Subject> SUBJECTS =
      List.of(
          new Subject(List.of("production", "deploy"), "project-manager", Duration.ofMinutes(30)),
          new Subject(List.of("schema", "migration"), "databaseops", Duration.ofMinutes(60)),
          new Subject(List.of("security", "exception"), "securityops", Duration.ofMinutes(45)),
          new Subject(List.of("system", "configuration"), "sysadmin", Duration.ofMinutes(30)));
  private static final Duration OTHERWISE = Duration.ofMinutes(30);

  private AuthorizationRules() {}

  /**
   * Who is asked: the role that was named, or the one that the subject belongs to; when the team
   * lacks it, or it is the asker itself, the lead; without one, a person.
   */
  public static Asked asked(Team team, String asker, String named, String text) {
    Subject subject = subject(text);
    String wanted = named != null ? named : subject == null ? "" : subject.role();
    Duration within = subject == null ? OTHERWISE : subject.within();
    boolean there = team.role(wanted).isPresent() && !wanted.equals(asker);
    return new Asked(there ? wanted : leadOrPerson(team, asker), within);
  }

  private static String leadOrPerson(Team team, String asker) {
    return team.lead().map(Role::name).filter(lead -> !lead.equals(asker)).orElse(Message.PERSON);
  }

  private static Subject subject(String text) {
    String lower = text == null ? "" : text.toLowerCase(Locale.ROOT);
    return SUBJECTS.stream().filter(subject -> matches(subject, lower)).findFirst().orElse(null);
  }

  /** Schema and migration each suffice; the other subjects need both of their words. */
  private static boolean matches(Subject subject, String lower) {
    return subject.role().equals("databaseops")
        ? subject.words().stream().anyMatch(lower::contains)
        : subject.words().stream().allMatch(lower::contains);
  }
}
