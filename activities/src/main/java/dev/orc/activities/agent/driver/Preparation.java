package dev.orc.activities.agent.driver;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.orc.activities.agent.channel.PaneStart;
import dev.orc.activities.agent.channel.Wiring;
import dev.orc.activities.git.Committer;
import dev.orc.activities.git.GitProgram;
import dev.orc.activities.scripted.ScriptedAgent;
import dev.orc.base.files.UserHome;
import dev.orc.base.text.Digest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Makes one life's command line, environment and hook configuration. Thread-safe: immutable. */
final class Preparation {
  /** Stands for the role where there is none. */
  private static final String ALONE = "headless";

  private final DriverFile file;
  private final Hooks hooks;

  Preparation(DriverFile file, Hooks hooks) {
    this.file = file;
    this.hooks = hooks;
  }

  PaneStart prepare(Driver.StartOrder order) {
    Placeholders filled = placeholders(order);
    hooks.install();
    writeConfiguration(filled);
    openSpool(order.spool());
    List<String> program = filled(file.command(), filled);
    List<String> command = new ArrayList<>(program);
    fill(command, file.arguments(), filled);
    fill(command, file.consent().arguments(), filled);
    fill(command, file.hooks().arguments(), filled.with(digests(filled)));
    if (order.conversation() != null) {
      ConversationPart named = file.conversation();
      fill(command, order.resumes() ? named.resume() : named.begin(), filled);
    }
    command.addAll(order.program().arguments());
    return new PaneStart(program, command, order.program().arguments(), environment(order, filled));
  }

  Wiring wiring(Driver.StartOrder order) {
    ChannelPart channel = file.channel();
    if (!file.consent().covers(channel.needs())) {
      return Wiring.TERMINAL;
    }
    Placeholders filled = placeholders(order);
    List<String> server = filled(channel.server(), filled);
    boolean permitted = file.consent().permissions().given();
    fill(server, permitted ? channel.permitted() : channel.otherwise(), filled);
    Map<String, String> environment = new HashMap<>();
    channel.environment().forEach((name, value) -> environment.put(name, filled.in(value)));
    return new Wiring(
        channel.kind(), server, filled(channel.attach(), filled), environment, channel.since());
  }

  private Placeholders placeholders(Driver.StartOrder order) {
    return placeholders(
        order.stateFolder(),
        order.worktree(),
        order.project(),
        order.role(),
        order.incarnation(),
        order.conversation(),
        home(order));
  }

  /** As the program will see it. */
  private static Path home(Driver.StartOrder order) {
    Map<String, String> environment = new HashMap<>(System.getenv());
    environment.putAll(order.program().environment());
    environment.putAll(order.environment());
    return UserHome.of(environment);
  }

  private static List<String> filled(List<String> texts, Placeholders filled) {
    List<String> result = new ArrayList<>();
    fill(result, texts, filled);
    return result;
  }

  /** The same program for one prompt: with its environment, without its hooks' arguments. */
  Driver.HeadlessStart headless(Driver.HeadlessOrder order, DriverFile.Headless wanted) {
    Placeholders filled =
        placeholders(
            order.stateFolder(),
            order.directory(),
            order.project(),
            ALONE,
            1,
            null,
            UserHome.here());
    hooks.install();
    if (file.environment().values().stream().anyMatch(value -> value.contains("{hooks-file}"))) {
      writeConfiguration(filled);
    }
    List<String> command = new ArrayList<>();
    fill(command, file.command(), filled);
    fill(command, wanted.arguments(), filled);
    if (wanted.asArgument()) {
      command.add(order.prompt());
    }
    fill(command, wanted.after(), filled);
    Map<String, String> environment = new HashMap<>();
    file.environment().forEach((name, value) -> environment.put(name, filled.in(value)));
    wanted.environment().forEach((name, value) -> environment.put(name, filled.in(value)));
    return new Driver.HeadlessStart(
        command, environment, wanted.asArgument() ? "" : order.prompt());
  }

  private Map<String, String> environment(Driver.StartOrder order, Placeholders filled) {
    Map<String, String> environment = new HashMap<>();
    file.environment().forEach((name, value) -> environment.put(name, filled.in(value)));
    file.consent().environment().forEach((name, value) -> environment.put(name, filled.in(value)));
    environment.putAll(order.program().environment());
    environment.putAll(order.environment());
    environment.put("ORC_SPOOL", order.spool().toString());
    environment.put("ORC_INCARNATION", Integer.toString(order.incarnation()));
    return environment;
  }

  private Placeholders placeholders(
      Path state,
      Path worktree,
      String project,
      String role,
      int incarnation,
      String conversation,
      Path home) {
    Map<String, String> values = new HashMap<>();
    values.put("java", Path.of(System.getProperty("java.home"), "bin", "java").toString());
    values.put("classpath", classpath());
    values.put("state", state.toString());
    values.put("home", home.toString());
    values.put("worktree", worktree.toString());
    values.put("project", project);
    values.put("role", role);
    values.put("incarnation", Integer.toString(incarnation));
    values.put("conversation", conversation == null ? "" : conversation);
    values.put("hook", hooks.script().toString());
    GitFolders git = GitFolders.of(worktree);
    values.put("git-dir", git.own().toString());
    values.put("git-common-dir", git.common().toString());
    if (file.namesCommitter()) {
      Committer committer = Committer.of(GitProgram.plain(), worktree);
      values.put("git-name", committer.name());
      values.put("git-email", committer.email());
    }
    if (file.hooks().file() != null) {
      values.put("hooks-file", new Placeholders(values).in(file.hooks().file()));
    }
    return new Placeholders(Map.copyOf(values));
  }

  private Map<String, String> digests(Placeholders filled) {
    Map<String, String> digests = new HashMap<>();
    file.hooks().digests().forEach((name, text) -> digests.put(name, Digest.of(filled.in(text))));
    return digests;
  }

  private void writeConfiguration(Placeholders filled) {
    HooksPart wanted = file.hooks();
    wanted
        .files()
        .forEach(
            (path, text) -> Hooks.write(Path.of(filled.in(path)), filled.in(text), "rw-------"));
    if (wanted.file() == null) {
      return;
    }
    String text =
        wanted.text() == null ? json(wanted, filled).toPrettyString() : filled.in(wanted.text());
    Hooks.write(Path.of(filled.in(wanted.file())), text + "\n", "rw-------");
  }

  private static ObjectNode json(HooksPart wanted, Placeholders filled) {
    ObjectNode whole = JsonNodeFactory.instance.objectNode();
    if (wanted.json() != null) {
      whole.setAll((ObjectNode) filled(wanted.json(), filled, ""));
    }
    if (wanted.each() != null) {
      ObjectNode events = whole.withObjectProperty("hooks");
      for (String event : wanted.listen()) {
        events.putArray(event).add(filled(wanted.each(), filled, event));
      }
    }
    return whole;
  }

  /** A copy with the placeholders filled; {@code $EVENT} becomes the event's name. */
  private static JsonNode filled(JsonNode node, Placeholders filled, String event) {
    if (node.isTextual()) {
      String text = filled.in(node.textValue()).replace("$EVENT", event);
      return JsonNodeFactory.instance.textNode(text);
    }
    if (node instanceof ArrayNode array) {
      ArrayNode copy = JsonNodeFactory.instance.arrayNode();
      array.forEach(item -> copy.add(filled(item, filled, event)));
      return copy;
    }
    if (node instanceof ObjectNode object) {
      ObjectNode copy = JsonNodeFactory.instance.objectNode();
      object.properties().forEach(e -> copy.set(e.getKey(), filled(e.getValue(), filled, event)));
      return copy;
    }
    return node;
  }

  private static void openSpool(Path spool) {
    try {
      Files.createDirectories(spool.getParent());
    } catch (IOException e) {
      throw new UncheckedIOException("can not make the folder of " + spool, e);
    }
  }

  private static void fill(List<String> into, List<String> texts, Placeholders filled) {
    texts.forEach(text -> into.add(filled.in(text)));
  }

  /** Where our own classes are, for the agent that comes with orc. */
  private static String classpath() {
    try {
      return Path.of(
              ScriptedAgent.class.getProtectionDomain().getCodeSource().getLocation().toURI())
          .toString();
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }
}
