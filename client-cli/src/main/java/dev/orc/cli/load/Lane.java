package dev.orc.cli.load;

import dev.orc.workflows.model.AgentName;
import java.util.ArrayList;
import java.util.List;

/**
 * One who speaks and one who listens; what is said is numbered and has to arrive in that order.
 *
 * @param from as {@code project:role}; null for a person
 */
record Lane(String from, String to) {
  /** A person speaks to everybody, every agent to its neighbour, every lead to the next team's. */
  static List<Lane> between(List<String> projects, List<String> roles) {
    List<Lane> lanes = new ArrayList<>();
    for (int project = 0; project < projects.size(); project++) {
      for (int role = 0; role < roles.size(); role++) {
        String one = projects.get(project) + ":" + roles.get(role);
        lanes.add(new Lane(null, one));
        if (roles.size() > 1) {
          lanes.add(
              new Lane(one, projects.get(project) + ":" + roles.get((role + 1) % roles.size())));
        }
      }
      if (projects.size() > 1) {
        String next = projects.get((project + 1) % projects.size());
        lanes.add(new Lane(projects.get(project) + ":" + roles.get(0), next + ":" + roles.get(0)));
      }
    }
    return lanes;
  }

  AgentName speaker() {
    return AgentName.parse(from);
  }

  AgentName listener() {
    return AgentName.parse(to);
  }

  @Override
  public String toString() {
    return (from == null ? "a person" : from) + " to " + to;
  }
}
