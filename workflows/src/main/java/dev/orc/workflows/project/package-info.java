/** One orchestration: its workflow, and a small class for each thing that it keeps. */
package dev.orc.workflows.project;
