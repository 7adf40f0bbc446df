package dev.orc.activities.plan.config;

import dev.orc.activities.tell.notice.NoticeSettings;
import dev.orc.activities.tell.notice.NoticeSettings.Email;
import dev.orc.activities.tell.notice.NoticeSettings.Tls;
import dev.orc.activities.tell.notice.NoticeSettings.Webhook;
import dev.orc.activities.tell.notice.Secret;
import dev.orc.activities.yaml.NodeReader;
import dev.orc.activities.yaml.YamlNode.Entry;
import dev.orc.base.text.HumanDuration;
import java.net.URI;
import java.nio.file.Path;
import java.time.LocalTime;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;

/** Reads how people are told: the section {@code notices}. For one thread. */
final class NoticesReader {
  private static final List<String> KEYS =
      List.of(
          "email",
          "webhook",
          "desktop",
          "command",
          "digest-after",
          "digest-within",
          "give-up-after",
          "ends",
          "ends-at");
  private static final List<String> EMAIL_KEYS =
      List.of(
          "host", "port", "tls", "user", "password-file", "password-env", "from", "to", "ca-file");
  private static final List<String> WEBHOOK_KEYS =
      List.of("url", "secret-file", "secret-env", "ca-file");
  private static final Set<String> OWN_MACHINE = Set.of("localhost", "127.0.0.1", "::1", "[::1]");
  private static final Pattern ADDRESS = Pattern.compile("[^\\s<>@,;]+@[^\\s<>@,;]+");
  private static final Pattern VARIABLE = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");

  private final NodeReader reader;
  private final Function<String, Path> path;

  /**
   * @param path what a path in the file means
   */
  NoticesReader(NodeReader reader, Function<String, Path> path) {
    this.reader = reader;
    this.path = path;
  }

  NoticeSettings over(NoticeSettings base, Entry entry) {
    if (entry == null) {
      return base;
    }
    Map<String, Entry> parts = reader.entries(entry.value(), KEYS);
    return new NoticeSettings(
        email(parts.get("email"), base.email()),
        webhook(parts.get("webhook"), base.webhook()),
        reader.value(parts.get("desktop"), base.desktop(), NoticesReader::truth),
        reader.strings(parts.get("command"), base.command()),
        reader.value(parts.get("digest-after"), base.digestAfter(), NoticesReader::count),
        reader.value(parts.get("digest-within"), base.digestWithin(), HumanDuration::parse),
        reader.value(parts.get("give-up-after"), base.giveUpAfter(), HumanDuration::parse),
        reader.value(parts.get("ends"), base.ends(), NoticesReader::truth),
        reader.value(parts.get("ends-at"), base.endsAt(), NoticesReader::time));
  }

  private Email email(Entry entry, Email base) {
    if (entry == null) {
      return base;
    }
    Map<String, Entry> parts = reader.entries(entry.value(), EMAIL_KEYS);
    String host = required(entry, parts, "host", "the mail server");
    Tls tls = reader.value(parts.get("tls"), Tls.STARTTLS, NoticesReader::tls);
    String user = reader.value(parts.get("user"), null, Function.identity());
    Secret password = secret(entry, parts, "password", user != null);
    if (tls == Tls.NONE && host != null && !OWN_MACHINE.contains(host)) {
      reader.fault(
          parts.get("tls").line(),
          "mail would cross the network in the clear",
          "use starttls or implicit; none is for a server on this machine");
    }
    List<String> to = reader.strings(parts.get("to"), List.of());
    if (to.isEmpty()) {
      reader.fault(entry.line(), "nobody gets the mail", "add to: [you@example.org]");
    }
    to.stream()
        .filter(one -> !ADDRESS.matcher(one).matches())
        .forEach(one -> noAddress(parts.get("to"), one));
    String from = required(entry, parts, "from", "who the mail is from");
    if (from != null && !ADDRESS.matcher(from).matches()) {
      noAddress(parts.get("from"), from);
    }
    return new Email(
        host,
        reader.value(parts.get("port"), usualPort(tls), NoticesReader::port),
        tls,
        user,
        password,
        from,
        to,
        reader.value(parts.get("ca-file"), null, path));
  }

  private Webhook webhook(Entry entry, Webhook base) {
    if (entry == null) {
      return base;
    }
    Map<String, Entry> parts = reader.entries(entry.value(), WEBHOOK_KEYS);
    if (required(entry, parts, "url", "the address") == null) {
      return base;
    }
    return new Webhook(
        reader.value(parts.get("url"), null, NoticesReader::url),
        secret(entry, parts, "secret", true),
        reader.value(parts.get("ca-file"), null, path));
  }

  private Secret secret(Entry entry, Map<String, Entry> parts, String name, boolean needed) {
    Path file = reader.value(parts.get(name + "-file"), null, path);
    String variable = reader.value(parts.get(name + "-env"), null, NoticesReader::variable);
    if (file != null && variable != null || needed && file == null && variable == null) {
      reader.fault(
          entry.line(),
          "the " + name + (file == null ? " is missing" : " is named twice"),
          "name one of " + name + "-file and " + name + "-env");
    }
    return file == null && variable == null ? null : new Secret(file, variable);
  }

  private String required(Entry entry, Map<String, Entry> parts, String key, String what) {
    String value = reader.value(parts.get(key), null, Function.identity());
    if (value == null && !parts.containsKey(key)) {
      reader.fault(entry.line(), what + " is missing", "add " + key + ": below it");
    }
    return value;
  }

  private void noAddress(Entry entry, String text) {
    reader.fault(entry.line(), "'" + text + "' is not an address", "write it as you@example.org");
  }

  private static URI url(String text) {
    URI url = URI.create(text);
    boolean own = "http".equals(url.getScheme()) && OWN_MACHINE.contains(url.getHost());
    if (url.getHost() == null
        || url.getUserInfo() != null
        || !own && !"https".equals(url.getScheme())) {
      throw new IllegalArgumentException(
          "'" + text + "' is not an address to post to; use https://HOST/PATH without a password");
    }
    return url;
  }

  private static Tls tls(String text) {
    try {
      return Tls.valueOf(text.toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(
          "'" + text + "' is no kind of TLS; use starttls, implicit or none", e);
    }
  }

  private static int usualPort(Tls tls) {
    return switch (tls) {
      case STARTTLS -> 587;
      case IMPLICIT -> 465;
      case NONE -> 25;
    };
  }

  private static String variable(String text) {
    if (!VARIABLE.matcher(text).matches()) {
      throw new IllegalArgumentException(
          "'" + text + "' is not a variable's name; write it as NAME");
    }
    return text;
  }

  private static Boolean truth(String text) {
    if (!text.equals("true") && !text.equals("false")) {
      throw new IllegalArgumentException(
          "'" + text + "' is neither true nor false; use one of them");
    }
    return Boolean.valueOf(text);
  }

  private static LocalTime time(String text) {
    if (!text.matches("([01][0-9]|2[0-3]):[0-5][0-9]")) {
      throw new IllegalArgumentException(
          "'" + text + "' is not a time of day; write it as \"07:30\"");
    }
    return LocalTime.parse(text);
  }

  private static Integer count(String text) {
    if (!text.matches("[1-9][0-9]{0,3}")) {
      throw new IllegalArgumentException("'" + text + "' is not a count; use 1 to 9999");
    }
    return Integer.valueOf(text);
  }

  private static Integer port(String text) {
    return ConfigReader.port(text);
  }
}
