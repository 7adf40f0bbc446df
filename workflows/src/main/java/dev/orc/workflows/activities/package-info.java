/** What a workflow may ask of a host, and the records that it asks and is answered with. */
package dev.orc.workflows.activities;
