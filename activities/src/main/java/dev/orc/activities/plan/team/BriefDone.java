package dev.orc.activities.plan.team;

import dev.orc.base.text.CleanText;
import dev.orc.workflows.activities.AgentActivities.LaunchOrder;
import dev.orc.workflows.model.Spec;
import java.util.List;
import java.util.stream.Collectors;

/** Says when an agent is done. Pure. */
final class BriefDone {
  private BriefDone() {}

  static String of(LaunchOrder order, BriefTeam team) {
    StringBuilder text = new StringBuilder(evidence(order.spec()));
    text.append("Everything is committed, and you have said so with `orc report done`.");
    if (!team.followers().isEmpty()) {
      text.append(followed(team.followers()));
    }
    if (order.role().leads()) {
      text.append(
          """


          You speak for the team. When the goal is reached and every role has committed its work, say \
          `orc report done "what was reached"`: only that ends the project. If it can not be reached, \
          say `orc report failed "why"`. Nothing on your screen counts for either.""");
    }
    return text.toString();
  }

  private static String evidence(Spec spec) {
    StringBuilder text = new StringBuilder();
    if (!spec.criteria().isEmpty()) {
      text.append("The success criteria hold:\n\n").append(lines("- ", spec.criteria()));
      text.append("\n\n");
    }
    if (!spec.verify().isEmpty()) {
      text.append("These commands pass in the merged result:\n\n");
      text.append(lines("    ", spec.verify())).append("\n\n");
    }
    return text.toString();
  }

  private static String followed(List<String> followers) {
    return "\n\n"
        + String.join(", ", followers)
        + (followers.size() == 1 ? " starts" : " start")
        + " when you report done, with your branch and your last report and nothing else of yours: name in it"
        + " the files to read first, what is decided, and what is still open.";
  }

  private static String lines(String before, List<String> items) {
    return items.stream()
        .map(item -> before + CleanText.oneLine(item))
        .collect(Collectors.joining("\n"));
  }
}
