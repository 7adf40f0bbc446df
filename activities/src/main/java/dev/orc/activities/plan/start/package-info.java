/** From what somebody asks for to what an orchestration starts with. */
package dev.orc.activities.plan.start;
