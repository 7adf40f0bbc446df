/** The command line: one class per command, speaking to the worker's API. */
package dev.orc.cli;
