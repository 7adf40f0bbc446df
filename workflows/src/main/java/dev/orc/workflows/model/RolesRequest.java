package dev.orc.workflows.model;

import java.util.List;

/** Asks for more roles. */
public record RolesRequest(String id, String by, List<Role> roles) {
  public RolesRequest {
    roles = List.copyOf(roles);
  }
}
