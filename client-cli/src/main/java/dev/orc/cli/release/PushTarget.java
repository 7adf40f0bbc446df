package dev.orc.cli.release;

import dev.orc.base.process.Ended;
import dev.orc.cli.command.Failure;
import java.util.List;
import java.util.Optional;

/**
 * Where a branch and its new tag are pushed to, both or neither. The branch keeps its name there: a
 * branch that only follows another one never moves that. Immutable.
 */
record PushTarget(String remote, String branch) {

  /** As git would choose it; empty where there is no remote. */
  static Optional<PushTarget> of(OwnGit git, String branch) {
    List<String> remotes = git.say("remote").lines().toList();
    String named =
        first(
            git.sayOrNothing("config", "branch." + branch + ".pushRemote"),
            git.sayOrNothing("config", "remote.pushDefault"),
            git.sayOrNothing("config", "branch." + branch + ".remote"));
    if (named.equals(".")) {
      named = "";
    }
    if (named.isEmpty() && remotes.contains("origin")) {
      named = "origin";
    }
    if (named.isEmpty() && remotes.size() > 1) {
      throw new Failure(
          Failure.REFUSED,
          "there are several remotes, and none is said to be this branch's",
          "git config branch." + branch + ".remote NAME, or release with --no-push");
    }
    if (named.isEmpty() && remotes.size() == 1) {
      named = remotes.get(0);
    }
    return named.isEmpty() ? Optional.empty() : Optional.of(new PushTarget(named, branch));
  }

  /** Pushes; the line in which git says why not, when it does not. */
  Optional<String> push(OwnGit git, String tag) {
    Ended ended =
        git.attempt(
            "push",
            "--quiet",
            "--atomic",
            "--",
            remote,
            "refs/heads/" + branch + ":refs/heads/" + branch,
            "refs/tags/" + tag + ":refs/tags/" + tag);
    return ended.well() ? Optional.empty() : Optional.of(reason(ended));
  }

  String command(String tag) {
    return "git push --atomic " + remote + " " + branch + " " + tag;
  }

  /** What is said of a reference says more than that the push failed. */
  private static String reason(Ended ended) {
    return line(ended, "!").or(() -> line(ended, "fatal:")).orElseGet(ended::firstLine);
  }

  private static Optional<String> line(Ended ended, String begin) {
    return ended.err().lines().map(String::strip).filter(s -> s.startsWith(begin)).findFirst();
  }

  private static String first(String... choices) {
    return List.of(choices).stream().filter(one -> !one.isEmpty()).findFirst().orElse("");
  }
}
