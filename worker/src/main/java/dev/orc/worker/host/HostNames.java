package dev.orc.worker.host;

import dev.orc.activities.failure.Refusal;
import dev.orc.workflows.model.AgentName;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Locale;

/** What a host is called; its task queue is named after it. Stateless. */
public final class HostNames {
  private static final int LONGEST = 48;

  private HostNames() {}

  /** The configured name, or the machine's own, made into a word. */
  public static String of(String configured) {
    if (configured != null && !configured.isBlank()) {
      return required(configured);
    }
    String word =
        machine().toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-+|-+$", "");
    return word.isEmpty() ? "localhost" : word.substring(0, Math.min(LONGEST, word.length()));
  }

  private static String required(String name) {
    if (!AgentName.WORD.matcher(name).matches()) {
      throw new Refusal(
          Refusal.Kind.USAGE,
          "'" + name + "' can not be a host's name",
          "use lower-case letters, digits and hyphens, 48 at most, as host in config.yaml");
    }
    return name;
  }

  private static String machine() {
    try {
      return InetAddress.getLocalHost().getHostName();
    } catch (UnknownHostException nameless) {
      return "localhost";
    }
  }
}
