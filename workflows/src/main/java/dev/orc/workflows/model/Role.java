package dev.orc.workflows.model;

import java.util.List;
import java.util.stream.Stream;

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
 * @param startsAfter the roles that must have reported done before its program is started; they
 *     hand their work over to it; empty means at once
 * @param reportsTo the role that manages it, between it and the lead; null for none
 * @param task the one task of a temporary agent, which ends when that is reported done; null for a
 *     role that stays
 */
public record Role(
    String name,
    String duty,
    boolean leads,
    int checkInMinutes,
    String branchPrefix,
    List<String> talksTo,
    List<String> waitsFor,
    List<String> startsAfter,
    String reportsTo,
    String task,
    Program program) {
  public Role {
    AgentName.requireWord(name);
    talksTo = talksTo == null ? List.of() : List.copyOf(talksTo);
    waitsFor = waitsFor == null ? List.of() : List.copyOf(waitsFor);
    startsAfter = startsAfter == null ? List.of() : List.copyOf(startsAfter);
  }

  /** One that stays, starts at once and has no manager but the lead. */
  public Role(
      String name,
      String duty,
      boolean leads,
      int checkInMinutes,
      String branchPrefix,
      List<String> talksTo,
      List<String> waitsFor,
      Program program) {
    this(
        name,
        duty,
        leads,
        checkInMinutes,
        branchPrefix,
        talksTo,
        waitsFor,
        List.of(),
        null,
        null,
        program);
  }

  /** Whether it ends when its one task is done. */
  public boolean temporary() {
    return task != null;
  }

  public Role withProgram(Program filled) {
    return new Role(
        name,
        duty,
        leads,
        checkInMinutes,
        branchPrefix,
        talksTo,
        waitsFor,
        startsAfter,
        reportsTo,
        task,
        filled);
  }

  /** Managed by another role, by none when that is null, and writing to these directly. */
  public Role below(String manager, List<String> partners) {
    return new Role(
        name,
        duty,
        leads,
        checkInMinutes,
        branchPrefix,
        partners,
        waitsFor,
        startsAfter,
        manager,
        task,
        program);
  }

  public Role withCheckInMinutes(int minutes) {
    return new Role(
        name,
        duty,
        leads,
        minutes,
        branchPrefix,
        talksTo,
        waitsFor,
        startsAfter,
        reportsTo,
        task,
        program);
  }

  /** Standing on the work of these too. */
  public Role waitingFor(List<String> more) {
    return new Role(
        name,
        duty,
        leads,
        checkInMinutes,
        branchPrefix,
        talksTo,
        Stream.concat(waitsFor.stream(), more.stream()).distinct().toList(),
        startsAfter,
        reportsTo,
        task,
        program);
  }

  /** With another job. */
  public Role withDuty(String other) {
    return new Role(
        name,
        other,
        leads,
        checkInMinutes,
        branchPrefix,
        talksTo,
        waitsFor,
        startsAfter,
        reportsTo,
        task,
        program);
  }

  /** Starting when these have handed over. */
  public Role startingAfter(List<String> roles) {
    return new Role(
        name,
        duty,
        leads,
        checkInMinutes,
        branchPrefix,
        talksTo,
        waitsFor,
        roles,
        reportsTo,
        task,
        program);
  }
}
