/** Teams: which one a project gets and why, who can be in it, who joins and leaves. */
package dev.orc.cli.team;
