/** Teams: the roles there are, who fills them, and what each is told. */
package dev.orc.activities.plan.team;
