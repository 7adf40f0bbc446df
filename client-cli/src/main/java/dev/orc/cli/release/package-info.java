/** Releases of a person's own repository, made in it without a worker. */
package dev.orc.cli.release;
