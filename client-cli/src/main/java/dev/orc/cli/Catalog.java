package dev.orc.cli;

import dev.orc.cli.branch.DiffCommand;
import dev.orc.cli.branch.SyncCommand;
import dev.orc.cli.command.Command;
import dev.orc.cli.command.Failure;
import dev.orc.cli.demo.Demo;
import dev.orc.cli.host.Codec;
import dev.orc.cli.host.Completion;
import dev.orc.cli.host.Configuration;
import dev.orc.cli.host.Doctor;
import dev.orc.cli.host.Down;
import dev.orc.cli.host.Key;
import dev.orc.cli.host.Logs;
import dev.orc.cli.host.NoticesCommand;
import dev.orc.cli.host.Setup;
import dev.orc.cli.host.Up;
import dev.orc.cli.host.VersionCommand;
import dev.orc.cli.host.WorkerCommand;
import dev.orc.cli.load.Load;
import dev.orc.cli.project.Agents;
import dev.orc.cli.project.Answer;
import dev.orc.cli.project.Attach;
import dev.orc.cli.project.Authorize;
import dev.orc.cli.project.ListProjects;
import dev.orc.cli.project.NightCommand;
import dev.orc.cli.project.Rebrief;
import dev.orc.cli.project.Resume;
import dev.orc.cli.project.ShowProject;
import dev.orc.cli.project.Specs;
import dev.orc.cli.project.Start;
import dev.orc.cli.project.Status;
import dev.orc.cli.project.Timeline;
import dev.orc.cli.project.TrustCommand;
import dev.orc.cli.project.Verb;
import dev.orc.cli.project.WatchCommand;
import dev.orc.cli.project.WorktreesCommand;
import dev.orc.cli.queue.CompletedRuns;
import dev.orc.cli.queue.Queue;
import dev.orc.cli.queue.ResearchCommand;
import dev.orc.cli.release.ReleaseCommand;
import dev.orc.cli.talk.CheckInCommand;
import dev.orc.cli.talk.InboxCommand;
import dev.orc.cli.talk.ReportCommand;
import dev.orc.cli.talk.Send;
import dev.orc.cli.team.TeamCommand;
import java.util.List;
import java.util.function.Supplier;
import picocli.CommandLine.Model.CommandSpec;

/** Every command, in the order of the help. A command is only made when it is asked for. */
final class Catalog {
  /** Commands that belong together. */
  record Group(String title, List<String> names) {}

  static final List<Group> GROUPS =
      List.of(
          new Group(
              "This host",
              List.of(
                  "up", "down", "doctor", "setup", "config", "worker", "logs", "key", "codec",
                  "notices")),
          new Group(
              "Projects",
              List.of(
                  "start",
                  "status",
                  "night",
                  "show",
                  "list",
                  "agents",
                  "watch",
                  "attach",
                  "timeline",
                  "worktrees",
                  "diff",
                  "sync",
                  "pause",
                  "resume",
                  "rebrief",
                  "authorize",
                  "answer",
                  "trust",
                  "finish",
                  "stop",
                  "heal")),
          new Group("Many projects", List.of("queue", "research", "completed")),
          new Group("Talking", List.of("send", "inbox", "report", "checkin")),
          new Group("Your repository", List.of("release")),
          new Group("Specs and teams", List.of("spec", "team")),
          new Group("This program", List.of("demo", "load", "version", "completion")));

  private Catalog() {}

  static List<String> names() {
    return GROUPS.stream().flatMap(group -> group.names().stream()).toList();
  }

  /** One switch instead of a table: only the class of the command that is asked for is loaded. */
  static Command make(String name) {
    return switch (name) {
      case "up" -> new Up();
      case "down" -> new Down();
      case "doctor" -> new Doctor();
      case "setup" -> new Setup();
      case "config" -> new Configuration();
      case "worker" -> new WorkerCommand();
      case "key" -> new Key();
      case "codec" -> new Codec();
      case "logs" -> new Logs();
      case "notices" -> new NoticesCommand();
      case "start" -> new Start();
      case "spec" -> new Specs();
      case "status" -> new Status();
      case "night" -> new NightCommand();
      case "show" -> new ShowProject();
      case "list" -> new ListProjects();
      case "agents" -> new Agents();
      case "watch" -> new WatchCommand();
      case "attach" -> new Attach();
      case "timeline" -> new Timeline();
      case "worktrees" -> new WorktreesCommand();
      case "diff" -> new DiffCommand();
      case "sync" -> new SyncCommand();
      case "pause", "finish", "stop", "heal" -> Verb.named(name);
      case "resume" -> new Resume();
      case "rebrief" -> new Rebrief();
      case "authorize" -> new Authorize();
      case "answer" -> new Answer();
      case "trust" -> new TrustCommand();
      case "team" -> new TeamCommand();
      case "queue" -> new Queue();
      case "research" -> new ResearchCommand();
      case "completed" -> new CompletedRuns();
      case "send" -> new Send();
      case "inbox" -> new InboxCommand();
      case "report" -> new ReportCommand();
      case "checkin" -> new CheckInCommand();
      case "release" -> new ReleaseCommand();
      case "demo" -> new Demo();
      case "load" -> new Load();
      case "version" -> new VersionCommand();
      case "completion" -> new Completion(wholeTree());
      default -> throw Failure.usage("there is no command '" + name + "'", Faults.didYouMean(name));
    };
  }

  /** The description of every command below one root; made only for completion. */
  private static Supplier<CommandSpec> wholeTree() {
    return () -> {
      CommandSpec root = CommandSpec.create().name("orc");
      for (String name : names()) {
        root.addSubcommand(name, make(name).syntax().spec());
      }
      return root;
    };
  }
}
