package dev.orc.activities.research;

import dev.orc.activities.start.Plan;
import dev.orc.workflows.model.Team;

/**
 * What an orchestration that looks into a failure starts with.
 *
 * @param team the one researcher, who leads
 */
public record ResearchStart(Plan plan, Team team) {}
