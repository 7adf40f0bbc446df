/** Decisions, each a pure function of what it is given. */
package dev.orc.workflows.policy;
