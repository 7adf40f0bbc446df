/** {@code orc load}: measures a host with teams of scripted agents. */
package dev.orc.cli.load;
