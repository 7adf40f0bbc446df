package dev.orc.workflows.model;

import java.util.List;

/**
 * A job in a team.
 *
 * @param name what its window and its agent are called
 * @param duty the job in one sentence
 * @param leads whether this role speaks for the team: reports reach it, and its done counts
 * @param checkInMinutes minutes between check-ins; 0 for none
 * @param branchPrefix what its branch starts with, as {@code feature/}
 * @param talksTo the roles that it may write to directly; empty means all
 * @param waitsFor the roles whose work it stands on; they are integrated before it
 */
public record Role(
    String name,
    String duty,
    boolean leads,
    int checkInMinutes,
    String branchPrefix,
    List<String> talksTo,
    List<String> waitsFor,
    Program program) {
  public Role {
    AgentName.requireWord(name);
    talksTo = talksTo == null ? List.of() : List.copyOf(talksTo);
    waitsFor = waitsFor == null ? List.of() : List.copyOf(waitsFor);
  }

  public Role withProgram(Program filled) {
    return new Role(name, duty, leads, checkInMinutes, branchPrefix, talksTo, waitsFor, filled);
  }

  public Role withCheckInMinutes(int minutes) {
    return new Role(name, duty, leads, minutes, branchPrefix, talksTo, waitsFor, program);
  }
}
