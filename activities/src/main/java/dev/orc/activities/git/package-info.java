/** Repositories: their worktrees, their commits, the integration of branches. */
package dev.orc.activities.git;
