/** A tmux server of orc's own: one control-mode connection, processes where there is none. */
package dev.orc.activities.host.tmux;
