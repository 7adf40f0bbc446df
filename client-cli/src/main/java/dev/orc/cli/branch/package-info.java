/** What the branches of a project's roles hold, and whether they fit together. */
package dev.orc.cli.branch;
