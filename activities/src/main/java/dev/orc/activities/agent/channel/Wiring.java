package dev.orc.activities.agent.channel;

import java.util.List;
import java.util.Map;

/**
 * How a program is spoken to, as its driver's file says it under {@code channel}, everything filled
 * in and consent taken into account.
 *
 * @param server what follows the program's name to start its server; empty where it needs none
 * @param attach what follows the program's name to attach its terminal program to that server
 * @param environment variables besides the program's own
 * @param since the first version that speaks so, as {@code 2.1.224}; null for any
 */
public record Wiring(
    ChannelKind kind,
    List<String> server,
    List<String> attach,
    Map<String, String> environment,
    String since) {
  public static final Wiring TERMINAL =
      new Wiring(ChannelKind.TERMINAL, List.of(), List.of(), Map.of(), null);

  public Wiring {
    server = List.copyOf(server);
    attach = List.copyOf(attach);
    environment = Map.copyOf(environment);
  }
}
