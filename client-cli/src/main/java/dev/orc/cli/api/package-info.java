/** The worker's API as commands use it: HTTP over a plain socket, JSON into records. */
package dev.orc.cli.api;
