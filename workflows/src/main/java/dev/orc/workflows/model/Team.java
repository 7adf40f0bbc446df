package dev.orc.workflows.model;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.List;
import java.util.Optional;

/** The roles of an orchestration, in the order in which they are launched. */
public record Team(String type, List<Role> roles) {
  public Team {
    roles = List.copyOf(roles);
    if (roles.isEmpty()) {
      throw new IllegalArgumentException("a team needs at least one role");
    }
    if (roles.stream().map(Role::name).distinct().count() < roles.size()) {
      throw new IllegalArgumentException("two roles of the team have one name");
    }
  }

  public Optional<Role> role(String name) {
    return roles.stream().filter(role -> role.name().equals(name)).findFirst();
  }

  /** The role that speaks for the team, where it has one. */
  @JsonIgnore
  public Optional<Role> lead() {
    return roles.stream().filter(Role::leads).findFirst();
  }
}
