/** The records that all floors speak in; no Temporal in sight. */
package dev.orc.workflows.model;
