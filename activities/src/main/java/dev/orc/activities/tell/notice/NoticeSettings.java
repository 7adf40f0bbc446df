package dev.orc.activities.tell.notice;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalTime;
import java.util.List;

/**
 * How people are told what needs them.
 *
 * @param email null for none
 * @param webhook null for none
 * @param desktop whether the desktop shows it
 * @param command a program with its arguments; empty for none
 * @param digestAfter so many within {@code digestWithin}, then the others come as one
 * @param giveUpAfter for how long a notice that can not be told is tried again
 * @param ends whether people are told when an orchestration ends, too
 * @param endsAt the time of day at which ends are told, all together; null for at once
 */
public record NoticeSettings(
    Email email,
    Webhook webhook,
    boolean desktop,
    List<String> command,
    int digestAfter,
    Duration digestWithin,
    Duration giveUpAfter,
    boolean ends,
    LocalTime endsAt) {
  /** Nobody is told but by the log, the list of notices and {@code orc status}. */
  public static final NoticeSettings DEFAULTS =
      new NoticeSettings(
          null,
          null,
          false,
          List.of(),
          5,
          Duration.ofMinutes(10),
          Duration.ofHours(24),
          true,
          null);

  public NoticeSettings {
    command = List.copyOf(command);
  }

  /** The same with a program. */
  public NoticeSettings withCommand(List<String> words) {
    return new NoticeSettings(
        email, webhook, desktop, words, digestAfter, digestWithin, giveUpAfter, ends, endsAt);
  }

  /** How a connection to a mail server is kept secret. */
  public enum Tls {
    /** Begins in the clear and must become secret before anything is said. */
    STARTTLS,
    /** Secret from its first byte. */
    IMPLICIT,
    /** Not at all: only to this machine itself. */
    NONE
  }

  /**
   * A mail server and who gets the mail.
   *
   * @param user null to send without a name and password
   * @param caFile certificates to trust besides the usual ones; null for none
   */
  public record Email(
      String host,
      int port,
      Tls tls,
      String user,
      Secret password,
      String from,
      List<String> to,
      Path caFile) {
    public Email {
      to = List.copyOf(to);
    }
  }

  /**
   * An address that is told by a signed POST.
   *
   * @param secret what it is signed with
   * @param caFile certificates to trust besides the usual ones; null for none
   */
  public record Webhook(URI url, Secret secret, Path caFile) {}
}
