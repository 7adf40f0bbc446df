package dev.orc.workflows.model;

/**
 * What a team is expected to cost; an estimate, and never more than that.
 *
 * @param agents how many there are
 * @param checkInsAnHour how many messages the check-ins alone are, for the whole team
 * @param tokens for the whole run; 0 when nothing is known to go by
 * @param minutes for the whole run; 0 when nothing is known to go by
 * @param runs how many runs of this host it is made from
 * @param basis one line that says what it is made from
 */
public record PlanCost(
    int agents, int checkInsAnHour, long tokens, long minutes, int runs, String basis) {}
