/** What a command is, what it is given, and what it finds around itself. */
package dev.orc.cli.command;
