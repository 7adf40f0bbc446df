package dev.orc.workflows.model;

import java.util.List;

/**
 * A role of the library, as a person wants to see it.
 *
 * @param department core, engineering, design, marketing, operations, project-management or quality
 * @param needs the roles that must be in a team with it
 * @param folders where its work lies, relative to the project
 * @param origin bundled, or the file that it comes from
 */
public record RoleCard(
    String name,
    String department,
    String duty,
    boolean leads,
    int checkInMinutes,
    String branchPrefix,
    List<String> talksTo,
    List<String> waitsFor,
    List<String> needs,
    List<String> folders,
    String origin) {
  public RoleCard {
    talksTo = talksTo == null ? List.of() : List.copyOf(talksTo);
    waitsFor = waitsFor == null ? List.of() : List.copyOf(waitsFor);
    needs = needs == null ? List.of() : List.copyOf(needs);
    folders = folders == null ? List.of() : List.copyOf(folders);
  }
}
