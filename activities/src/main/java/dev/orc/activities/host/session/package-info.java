/** The tmux session of an orchestration, and what is kept of it. */
package dev.orc.activities.host.session;
