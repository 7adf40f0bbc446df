/** Commands about one orchestration: start, status, watch, stop, heal, resume. */
package dev.orc.cli.project;
