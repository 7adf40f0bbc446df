package dev.orc.cli.real;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/** Two who write to one agent at the same time, each its own messages in order. Stateless. */
final class TwoSenders {
  private static final List<String> SENDERS = List.of("person", "developer");

  private TwoSenders() {}

  /** What each has sent: ids with their texts. */
  static Map<String, Map<String, String>> send(
      RealWorld world, String project, String role, int each) {
    Map<String, CompletableFuture<Map<String, String>>> running = new LinkedHashMap<>();
    for (String sender : SENDERS) {
      running.put(
          sender, CompletableFuture.supplyAsync(() -> sendAs(world, project, sender, role, each)));
    }
    Map<String, Map<String, String>> sent = new LinkedHashMap<>();
    running.forEach((sender, future) -> sent.put(sender, future.join()));
    return sent;
  }

  private static Map<String, String> sendAs(
      RealWorld world, String project, String sender, String role, int count) {
    Map<String, String> sent = new LinkedHashMap<>();
    for (int i = 0; i < count; i++) {
      String text = "from " + sender + ", number " + i + "\nsecond line; `and` $more";
      sent.put(world.send(project, sender, role, text), text);
    }
    return sent;
  }
}
