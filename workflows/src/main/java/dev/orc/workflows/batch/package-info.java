/** The batch: many projects as children of one workflow. */
package dev.orc.workflows.batch;
