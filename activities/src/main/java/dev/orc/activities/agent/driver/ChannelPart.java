package dev.orc.activities.agent.driver;

import dev.orc.activities.agent.channel.ChannelKind;
import java.util.List;
import java.util.Map;

/**
 * A driver file's part {@code channel}: how words go to the program besides the composer.
 *
 * @param server what follows {@code command} to start the program's server
 * @param permitted added to it when the user allows the program to act without asking
 * @param otherwise added to it when not
 * @param attach what follows {@code command} to attach its terminal program
 * @param environment besides the driver's own
 * @param since the first version that speaks so; the program says its own with {@code --version}
 * @param needs the consent without which it is not used, trust or permissions; null for none
 */
record ChannelPart(
    ChannelKind kind,
    List<String> server,
    List<String> permitted,
    List<String> otherwise,
    List<String> attach,
    Map<String, String> environment,
    String since,
    String needs) {
  ChannelPart {
    if (kind == null) {
      throw new IllegalArgumentException("the key 'channel.kind' is missing");
    }
    server = server == null ? List.of() : List.copyOf(server);
    permitted = permitted == null ? List.of() : List.copyOf(permitted);
    otherwise = otherwise == null ? List.of() : List.copyOf(otherwise);
    attach = attach == null ? List.of() : List.copyOf(attach);
    environment = environment == null ? Map.of() : Map.copyOf(environment);
    if (since != null && !since.matches("\\d+(\\.\\d+){1,3}")) {
      throw new IllegalArgumentException("'channel.since' is a version, as \"2.1.224\"");
    }
    if (needs != null && !needs.equals("trust") && !needs.equals("permissions")) {
      throw new IllegalArgumentException("'channel.needs' is trust or permissions");
    }
  }
}
