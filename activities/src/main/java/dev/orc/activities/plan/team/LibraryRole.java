package dev.orc.activities.plan.team;

import dev.orc.workflows.model.RoleCard;
import java.util.List;

/**
 * A role as the library describes it.
 *
 * @param department one of {@link #DEPARTMENTS}
 * @param duty the job in one sentence
 * @param minutes between check-ins; 0 for none
 * @param branch what its branch starts with, as {@code feature/}
 * @param stage in which phase of a team it works when phases are wanted: 1 research and plan, 2
 *     design, 3 build, 4 prove, 5 release and grow
 * @param talksTo whom it writes to directly; empty for everybody
 * @param waitsFor the roles whose work it stands on
 * @param needs the roles that must be in a team with it
 * @param folders where its work lies, relative to the project
 * @param brief its own part of the brief, in Markdown, its gaps not yet filled
 * @param origin {@code bundled}, or the file that it comes from
 */
public record LibraryRole(
    String name,
    String department,
    String duty,
    boolean leads,
    int minutes,
    String branch,
    int stage,
    List<String> talksTo,
    List<String> waitsFor,
    List<String> needs,
    List<String> folders,
    String brief,
    String origin) {
  public static final List<String> DEPARTMENTS =
      List.of(
          "core",
          "engineering",
          "design",
          "marketing",
          "operations",
          "project-management",
          "quality");

  static final String BUNDLED = "bundled";

  public LibraryRole {
    talksTo = List.copyOf(talksTo);
    waitsFor = List.copyOf(waitsFor);
    needs = List.copyOf(needs);
    folders = List.copyOf(folders);
  }

  /** As a person wants to see it. */
  public RoleCard card() {
    return new RoleCard(
        name, department, duty, leads, minutes, branch, talksTo, waitsFor, needs, folders, origin);
  }
}
