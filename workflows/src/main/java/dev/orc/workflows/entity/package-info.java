/** What every durable run is made of: a bell, errands on the host, one timer, an orderly end. */
package dev.orc.workflows.entity;
